import type { FormulaError } from '@/expression/errors.ts';
import { type Formula, readFormula } from '@/expression/formula.ts';
import type { Lengths } from '@/expression/read/shapes.ts';

export function formulaOf(text: string, lengths?: Lengths): Formula {
  const read = readFormula(text, lengths);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.formula;
}

export function errorOf(text: string, lengths?: Lengths): FormulaError {
  const read = readFormula(text, lengths);
  if (read.ok) throw new Error(`${text} was read`);
  return read.error;
}

/** The symbolic gradient as text, by element. */
export function symbolicOf(text: string, lengths?: Lengths): Record<string, string | undefined> {
  const symbolic = formulaOf(text, lengths).symbolic();
  if (!symbolic.ok) throw new Error(`${text}: ${symbolic.error.message}`);
  return Object.fromEntries(symbolic.gradient.components.map(({ name, text }) => [name, text]));
}
