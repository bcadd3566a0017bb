/** A small wrong group beside a large right one: what one global norm reports, and what each group's own norm does. */
import { gradientCheck } from '@/checker/gradient-check.ts';
import { relativeError } from '@/checker/relative-error.ts';

type Point = { readonly W: readonly number[]; readonly b: readonly number[] };

const CENTRE: Point = { W: [0.4, -1.2, 0.7, 1.5, -0.3, 0.9], b: [0.6, -0.8] };
const POINT = { W: [1.1, 0.2, -0.5, 0.6, 0.8, -1], b: [-0.3, 0.9] };

const squares = (x: readonly number[], centre: readonly number[]): number =>
  x.reduce((total, value, i) => total + (value - centre[i]) ** 2 / 2, 0);

const norm = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((total, value) => total + value * value, 0));

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
  // Both groups' slopes have one length before they are scaled, so that the share is that of the norms.
  const size = norm(POINT.W.map((w, i) => w - CENTRE.W[i])) / norm(POINT.b.map((v, i) => v - CENTRE.b[i]));
  const weight = share * size;
  const f = ({ W, b }: Point) => squares(W, CENTRE.W) + weight * squares(b, CENTRE.b);
  const gradient = ({ W }: Point) => ({ W: W.map((w, i) => w - CENTRE.W[i]), b: [0, 0] });
  const check = gradientCheck(f, gradient, POINT, { threshold });
  const groups = (['W', 'b'] as const).map((name) => {
    const [a, n] = [check.analytic[name], check.numeric[name]];
    const error = relativeError(a, n);
    return { name, analytic: norm(a), numeric: norm(n), relativeError: error, pass: error < threshold };
  });
  return { groups, global: { relativeError: check.relativeError, pass: check.status === 'PASS' } };
}
