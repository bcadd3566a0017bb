/** A gradient that is projected, onto the sphere or onto vectors that sum to 0, while f projects nothing. Nothing is fitted. */
import { inEach, type Pattern } from './cuts.ts';
import { barOf, explain, isTyped, shareOf } from './fit.ts';

/** ‖x‖² of a point on the sphere differs from 1 by less than this. */
const UNIT = 1e-6;

/**
 * analytic = numeric less its share along x, so that analytic · x = 0. Weight decay that is missing from the gradient looks the
 * same where no scale of x changes the rest of f, as before a normalisation. If x has length 1, it is the sphere; if the
 * multiple is a number of few digits, which somebody typed, it is the decay.
 */
const ontoSphere: Pattern = {
  facts: { along: 'x' },
  holds(evidence, line) {
    const x = (i: number): number => evidence.x[i];
    const found = shareOf(evidence, line, (i) => evidence.numeric[i], x);
    const fit = explain(
      evidence,
      line,
      (i) => evidence.numeric[i] - found.multiple * x(i),
      (i) => barOf(evidence, i) + found.spread * Math.abs(x(i)),
    );
    if (!fit) return undefined;
    const unit = Math.abs(line.reduce((sum, i) => sum + x(i) ** 2, 0) - 1) <= UNIT;
    if (!unit && isTyped(found)) return undefined;
    return { fit, share: found.multiple, ...(unit && { implies: ['missing-l2'] }) };
  },
};

/** analytic = numeric less its mean, so that analytic sums to 0. */
const withoutMean: Pattern = {
  facts: { along: '1' },
  holds(evidence, line) {
    const found = shareOf(
      evidence,
      line,
      (i) => evidence.numeric[i],
      () => 1,
    );
    const fit = explain(
      evidence,
      line,
      (i) => evidence.numeric[i] - found.multiple,
      (i) => barOf(evidence, i) + found.spread,
    );
    return fit && { fit, share: found.multiple, implies: ['constant-offset'] };
  },
};

export const projected = inEach('projected', [ontoSphere, withoutMean]);
