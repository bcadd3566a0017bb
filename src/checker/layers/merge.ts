/** Puts the report of a layer together from what is known of every view. */
import { worstOf } from '../elements/assemble.ts';
import type { Judged } from '../elements/verdicts.ts';
import { makeFinding, whereIn } from '../findings.ts';
import type { Layout } from '../point/layout.ts';
import type { Finding, Group, Verdict } from '../types.ts';
import type { JudgedRow } from './judge-rows.ts';
import { entryName } from './layout.ts';
import type { Entry } from './types.ts';

/** Entries that a report lists. */
const LISTED_ENTRIES = 256;

const relative = (analytic: number, numeric: number): number => {
  const largest = Math.max(Math.abs(analytic), Math.abs(numeric));
  return largest === 0 ? 0 : Math.abs(analytic - numeric) / largest;
};

/** Wrong entries first, and the worst of each kind first. */
const badness = ({ verdict, relativeError }: Pick<Entry, 'verdict' | 'relativeError'>): number =>
  (verdict === 'fail' ? 4 : 0) + (Number.isNaN(relativeError) ? 2 : relativeError);

/** One entry that was compared, by the places of its two ends. */
export interface Compared {
  readonly output: number;
  readonly index: number;
  readonly judged: Judged;
  readonly verdict: Verdict;
}

/** The wrong and undecided entries of rows that are one output each. */
export const comparedIn = (rows: readonly JudgedRow[]): Compared[] =>
  rows.flatMap(({ view, judged, verdicts }) =>
    judged.flatMap((each, index) =>
      view.output === undefined || verdicts[index] === 'pass'
        ? []
        : [{ output: view.output, index, judged: each, verdict: verdicts[index] }],
    ),
  );

/** Entries as the report lists them: the worst first, each named by both ends. */
export function entriesOf(inputs: Layout, outputs: Layout, compared: readonly Compared[]): Entry[] {
  const groupOf = (layout: Layout, i: number) => layout.blocks.findLast(({ start }) => start <= i)?.name ?? '';
  return compared
    .map(({ judged: { analytic, slope, tolerance }, verdict, output, index }) => ({
      output,
      index,
      analytic,
      numeric: slope.value,
      errorBar: slope.errorBar,
      tolerance,
      relativeError: relative(analytic, slope.value),
      verdict,
    }))
    .sort((a, b) => badness(b) - badness(a) || a.output - b.output || a.index - b.index)
    .slice(0, LISTED_ENTRIES)
    .map((entry) => ({
      name: entryName(outputs, inputs, entry.output, entry.index),
      outputGroup: groupOf(outputs, entry.output),
      group: groupOf(inputs, entry.index),
      ...entry,
    }));
}

/** The groups of y, from the verdicts on each output and on each row. */
export function outputGroups(
  outputs: Layout,
  verdicts: readonly Verdict[],
  rowOf: (output: number) => JudgedRow | undefined,
): Group[] {
  return outputs.blocks.map(({ name, shape, start, size }) => {
    const members = verdicts.slice(start, start + size);
    const count = (verdict: Verdict) => members.filter((each) => each === verdict).length;
    return {
      name,
      shape,
      start,
      size,
      wrong: count('fail'),
      undecided: count('inconclusive'),
      relativeError: errorOver(Array.from({ length: size }, (_, k) => rowOf(start + k))),
      verdict: worstOf(members),
    };
  });
}

/** The error of rows as one: ||a - n|| / (||a|| + ||n||) over the entries that are known; NaN where there are none. */
function errorOver(rows: readonly (JudgedRow | undefined)[]): number {
  const squares = { difference: 0, analytic: 0, numeric: 0 };
  let known = 0;
  for (const row of rows)
    for (const { analytic, slope } of row?.judged ?? []) {
      if (!Number.isFinite(analytic - slope.value)) continue;
      known++;
      squares.difference += (analytic - slope.value) ** 2;
      squares.analytic += analytic ** 2;
      squares.numeric += slope.value ** 2;
    }
  if (known === 0) return Number.NaN;
  return Math.sqrt(squares.difference) / (Math.sqrt(squares.analytic) + Math.sqrt(squares.numeric)) || 0;
}

/**
 * Findings of several views as one for each kind and role: the places together, the evidence of the first, and the output where
 * it is a single one.
 */
export function joined(
  inputs: Layout,
  outputs: Layout,
  found: readonly { readonly output: number | undefined; readonly findings: readonly Finding[] }[],
): Finding[] {
  const byKind = new Map<string, { first: Finding; indices: Set<number>; outputs: Set<number> }>();
  for (const { output, findings } of found)
    for (const finding of findings) {
      const key = `${finding.kind} ${finding.role}`;
      const before = byKind.get(key) ?? { first: finding, indices: new Set<number>(), outputs: new Set<number>() };
      for (const i of finding.where.indices) before.indices.add(i);
      if (output !== undefined) before.outputs.add(output);
      byKind.set(key, before);
    }
  return [...byKind.values()].map(({ first, indices, outputs: concerned }) =>
    makeFinding(
      first.kind,
      first.role,
      whereIn(
        inputs,
        [...indices].sort((a, b) => a - b),
      ),
      {
        ...first.evidence,
        ...(concerned.size === 1 && { output: outputs.nameOf([...concerned][0]) }),
        ...(concerned.size > 1 && { outputs: concerned.size }),
      },
    ),
  );
}
