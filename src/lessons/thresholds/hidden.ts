/** A small wrong group beside a large right one: what one global norm reports, and what each group's own norm does. */
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { norm, relativeError } from '@/checker/textbook/relative-error.ts';
import { hiddenGroup } from '@/examples/functions/hidden-group.ts';

export interface HiddenGroup {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  readonly relativeError: number;
  readonly pass: boolean;
}

export interface HiddenModel {
  readonly groups: readonly HiddenGroup[];
  /** All elements under one norm. */
  readonly global: { readonly relativeError: number; readonly pass: boolean };
}

/** Six weights and two biases; the gradient of the biases, `share` of the weights' in size, was forgotten and is 0. */
export function hiddenModel(share: number, threshold: number): HiddenModel {
  const { f, gradient, x } = hiddenGroup(share);
  const check = gradientCheck(f, gradient, x, { threshold });
  const groups = (['W', 'b'] as const).map((name) => {
    const [a, n] = [check.analytic[name], check.numeric[name]];
    const error = relativeError(a, n);
    return {
      name,
      analytic: norm(Float64Array.from(a)),
      numeric: norm(Float64Array.from(n)),
      relativeError: error,
      pass: error < threshold,
    };
  });
  return { groups, global: { relativeError: check.relativeError, pass: check.status === 'PASS' } };
}
