/**
 * The curves of the secant figure: f and its derivative side by side, and the part of the plane that is shown. Sine and
 * exponential are rounded correctly, so that a step near the spacing of doubles gives one slope in every browser.
 */
import { cos, exp, sin } from '@/examples/functions/correct-rounding.ts';

export type CurveId = 'sine' | 'exponential' | 'cubic' | 'steep';

export interface Curve {
  readonly id: CurveId;
  readonly label: string;
  readonly f: (x: number) => number;
  readonly derivative: (x: number) => number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** The length over which f bends: truncation follows its power law only for steps well below it. */
  readonly scale: number;
}

const MOST_REMEMBERED = 4096;

/** f, evaluated once at each place: the schemes share most of theirs, and a drag leaves most of them as they are. */
function once(f: Curve['f']): Curve['f'] {
  const known = new Map<number, number>();
  return (x) => {
    const value = known.get(x) ?? f(x);
    if (known.size === MOST_REMEMBERED) known.clear();
    known.set(x, value);
    return value;
  };
}

const STEEPNESS = 8;

export const CURVES: readonly Curve[] = [
  {
    id: 'sine',
    label: 'sin x',
    f: once(sin),
    derivative: cos,
    x: [-3.5, 3.5],
    y: [-1.75, 1.75],
    scale: 1,
  },
  {
    id: 'exponential',
    label: 'eˣ',
    f: once(exp),
    derivative: exp,
    x: [-3, 2],
    y: [-1.5, 7.5],
    scale: 1,
  },
  {
    id: 'cubic',
    label: 'x³ − x',
    f: (x) => x * x * x - x,
    derivative: (x) => 3 * x * x - 1,
    x: [-1.75, 1.75],
    y: [-2, 2],
    scale: 1,
  },
  {
    id: 'steep',
    label: `tanh ${STEEPNESS}x`,
    f: (x) => Math.tanh(STEEPNESS * x),
    derivative: (x) => STEEPNESS * (1 - Math.tanh(STEEPNESS * x) ** 2),
    x: [-1.25, 1.25],
    y: [-1.75, 1.75],
    scale: 1 / STEEPNESS,
  },
];

export const curveOf = (id: CurveId): Curve => CURVES.find((curve) => curve.id === id)!;
