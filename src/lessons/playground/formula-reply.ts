/** What passes between the page and the worker that reads formulas. */
import type { FormulaState } from './formula-model.ts';
import type { FormulaAnswer } from './formula-page.ts';

export interface FormulaReply {
  readonly answer: FormulaAnswer;
  /** The check as a test file; absent where there is none. */
  readonly testFile?: string;
}

/** A failure that is not about the text: it points at no character. */
export const failure = (code: 'too-slow' | 'syntax', message: string): FormulaReply => ({
  answer: { ok: false, error: { code, message, position: 0, length: 0 } },
});

export const sameFormula = (a: FormulaState, b: FormulaState): boolean =>
  a.formula === b.formula &&
  a.gradient === b.gradient &&
  a.precision === b.precision &&
  JSON.stringify([a.point, a.fixed]) === JSON.stringify([b.point, b.fixed]);
