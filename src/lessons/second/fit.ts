/** A curve a·e^(b t) + c through six points: loss, gradient, Hessian, and the wrong Hessians that can be checked. */
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const WRITTEN = [
  { value: 'right', label: 'right' },
  { value: 'gauss-newton', label: 'Gauss–Newton' },
  { value: 'entry', label: 'an entry' },
  { value: 'doubled', label: '× 2' },
] as const;

export type Written = (typeof WRITTEN)[number]['value'];

export const fields = {
  written: optionField<Written>(WRITTEN, 'gauss-newton'),
  misfit: numberField(0.3, { min: 0, max: 1 }),
};

export type State = StateOf<typeof fields>;

/** a, b, c: where the Hessian is checked, and what the data were made with. */
export const POINT = [1.3, -0.7, 0.4];
export const NAMES = ['a', 'b', 'c'];

const TIMES = [0, 0.5, 1, 1.5, 2, 3];
/** How the data differ from the curve, in units of `misfit`. */
const NOISE = [0.9, -0.6, 0.8, 0.3, -1.1, 0.7];

const curve = ([a, b, c]: readonly number[], t: number): number => a * Math.exp(b * t) + c;

interface Fit {
  readonly loss: (x: number[]) => number;
  readonly gradient: (x: number[]) => number[];
  readonly hessian: (x: number[]) => number[][];
}

type Matrix = number[][];

/** Σ over the points of a matrix that is made for each. */
const total = (parts: readonly Matrix[]): Matrix =>
  parts[0].map((row, i) => row.map((_, j) => parts.reduce((sum, part) => sum + part[i][j], 0)));

/** The loss is ½ Σ (curve - data)², with data that miss the curve through `POINT` by `misfit` times fixed noise. */
export function fitOf({ written, misfit }: State): Fit {
  const data = TIMES.map((t, i) => curve(POINT, t) + misfit * NOISE[i]);
  const residual = (x: number[], i: number) => curve(x, TIMES[i]) - data[i];
  const loss = (x: number[]) => TIMES.reduce((sum, _, i) => sum + residual(x, i) ** 2 / 2, 0);
  const slopes = ([a, b]: number[], t: number) => [Math.exp(b * t), a * t * Math.exp(b * t), 1];
  const gradient = (x: number[]): number[] =>
    x.map((_, j) => TIMES.reduce((sum, t, i) => sum + residual(x, i) * slopes(x, t)[j], 0));
  const outer = (x: number[]) => total(TIMES.map((t) => slopes(x, t).map((p) => slopes(x, t).map((q) => p * q))));
  const bends = (x: number[]) =>
    total(
      TIMES.map((t, i) => {
        const [mixed, r] = [t * Math.exp(x[1] * t), residual(x, i)];
        return [
          [0, r * mixed, 0],
          [r * mixed, r * x[0] * t * mixed, 0],
          [0, 0, 0],
        ];
      }),
    );
  const right = (x: number[]) => total([outer(x), bends(x)]);
  const HESSIANS: Readonly<Record<Written, (x: number[]) => Matrix>> = {
    right,
    'gauss-newton': outer,
    entry: (x) => right(x).map((row, i) => row.map((h, j) => (i === 0 && j === 2 ? h / 2 : h))),
    doubled: (x) => right(x).map((row) => row.map((h) => 2 * h)),
  };
  return { loss, gradient, hessian: HESSIANS[written] };
}
