/** The order of a scheme as its errors show it: the slope of a straight line through log error against log h. */
import { mean } from '@/examples/programs/matrix.ts';

export interface OrderPoint {
  readonly step: number;
  readonly error: number;
  /** What rounding alone may amount to at this step. */
  readonly roundOff: number;
}

export interface Fit {
  /** The measured order: error ~ h^slope. */
  readonly slope: number;
  readonly from: number;
  readonly to: number;
  /** The fitted error at a step. */
  readonly at: (step: number) => number;
}

/** An error this far above what rounding explains is truncation. */
const CLEAR = 100;
/** Steps up to this share of the scale of f follow the leading term of the truncation error. */
const LEADING = 0.25;
const FEWEST = 4;

/**
 * Least squares over the steps at which truncation rules; null where there are too few of them, as for a scheme that
 * is exact for f.
 *
 *     fitOrder(sweep, 1)?.slope // 2.000 for the central difference of sin
 */
export function fitOrder(sweep: readonly OrderPoint[], scale: number): Fit | null {
  const used: OrderPoint[] = [];
  for (const point of [...sweep].sort((a, b) => b.step - a.step)) {
    if (point.step > LEADING * scale) continue;
    if (!(point.error > CLEAR * point.roundOff)) break;
    used.push(point);
  }
  if (used.length < FEWEST) return null;
  const xs = used.map(({ step }) => Math.log(step));
  const ys = used.map(({ error }) => Math.log(error));
  const [x0, y0] = [mean(xs), mean(ys)];
  const product = xs.reduce((total, x, i) => total + (x - x0) * (ys[i] - y0), 0);
  const slope = product / xs.reduce((total, x) => total + (x - x0) ** 2, 0);
  return {
    slope,
    from: used.at(-1)!.step,
    to: used[0].step,
    at: (step) => Math.exp(y0 + slope * (Math.log(step) - x0)),
  };
}
