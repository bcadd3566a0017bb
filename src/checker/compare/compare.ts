/** Two given gradients, and no function: the diagnosis of what somebody else has computed or printed. */
import { CheckError } from '../errors.ts';
import { layoutOf } from '../point/layout.ts';
import { readGradient } from '../point/returned-gradient.ts';
import type { Checkable, GradientOf, Point, Verdict } from '../types.ts';
import { judge } from './judge.ts';
import type { ComparedFinding } from './kinds.ts';
import type { Lattice } from './lattice.ts';

/** Options of {@link compareGradients}. */
export interface CompareOptions {
  /** |analytic - numeric| up to this is no disagreement: one number, or one an element in the structure of the gradients. */
  readonly tolerance?: number | Point;
  /** Significant digits that both sides are given with, each rounded to half a unit of the last. Default: all of a double. */
  readonly digits?: number;
  /** The point, in the structure of the gradients: some bugs, such as a missing weight decay, show only beside it. */
  readonly x?: Point;
  /** The step of the finite differences, in the units of x. */
  readonly step?: number;
  /** Sizes that a factor of the gradient may be recognised by, with their names: `{ batch: 16 }`. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** The two are only some elements of longer gradients. Default false. */
  readonly partial?: boolean;
}

/** One pair of elements. */
export interface ComparedElement {
  readonly name: string;
  readonly analytic: number;
  readonly numeric: number;
  /** |analytic - numeric| up to this is no disagreement. */
  readonly tolerance: number;
  /** |analytic - numeric| / max(|analytic|, |numeric|); 0 where both are 0. */
  readonly relativeError: number;
  readonly agrees: boolean;
}

/** What {@link compareGradients} finds. */
export interface GradientComparison {
  /** `fail`: the analytic gradient is wrong. `pass`: it is right, or what differs is the fault of the numeric side. */
  readonly verdict: Verdict;
  readonly findings: readonly ComparedFinding[];
  readonly elements: readonly ComparedElement[];
  /** The steps that the numeric side comes in, if it was computed in short floats. */
  readonly lattice?: Lattice;
}

const ROUNDING = 2 ** -52;

/** How far each value of one side may be from its printed digits: half a unit of the last. */
function halvesOf(values: Float64Array, digits: number | undefined): Float64Array {
  return values.map((value) => {
    if (value === 0 || !Number.isFinite(value)) return 0;
    if (digits === undefined) return ROUNDING * Math.abs(value);
    return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
  });
}

function checkOptions({ digits, tolerance }: CompareOptions): void {
  if (digits !== undefined && !(digits >= 1))
    throw new CheckError('unsupported-point', `digits is ${digits}. Give the number of significant digits, 1 or more.`);
  if (typeof tolerance === 'number' && !(tolerance >= 0))
    throw new CheckError('unsupported-point', `tolerance is ${tolerance}. Give a number that is not negative.`);
}

/**
 * Compares two given gradients. Says whether the analytic one is wrong, or the check, or that it cannot be told; names the bug
 * where at least three elements agree on one; and recognises a numeric side that was computed in short floats by its digits.
 *
 * @param analytic the gradient in question, in any structure that a point may have
 * @param numeric the gradient that it is compared with, in the same structure and the same units
 * @returns plain data: the verdict, the findings, and each pair of elements in flat order
 * @throws CheckError where a side is empty, ragged or not made of numbers, or an option is out of range
 * @example
 * compareGradients([4.6167, -1.8805, 1.7289], [0.4617, -0.188, 0.1729], { digits: 4 }).verdict; // 'fail'
 */
export function compareGradients<X>(
  analytic: GradientOf<X>,
  numeric: X & Checkable<X>,
  options: CompareOptions = {},
): GradientComparison {
  checkOptions(options);
  const { layout, values } = layoutOf(numeric, { any: true });
  const { values: given, mismatches } = readGradient(layout, analytic);
  const { digits, tolerance, x, step, sizes = {}, partial = false } = options;
  const numericHalves = halvesOf(values, digits);
  const analyticHalves = halvesOf(given, digits);
  const allowed =
    typeof tolerance === 'number'
      ? new Float64Array(layout.size).fill(tolerance)
      : tolerance !== undefined && readGradient(layout, tolerance).values;
  const judged = judge({
    analytic: given,
    numeric: values,
    halves: numericHalves.map((half, i) => Math.max(half + analyticHalves[i], allowed ? allowed[i] : 0)),
    numericHalves,
    x: x === undefined ? new Float64Array(layout.size).fill(Number.NaN) : readGradient(layout, x).values,
    groups: layout.blocks,
    nameOf: layout.nameOf,
    sizes,
    mismatches,
    partial,
    ...(step === undefined ? {} : { step }),
  });
  const wrong = new Set(judged.wrong);
  return {
    verdict: judged.verdict,
    findings: judged.findings,
    elements: Array.from(values, (value, i) => {
      const largest = Math.max(Math.abs(given[i]), Math.abs(value));
      return {
        name: layout.nameOf(i),
        analytic: given[i],
        numeric: value,
        tolerance: judged.tolerance[i],
        relativeError: largest === 0 ? 0 : Math.abs(given[i] - value) / largest,
        agrees: !wrong.has(i) && Number.isFinite(given[i] - value),
      };
    }),
    ...(judged.lattice ? { lattice: judged.lattice } : {}),
  };
}
