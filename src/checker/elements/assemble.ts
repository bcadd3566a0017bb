/** Puts a report together from what is known of each element. */
import type { Layout } from '../point/layout.ts';
import { flatRelativeError } from '../textbook/relative-error.ts';
import type { Element, Finding, Group, Report, Verdict } from '../types.ts';
import { detectableOf, type Judged } from './verdicts.ts';

/** The verdict of a whole: `fail` if a part fails, else `inconclusive` if a part is, else `pass`. */
export const worstOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('fail') ? 'fail' : verdicts.includes('inconclusive') ? 'inconclusive' : 'pass';

/** The verdict that a finding leads to. */
export const verdictOfFinding = ({ role }: Finding): Verdict =>
  role === 'bug' ? 'fail' : role === 'doubt' ? 'inconclusive' : 'pass';

/** The elements of the report, in flat order. */
export function elementsOf(layout: Layout, judged: readonly Judged[], verdicts: readonly Verdict[]): Element[] {
  return layout.blocks.flatMap((block) =>
    Array.from({ length: block.size }, (_, j) => {
      const index = block.start + j;
      const { slope, analytic, tolerance } = judged[index];
      const largest = Math.max(Math.abs(analytic), Math.abs(slope.value));
      return {
        index,
        name: layout.nameOf(index),
        group: block.name,
        analytic,
        numeric: slope.value,
        errorBar: slope.errorBar,
        tolerance,
        relativeError: largest === 0 ? 0 : Math.abs(analytic - slope.value) / largest,
        step: slope.step,
        ...(slope.slopes && { slopes: slope.slopes }),
        verdict: verdicts[index],
      };
    }),
  );
}

/** The error of elements as one, over those of which both slopes are known; NaN where there are none. */
function errorAsOne(members: readonly Element[]): number {
  const known = members.filter(({ analytic, numeric }) => Number.isFinite(analytic - numeric));
  const analytic = Float64Array.from(known, (member) => member.analytic);
  const numeric = Float64Array.from(known, (member) => member.numeric);
  // two gradients of 0 agree
  return known.length === 0 ? Number.NaN : flatRelativeError(analytic, numeric, 0) || 0;
}

/** The groups of the report, each with the counts and the relative error of its elements. */
export function groupsOf(layout: Layout, elements: readonly Element[]): Group[] {
  return layout.blocks.map(({ name, shape, start, size }) => {
    const members = elements.slice(start, start + size);
    const count = (verdict: Verdict) => members.filter((member) => member.verdict === verdict).length;
    return {
      name,
      shape,
      start,
      size,
      wrong: count('fail'),
      undecided: count('inconclusive'),
      relativeError: errorAsOne(members),
      verdict: worstOf(members.map(({ verdict }) => verdict)),
    };
  });
}

/** Wrong elements, worst first. */
export function rankingOf(elements: readonly Element[]): number[] {
  const badness = ({ relativeError }: Element) =>
    Number.isNaN(relativeError) ? Number.POSITIVE_INFINITY : relativeError;
  return elements
    .filter(({ verdict }) => verdict === 'fail')
    .sort((a, b) => (badness(a) === badness(b) ? a.index - b.index : badness(b) - badness(a)))
    .map(({ index }) => index);
}

/**
 * The smallest relative error that would have shown: in the element where it would hide best, and the median over all
 * elements.
 */
export function detectableIn(judged: readonly Judged[]): Report['detectable'] {
  const sorted = judged.map(detectableOf).sort((a, b) => a - b);
  return { worst: sorted[sorted.length - 1], median: sorted[sorted.length >> 1] };
}
