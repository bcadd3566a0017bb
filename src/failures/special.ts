/** Patterns that need more than two lists of real numbers: complex pairs, and the corners of arrays that are cut. */
import type { Pairs } from './reading.ts';
import { BEHIND } from './text/bracketed.ts';
import type { FailureFinding } from './types.ts';
import { sayMessage } from './words.ts';

type Special = (pairs: Pairs) => FailureFinding | undefined;

/** One part of the complex numbers has the other sign, in every entry that shows it. */
const conjugate: Special = ({ complex, analytic, numeric, halves }) => {
  if (!complex) return undefined;
  for (const part of [0, 1] as const) {
    let shown = 0;
    const holds = analytic.every((a, i) => {
      const n = i % 2 === part ? -numeric[i] : numeric[i];
      const slack = halves[i] + 1e-6 * Math.abs(n);
      if (i % 2 === part && Math.abs(a - numeric[i]) > slack) shown++;
      return Math.abs(a - n) <= slack;
    });
    const mixed = analytic.some((a, i) => i % 2 !== part && Math.abs(a) > halves[i]);
    if (!holds || shown < 2 || !mixed) continue;
    const which = part === 0 ? 'real' : 'imaginary';
    const says = `The ${which} parts have the other sign, and the others agree: a conjugate is missing in the backward pass.`;
    return sayMessage('conjugate', 'bug', { part: which, entries: shown }, shown >= 3 ? 'medium' : 'low', says);
  }
  return undefined;
};

/** Four digits or more, so that two numbers do not agree by chance. */
const SHARP = 1e-4;

/** Row 0 of the one is column 0 of the other, as far as both are in sight. */
const mirroredCorner: Special = ({ places, analytic, numeric, halves, more, total }) => {
  if (!places?.length || places[0].length !== 2 || !(more || total > analytic.length)) return undefined;
  const at = new Map(places.map((place, k) => [place.join(), k]));
  let same = 0;
  const edge = places.flatMap(([row, column], k) =>
    row === 0 && column > 0 && column < BEHIND ? [{ k, mirror: at.get(`${column},0`) }] : [],
  );
  const isSharp = (k: number): boolean => halves[k] <= SHARP * Math.abs(analytic[k]);
  for (const [left, right] of [
    [analytic, numeric],
    [numeric, analytic],
  ]) {
    const found = edge.filter(
      ({ k, mirror }) => mirror !== undefined && isSharp(k) && Math.abs(left[k] - left[mirror]) > halves[k],
    );
    const agree = found.filter(({ k, mirror }) => Math.abs(left[k] - right[mirror as number]) <= halves[k]);
    if (agree.length === found.length) same = Math.max(same, agree.length);
  }
  if (same === 0) return undefined;
  const says = `Row 0 of the one array is column 0 of the other, as far as they are printed (${same} ${same === 1 ? 'entry' : 'entries'}): transposed.`;
  return sayMessage('transposed', 'bug', { fits: same }, 'low', says);
};

/** Bugs that a comparison shows besides those of the rules for real arrays in full; the gradient is then wrong. */
export const specialOf = (pairs: Pairs): FailureFinding | undefined => conjugate(pairs) ?? mirroredCorner(pairs);
