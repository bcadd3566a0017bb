/** The numbers of the chapter “Second derivatives”, computed while the site is built. */
import { initialState } from '@/input/url-state.ts';
import { fields, fitOf, POINT } from './fit.ts';
import { checkHessian } from './hessian.ts';
import { best } from './steps.ts';

const [values, gradients] = best;
export const bottom = { values, gradients };

const initial = initialState(fields);
export const misfit = initial.misfit;
export const small = 0.02;

/** How far Gauss–Newton is from the Hessian at a misfit, as a share of the largest entry. */
function gap(at: number): number {
  const [right, written] = (['right', 'gauss-newton'] as const).map((way) =>
    fitOf({ written: way, misfit: at }).hessian(POINT).flat(),
  );
  return Math.max(...right.map((h, i) => Math.abs(h - written[i]))) / Math.max(...right.map(Math.abs));
}
export const gaussNewton = { gap: gap(misfit), small: gap(small) };

/** Calls of the gradient for a Hessian of three by three. */
export const { evaluations } = checkHessian({ ...initial, written: 'right' });
