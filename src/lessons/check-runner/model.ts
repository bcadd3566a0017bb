/** The textbook check of one example as the reader has set it: what it says, what it compared, what it evaluated. */
import { CheckError, type CheckErrorCode } from '@/checker/errors.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import type { Example } from '@/examples/example.ts';
import { type Digits, digitsOf } from '../differences/digits.ts';
import { PRECISIONS } from '../differences/precisions.ts';
import { exampleOf, type RunnerState } from './state.ts';

/** One call of f: which element was moved from x, by how many h and to where, and what f said. */
export interface Evaluation {
  /** None where f was evaluated at x itself. */
  readonly moved?: { readonly element: string; readonly steps: number; readonly to: number };
  readonly value: number;
}

export interface ElementRow {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  readonly relativeError: number;
}

export interface CheckedExample {
  readonly example: Example;
  readonly status: 'PASS' | 'FAIL';
  readonly relativeError: number;
  readonly threshold: number;
  readonly elements: readonly ElementRow[];
  readonly evaluations: readonly Evaluation[];
}

export type RunnerOutcome =
  | { readonly ok: true; readonly checked: CheckedExample }
  | { readonly ok: false; readonly message: string; readonly field: 'x' | 'step' };

/** Which control holds what the checker complains of; all the rest is about x. */
const AT_STEP: readonly CheckErrorCode[] = ['step-not-positive', 'step-too-small'];

/**
 * Runs the check, and writes down every call of f that it makes.
 *
 *     runCheck(initialState(FIELDS['quadratic'])) // { ok: true, checked: { status: 'PASS', relativeError: 1.38…e-11, … } }
 */
export function runCheck({ example: id, x, step, threshold, scheme }: RunnerState): RunnerOutcome {
  const example = exampleOf(id);
  const calls: { x: readonly number[]; value: number }[] = [];
  const f = (point: readonly number[]) => {
    const value = example.f(point);
    calls.push({ x: [...point], value });
    return value;
  };
  try {
    const {
      status,
      relativeError: error,
      analytic,
      numeric,
    } = gradientCheck(f, example.gradient, [...x], {
      step,
      threshold,
      scheme,
    });
    const elements = analytic.map((value, i) => ({
      name: `x[${i}]`,
      analytic: value,
      numeric: numeric[i],
      relativeError: relativeError(value, numeric[i]),
    }));
    const evaluations = calls.map(({ x: point, value }) => {
      const i = point.findIndex((moved, j) => moved !== x[j]);
      if (i < 0) return { value };
      return { moved: { element: `x[${i}]`, steps: Math.round((point[i] - x[i]) / step), to: point[i] }, value };
    });
    return { ok: true, checked: { example, status, relativeError: error, threshold, elements, evaluations } };
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    return { ok: false, message: error.message, field: AT_STEP.includes(error.code) ? 'step' : 'x' };
  }
}

/** A call of f with its digits; the first `same` of them agree with the other calls for that element, and cancel. */
export interface Written extends Evaluation {
  readonly digits: Digits;
}

/** The calls of a check as they are subtracted from one another: in pairs, or in fours, by the element that was moved. */
export function writtenOut(evaluations: readonly Evaluation[]): Written[] {
  const { digits } = PRECISIONS.float64;
  return evaluations.map((evaluation) => {
    const { moved, value } = evaluation;
    const others = evaluations.filter((one) => one.moved === undefined || one.moved.element === moved?.element);
    const [own] = digitsOf([value, ...(moved === undefined ? [] : others.map((one) => one.value))], digits);
    return { ...evaluation, digits: moved === undefined ? { ...own, same: 0 } : own };
  });
}

/** The place f was evaluated at, as it is written: `x[0] + h`, `x[1] − 2h`, `x`. */
export function placeText({ moved }: Evaluation): string {
  if (moved === undefined) return 'x';
  const { element, steps } = moved;
  const multiple = Math.abs(steps) === 1 ? 'h' : `${Math.abs(steps)}h`;
  return `${element} ${steps > 0 ? '+' : '−'} ${multiple}`;
}

/** Where a relative error stands on the scale from 1e-16 to 1, as a share; null for what has no place there. */
export function placeOnScale(error: number): number | null {
  if (!(error > 0)) return error === 0 ? 0 : null;
  return Math.min(1, Math.max(0, (Math.log10(error) + 16) / 16));
}
