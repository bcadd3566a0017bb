/** One direction of plus and minus ones over a dozen elements, some of them wrong, and where many such directions come out. */
import { seededRandom } from '@/checker/random.ts';
import { idField, integerField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { PATTERNS } from './miss.ts';
import { gradientOf, loss, pointOf } from './problem.ts';

export const N = 12;
/** Tosses whose outcomes are counted, the one that is shown the first of them. */
export const TOSSES = 400;
const MOST_SEEDS = 999;

export const SIGNS = [
  { value: 'random', label: 'at random' },
  { value: 'ones', label: 'all +1' },
] as const;

export const fields = {
  errors: idField(PATTERNS, 'single'),
  signs: optionField(SIGNS),
  toss: integerField(1, { min: 1, max: MOST_SEEDS }),
};

export type State = StateOf<typeof fields>;

export const nextToss = (toss: number): number => (toss % MOST_SEEDS) + 1;

const x = pointOf(N);
const right = gradientOf({ wrong: [], share: 0 })(x);
/** The size of a planted error: the size of a typical element. */
export const ERROR = right.reduce((sum, value) => sum + Math.abs(value), 0) / N;
/** Where errors are planted: apart from one another. */
const PLACES = [2, 9, 5, 7];
const STEP = 1e-5;

/** A slope along v by a central difference: two evaluations of the loss, however many elements there are. */
const slopeAlong = (v: readonly number[]): number => {
  const at = (h: number) => loss(x.map((value, i) => value + h * v[i]));
  return (at(STEP) - at(-STEP)) / (2 * STEP);
};

const dot = (g: ArrayLike<number>, v: readonly number[]): number => v.reduce((sum, sign, i) => sum + sign * g[i], 0);

export interface Direction {
  readonly elements: readonly { readonly sign: 1 | -1; readonly error: number }[];
  readonly analytic: number;
  readonly numeric: number;
  /** The difference of the two slopes, in planted errors. */
  readonly off: number;
}

/** By how many errors the two slopes of a direction differed, and how many of the directions that is. */
export interface OffCount {
  readonly off: number;
  readonly count: number;
}

export interface SignsModel {
  readonly shown: Direction;
  /** From the least to the largest difference. */
  readonly outcomes: readonly OffCount[];
}

export function signsModel({ errors, signs, toss }: State): SignsModel {
  const sizes = PATTERNS.find(({ id }) => id === errors)!.errors;
  const error = Array.from({ length: N }, (_, i) => sizes[PLACES.indexOf(i)] ?? 0);
  const analyticGradient = right.map((value, i) => value + ERROR * error[i]);
  const random = seededRandom(toss);
  const drawn = (): Direction => {
    const v = error.map(() => (signs === 'ones' || random() < 0.5 ? 1 : -1));
    const [analytic, numeric] = [dot(analyticGradient, v), slopeAlong(v)];
    const elements = v.map((sign, i) => ({ sign, error: error[i] }) as const);
    return { elements, analytic, numeric, off: (analytic - numeric) / ERROR };
  };
  const directions = Array.from({ length: TOSSES }, drawn);
  const counts = new Map<number, number>();
  for (const { off } of directions) counts.set(Math.round(off), (counts.get(Math.round(off)) ?? 0) + 1);
  return {
    shown: directions[0],
    outcomes: [...counts].map(([off, count]) => ({ off: off + 0, count })).sort((a, b) => a.off - b.off),
  };
}
