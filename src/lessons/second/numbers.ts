/** The numbers of the chapter “Second derivatives”, computed while the site is built. */
import { initialState } from '@/input/url-state.ts';
import { fields, fitOf, NAMES, POINT, WRITTEN } from './fit.ts';
import { checkHessian } from './hessian.ts';
import { best } from './steps.ts';

const [values, gradients] = best;
export const bottom = { values, gradients };

const initial = initialState(fields);
export const misfit = initial.misfit;

/** What the figure opens with. */
export const first = checkHessian(initial);

/** How far Gauss–Newton is from the Hessian at a misfit, as a share of the largest entry. */
function gap(at: number): number {
  const [right, written] = (['right', 'gauss-newton'] as const).map((way) =>
    fitOf({ written: way, misfit: at }).hessian(POINT).flat(),
  );
  return Math.max(...right.map((h, i) => Math.abs(h - written[i]))) / Math.max(...right.map(Math.abs));
}
/** Gauss–Newton at smaller and smaller misfits: the gap, and what the check says of it. */
export const gaps = [1, misfit, 0.02, 0].map((at) => ({
  misfit: at,
  gap: gap(at),
  verdict: checkHessian({ written: 'gauss-newton', misfit: at }).diagnosis.verdict,
}));

/** What the check finds of each Hessian: whether it is symmetric, and how many of its entries are wrong. */
export const found = WRITTEN.map(({ value, label }) => {
  const { wrong, diagnosis } = checkHessian({ written: value, misfit });
  return { label, symmetric: diagnosis.findings.every(({ kind }) => kind !== 'not-symmetric'), wrong: wrong.length };
});

/** The largest error of an element of H u, by differences of the gradient and of the loss, over steps. */
export const products = [1e-2, 1e-4, 1e-6, 1e-8].map((h) => {
  const { loss, gradient, hessian } = fitOf({ written: 'right', misfit });
  const u = [0.6, -0.8, 0.5];
  const exact = hessian(POINT).map((row) => row.reduce((sum, entry, j) => sum + entry * u[j], 0));
  const along = (side: number) => POINT.map((p, i) => p + side * h * u[i]);
  const [ahead, behind] = [along(1), along(-1)];
  const slope = (at: number[], j: number) => {
    const moved = (by: number) => at.map((p, i) => (i === j ? p + by : p));
    return (loss(moved(h)) - loss(moved(-h))) / (2 * h);
  };
  const error = (derivative: (at: number[]) => number[]) => {
    const [a, b] = [derivative(ahead), derivative(behind)];
    return Math.max(...exact.map((right, i) => Math.abs((a[i] - b[i]) / (2 * h) - right)));
  };
  return { h, gradient: error(gradient), loss: error((at) => NAMES.map((_, j) => slope(at, j))) };
});

/** Calls of the gradient for a Hessian of three by three. */
export const { evaluations } = checkHessian({ ...initial, written: 'right' });
