/**
 * f divides x by its own size, or subtracts its mean as well, and the gradient does not know. Multiplying x does not change
 * such an f, so that numeric · x = 0, and the error of the gradient is one multiple of x in each normalised stretch.
 */
import { inEach, type Pattern } from './cuts.ts';
import type { Evidence } from './evidence.ts';
import { angleTo, barOf, explain, isTyped, shareOf } from './fit.ts';

type Line = readonly number[];
type Shape = (i: number) => number;

const sum = (line: Line, term: Shape): number => line.reduce((total, i) => total + term(i), 0);

/** The epsilon beside a variance or a length leaves less than this of a right angle. */
const EPSILON = 1e-3;

const isNearlyOrthogonal = (evidence: Evidence, line: Line, shape: Shape): boolean =>
  Math.abs(sum(line, (i) => shape(i) * evidence.numeric[i])) <=
  EPSILON * Math.sqrt(sum(line, (i) => shape(i) ** 2) * sum(line, (i) => evidence.numeric[i] ** 2));

const ONE = (): number => 1;

/** Sizes of x that a stretch may be divided by, each with its derivative up to a factor. */
const SIZES: readonly {
  readonly by: string;
  readonly size: (line: Line, x: Shape) => number;
  readonly slope: (x: number) => number;
}[] = [
  { by: 'its length', size: (line, x) => Math.sqrt(sum(line, (i) => x(i) ** 2)), slope: (x) => x },
  { by: 'its sum', size: (line, x) => sum(line, x), slope: ONE },
  { by: 'the sum of its absolute values', size: (line, x) => sum(line, (i) => Math.abs(x(i))), slope: Math.sign },
];

/** analytic = k numeric + c s(x) in each stretch, where k is the size of x, or 1 where the division was differentiated in part. */
const divided = ({ by, size, slope }: (typeof SIZES)[number], whole: boolean, nearly: boolean): Pattern => ({
  facts: { by },
  ...(nearly && { alike: true }),
  holds(evidence, line) {
    const x: Shape = (i) => evidence.x[i];
    if (!(nearly ? isNearlyOrthogonal(evidence, line, x) : angleTo(evidence, line, x) === 'right')) return undefined;
    // if adding a constant to x changes nothing either, f does not divide by the sum of x: the missing offset is a mean
    if (slope === ONE && angleTo(evidence, line, ONE) !== 'other') return undefined;
    const k = whole ? size(line, x) : 1;
    const shape: Shape = (i) => slope(x(i));
    const bar: Shape = (i) => Math.abs(k) * barOf(evidence, i);
    const found = shareOf(evidence, line, (i) => evidence.analytic[i] - k * evidence.numeric[i], shape);
    // weight decay in the gradient alone, on weights that are normalised
    if (!whole && isTyped(found)) return undefined;
    const fit = explain(
      evidence,
      line,
      (i) => k * evidence.numeric[i] + found.multiple * shape(i),
      (i) => bar(i) + found.spread * Math.max(1, Math.abs(k)) * Math.abs(shape(i)),
      1,
    );
    return fit && { fit, share: found.multiple };
  },
});

/** The standard deviation of a row was treated as a constant, and perhaps its mean as well. */
const standardised = (mean: boolean): Pattern => ({
  facts: { by: mean ? 'its deviation, less its mean' : 'its deviation' },
  alike: true,
  holds(evidence, line) {
    const middle = sum(line, (i) => evidence.x[i]) / line.length;
    const centred: Shape = (i) => evidence.x[i] - middle;
    if (angleTo(evidence, line, ONE) !== 'right' || !isNearlyOrthogonal(evidence, line, centred)) return undefined;
    const error: Shape = (i) => evidence.analytic[i] - evidence.numeric[i];
    const along = shareOf(evidence, line, error, centred);
    // without it only the mean is missing, which is an offset
    if (!(Math.abs(along.multiple) > along.spread)) return undefined;
    const offset = mean ? shareOf(evidence, line, error, ONE) : { multiple: 0, spread: 0 };
    const fit = explain(
      evidence,
      line,
      (i) => evidence.numeric[i] + along.multiple * centred(i) + offset.multiple,
      (i) => barOf(evidence, i) + along.spread * Math.abs(centred(i)) + offset.spread,
      mean ? 2 : 1,
    );
    return fit && { fit };
  },
});

export const normalisation = inEach('normalisation', [
  ...[false, true].flatMap((nearly) =>
    SIZES.flatMap((size) => [false, true].map((whole) => divided(size, whole, nearly))),
  ),
  standardised(false),
  standardised(true),
]);
