import { SAFETY } from '../../src/checker/defaults.ts';
import { budgetOf, createEvaluator, Halt } from '../../src/checker/point/evaluator.ts';
import { requireFunction } from '../../src/checker/point/guards.ts';
import { layoutOf } from '../../src/checker/point/layout.ts';
import { seededRandom } from '../../src/checker/random.ts';
import { elementLine } from '../../src/checker/slope/line.ts';
import { measurePrecision } from '../../src/checker/slope/measure-precision.ts';
import { type Shape, unsettled } from '../../src/checker/slope/measured-slope.ts';
import { evenly } from '../../src/checker/slope/precision.ts';
import { scalesOf } from '../../src/checker/slope/scales.ts';
import { FIRST_STEP, slopeAlong } from '../../src/checker/slope/slope.ts';

/** Options of {@link derivative}. */
export interface DerivativeOptions {
  /** A length in which x is of order 1; default |x|, or 1 where x is 0. */
  readonly scale?: number;
  /** Calls of f allowed in all; default 200. */
  readonly maxEvaluations?: number;
}

/** A numerical derivative and what it is worth. */
export interface Derivative {
  /** NaN where none could be had. */
  readonly value: number;
  /** Standard deviation of its round-off, or its truncation error where that is larger. */
  readonly errorBar: number;
  /** A difference to `value` above this is no numerical error. */
  readonly tolerance: number;
  readonly step: number;
  /** What f looks like at x. */
  readonly shape: Shape;
  /** The slopes of the two sides, where they differ. */
  readonly slopes?: { readonly left: number; readonly right: number };
  /** Standard deviation of the error of one value of f. */
  readonly noise: number;
  readonly evaluations: number;
}

const DEFAULT_BUDGET = 200;
const SEED = 1;

/**
 * The derivative of a function of one variable with an error bar: steps that follow f's own length scale and noise, a
 * ladder of them at kinks, jumps and edges. What `diagnoseGradient` does for every element.
 *
 * @throws CheckError where x is not finite or f returns no number
 * @example
 * derivative(Math.sin, 1e6).value; // 0.93675212753…, with an errorBar of about 1e-10
 * derivative(Math.abs, 0).slopes; // { left: -1, right: 1 }
 */
export function derivative(f: (x: number) => number, x: number, options: DerivativeOptions = {}): Derivative {
  requireFunction(f, 'f');
  const { layout, values } = layoutOf(x);
  const evaluator = createEvaluator(f, x, budgetOf(options.maxEvaluations, DEFAULT_BUDGET), undefined);
  const scales = options.scale ? Float64Array.of(options.scale) : scalesOf(values, layout.blocks);
  let slope = unsettled(evenly(Number.NaN));
  try {
    const value = evaluator.at(values);
    const precision = measurePrecision({ evaluator, values, scales, random: seededRandom(SEED) }, value);
    const line = elementLine(
      { evaluator, values, value, precision },
      { index: 0, name: 'x', scale: scales[0], reach: scales[0], narrow: false },
      () => evaluator.left,
    );
    if (Number.isFinite(value)) slope = slopeAlong(line, scales[0] * FIRST_STEP);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
  return {
    value: slope.value,
    errorBar: slope.errorBar,
    tolerance: SAFETY * slope.errorBar,
    step: slope.step,
    shape: slope.shape,
    ...(slope.slopes && { slopes: slope.slopes }),
    noise: slope.noise,
    evaluations: evaluator.calls,
  };
}
