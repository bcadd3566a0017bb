/** The stretches in each of which a pattern may hold by itself: everything, a group, its rows, its columns. */
import type { Block } from '../point/layout.ts';
import type { Evidence } from './evidence.ts';
import { confidenceOf, type Fit, together } from './fit.ts';
import { type Candidate, type Disagreement, indicesOf, linesOf, type Rule } from './rule.ts';

type Line = readonly number[];

/** One way to cut a scope into stretches. */
export interface Cut {
  /** `row` or `column`; empty where the scope is one stretch. */
  readonly per: '' | 'row' | 'column';
  /** The stretches that hold a wrong element, with all their elements. */
  readonly lines: readonly Line[];
}

/** The last axis runs along a row, all others together along a column. Axes of one element are not cut. */
function linesAlong({ shape, start, size }: Block, across: boolean): Line[] {
  const columns = shape[shape.length - 1];
  return shape.length < 2 || columns < 2 || columns === size ? [] : linesOf(start, size, columns, across);
}

/** Every way to cut a scope, the uncut one first. No stretch has only one element: any pattern would fit it. */
export function cutsOf({ evidence, wrong, wrongIn }: Disagreement, group: Block | undefined): Cut[] {
  const bad = new Set(group ? wrongIn(group) : wrong);
  const cuts: Cut[] = group
    ? [
        { per: '', lines: [indicesOf(group)] },
        { per: 'row', lines: linesAlong(group, false) },
        { per: 'column', lines: linesAlong(group, true) },
      ]
    : [{ per: '', lines: [[...evidence.x.keys()]] }];
  return cuts
    .map(({ per, lines }) => ({ per, lines: lines.filter((line) => line.some((i) => bad.has(i))) }))
    .filter(({ lines }) => lines.length > 0 && lines.every((line) => line.length > 1));
}

/** How a pattern holds in one stretch. */
export interface Held {
  readonly fit: Fit;
  /** What was fitted to the stretch, or computed from it. */
  readonly share?: number;
  /** Names that hold as well wherever this one does. */
  readonly implies?: Candidate['implies'];
}

export interface Pattern {
  /** What tells it from the other patterns of its kind. */
  readonly facts: Readonly<Record<string, string>>;
  /** Kept only where two or more rows or columns fit: a single one may fit by chance. */
  readonly alike?: boolean;
  /** Does it hold for all these elements, the right ones among them too? */
  readonly holds: (evidence: Evidence, line: Line) => Held | undefined;
}

export function heldIn(
  evidence: Evidence,
  lines: readonly Line[],
  { holds }: Pick<Pattern, 'holds'>,
): Held[] | undefined {
  const all: Held[] = [];
  for (const line of lines) {
    const held = holds(evidence, line);
    if (!held) return undefined;
    all.push(held);
  }
  return all;
}

/**
 * A rule whose patterns may hold in the whole scope, or in each row or column by itself. The first that holds is reported.
 */
export function inEach(kind: Candidate['kind'], patterns: readonly Pattern[]): Rule {
  return (scene, scope, group) => {
    for (const { per, lines } of cutsOf(scene, group))
      for (const pattern of patterns) {
        if (pattern.alike && lines.length < 2) continue;
        const held = heldIn(scene.evidence, lines, pattern);
        const fit = held && together(held.map((each) => each.fit));
        const confidence = fit && confidenceOf(fit);
        if (!held || !confidence || confidence === 'low') continue;
        const [{ share, implies }] = held;
        return {
          kind,
          claims: scope,
          key: `${per} ${Object.values(pattern.facts)}`,
          confidence,
          ...(implies && { implies }),
          evidence: {
            ...pattern.facts,
            ...(per ? { per, lines: lines.length } : share !== undefined && { share }),
            residual: fit.residual,
          },
        };
      }
    return undefined;
  };
}
