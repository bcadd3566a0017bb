import { type GraphNode, inOrder } from '../graph/graph.ts';
import { type Complex, complexArithmetic } from './arithmetic/complex.ts';
import { Tape } from './tape.ts';

/** Small enough that its square is nothing beside 1. It may be so small since no difference of two values of f is taken. */
const COMPLEX_STEP = 1e-200;

const NOT_ANALYTIC: ReadonlySet<string> = new Set(['abs', 'sign', 'floor', 'ceil', 'round', 'max', 'min']);

export type ComplexStep =
  | { readonly ok: true; readonly gradient: readonly number[] }
  /** `functions` are those that have no complex derivative. */
  | { readonly ok: false; readonly reason: 'not-analytic'; readonly functions: readonly string[] }
  | { readonly ok: false; readonly reason: 'outside-domain' };

export type ComplexDerivative = (point: readonly number[], step?: number) => ComplexStep;

/**
 * Prepares the complex-step derivative Im f(x + ih) / h (Squire and Trapp 1998), one run of f an element. It has no
 * cancellation, so that h may be 1e-200; but f has to be analytic.
 *
 * @param elements how many of the numbers of a point are stepped; those beyond are held fixed
 */
export function complexStepOf(
  root: GraphNode,
  elements: number,
  value: (point: readonly number[]) => number,
): ComplexDerivative {
  const functions = [...new Set(inOrder([root]).map(({ op }) => op))].filter((op) => NOT_ANALYTIC.has(op));
  let tape: Tape<Complex> | undefined;
  return (point, step = COMPLEX_STEP) => {
    if (functions.length > 0) return { ok: false, reason: 'not-analytic', functions };
    if (!Number.isFinite(value(point))) return { ok: false, reason: 'outside-domain' };
    tape ??= new Tape<Complex>([root], point.length, complexArithmetic);
    const compiled = tape;
    const gradient = point.slice(0, elements).map((_, element) => {
      const shifted = point.map((re, at) => ({ re, im: at === element ? step : 0 }));
      return compiled.run(shifted)[0].im / step;
    });
    return { ok: true, gradient };
  };
}
