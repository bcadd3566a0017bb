import type { FormulaError } from '@/expression/errors.ts';
import { type Formula, readFormula } from '@/expression/formula.ts';
import type { Lengths } from '@/expression/read/shapes.ts';

export function formulaOf(text: string, lengths?: Lengths, fixed?: readonly string[]): Formula {
  const read = readFormula(text, lengths, fixed);
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

/**
 * The milliseconds of a processor that `work` takes: what else this machine does meanwhile does not count. Where Node
 * has no such clock yet, those that pass.
 */
export function processorTime(work: () => void): number {
  const spent = () => {
    if (process.threadCpuUsage === undefined) return performance.now();
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const started = spent();
  work();
  return spent() - started;
}
