/** The verdict on two given gradients: is the analytic one wrong, or the check, or can it not be told? */
import { whereIn } from '../findings.ts';
import type { Verdict } from '../types.ts';
import { differencesFollowGradient, exactOffset, exactRatio, grossOutliers, isCleanSubset } from './beyond-doubt.ts';
import { checkAtFault, findingOf } from './check-at-fault.ts';
import type { ComparedFinding } from './kinds.ts';
import { findLattice, type Lattice } from './lattice.ts';
import { AGREES, type Explained, explainSides, explainWrong } from './levels.ts';
import { isExplainedBy, precisionOf } from './precision.ts';
import { agreesInShort, shortBitsOf, shortFinding } from './short-floats.ts';
import { indicesWhere, type Sides } from './sides.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly ComparedFinding[];
  /** |analytic - numeric| up to this is no disagreement. */
  readonly tolerance: Float64Array;
  /** Flat indices of the elements that disagree. */
  readonly wrong: readonly number[];
  readonly lattice?: Lattice;
}

/** Rounding steps by which a difference of short floats may be off. */
const QUANTA = 3;

/** A difference off by more rounding steps than this is not off by rounding. */
const ROUNDINGS = 8;

/** From a step of this length on, which the lattice of short floats shows, truncation may be gross. */
const LONG_STEP = 1e-2;

/** A side that is no number, where the other one is. */
function notFinite(sides: Sides): ComparedFinding[] {
  const { analytic, numeric } = sides;
  const odd = (values: Float64Array, others: Float64Array) =>
    indicesWhere(
      values.length,
      (i) => !Number.isFinite(values[i]) && Number.isFinite(others[i]) && sides.halves[i] !== Number.POSITIVE_INFINITY,
    );
  const matters = sides.mismatches.length === 0;
  const bad = matters ? odd(analytic, numeric) : [];
  const undefinedThere = odd(numeric, analytic);
  const certain = bad.some((i) => Number.isNaN(analytic[i]));
  return [
    ...(bad.length > 0
      ? [
          findingOf(
            sides,
            'not-finite',
            bad,
            { value: String(analytic[bad[0]]) },
            certain ? 'high' : 'low',
            certain ? 'bug' : 'doubt',
          ),
        ]
      : []),
    ...(undefinedThere.length > 0 ? [findingOf(sides, 'domain-edge', undefinedThere, {}, 'low')] : []),
  ];
}

function shapeFindings(sides: Sides, explained: Explained): ComparedFinding[] {
  const shapes = explained.findings.filter(({ evidence }) => evidence.shape !== undefined);
  const unnamed = sides.mismatches.filter(
    ({ name }) => !shapes.some(({ where }) => where.groups.includes(name) || where.groups.length === 0),
  );
  return [
    ...shapes,
    ...unnamed.map(({ name, actual = [], expected = [] }): ComparedFinding => {
      const message = `The analytic gradient has the shape (${actual.join(', ')}), the numeric one (${expected.join(', ')})`;
      const block = sides.groups.filter((group) => group.name === name);
      const indices = block.flatMap(({ start, size }) => Array.from({ length: size }, (_, k) => start + k));
      return {
        kind: 'wrong-shape',
        role: 'bug',
        where: whereIn({ blocks: sides.groups, nameOf: sides.nameOf }, indices),
        evidence: { message },
        confidence: 'high',
      };
    }),
  ];
}

/** The verdict on the elements that disagree, and the findings that it rests on. */
function verdictOf(
  sides: Sides,
  { wrong, findings, named }: Explained,
  lattice: Lattice | undefined,
): { verdict: Verdict; findings: ComparedFinding[] } {
  const fault = checkAtFault(sides, wrong);
  if (fault && !(named === 1 && fault.verdict === 'inconclusive'))
    return { verdict: fault.verdict, findings: [fault.finding] };
  if (named > 0) return { verdict: 'fail', findings: [...findings] };
  const quantum = lattice?.quantum ?? 0;
  const beyondRounding = wrong.every((i) => Math.abs(sides.analytic[i] - sides.numeric[i]) >= ROUNDINGS * quantum);
  // Over a step as long as this truncation is gross, for some elements more than for others.
  const bends = lattice !== undefined && lattice.step >= LONG_STEP;
  const certain =
    beyondRounding &&
    (exactRatio(sides, wrong) !== undefined ||
      exactOffset(sides, wrong) !== undefined ||
      (!bends && (isCleanSubset(sides, wrong) || differencesFollowGradient(sides, wrong))));
  return {
    verdict: certain ? 'fail' : 'inconclusive',
    findings: findings.map((finding) => ({ ...finding, role: certain ? 'bug' : 'doubt' })),
  };
}

/**
 * Judges two given gradients by their numbers alone. A name above low confidence is one that at least three pairs agree on.
 */
export function judge(sides: Sides): Judgement {
  const { analytic, numeric, numericHalves, halves } = sides;
  const odd = notFinite(sides);
  const lattice = findLattice(
    [...numeric],
    [...numericHalves],
    [...analytic],
    Array.from(halves, (half, i) => half - numericHalves[i]),
  );
  const floor = lattice ? QUANTA * lattice.quantum : 0;
  const first = explainSides(sides, floor);
  const outliers = first.named === 0 && !lattice ? grossOutliers(sides) : undefined;
  const explained = outliers && outliers.length < first.wrong.length ? explainWrong(sides, outliers) : first;
  const { wrong, tolerance, level } = explained;
  const done = (verdict: Verdict, findings: readonly ComparedFinding[]): Judgement => ({
    verdict: odd.some(({ role }) => role === 'bug')
      ? 'fail'
      : odd.length > 0 && verdict === 'pass'
        ? 'inconclusive'
        : verdict,
    findings: [...odd, ...findings],
    tolerance,
    wrong,
    ...(lattice ? { lattice } : {}),
  });
  if (sides.mismatches.length > 0)
    return done('fail', [
      ...shapeFindings(sides, explained),
      ...explained.findings.filter(({ evidence }) => evidence.shape === undefined),
    ]);
  const precision = lattice && precisionOf(sides, lattice);
  if (wrong.length === 0) {
    if (lattice && precision && differs(sides)) {
      const right = level === 0 && isExplainedBy(sides, lattice);
      return done(right ? 'pass' : 'inconclusive', [
        { ...precision, confidence: right ? precision.confidence : 'low' },
      ]);
    }
    if (level <= AGREES)
      return done('pass', [findingOf(sides, 'agrees', [], { elements: analytic.length }, 'high', 'note')]);
    const short = shortBitsOf(sides);
    if (short && agreesInShort(sides, short)) return done('pass', [shortFinding(sides, short)]);
    return done('inconclusive', [findingOf(sides, 'nearly-agrees', [], {}, 'low'), ...later(sides)]);
  }
  const result = verdictOf(sides, explained, lattice);
  const short = result.verdict === 'inconclusive' ? shortBitsOf(sides) : undefined;
  if (short) return done(agreesInShort(sides, short) ? 'pass' : 'inconclusive', [shortFinding(sides, short)]);
  return done(result.verdict, [
    ...result.findings,
    ...(precision ? [{ ...precision, role: 'note' as const, confidence: 'low' as const }] : []),
  ]);
}

/** Whether anything differs beyond the printed digits. */
const differs = ({ analytic, numeric, halves }: Sides): boolean =>
  analytic.some((a, i) => Math.abs(a - numeric[i]) > halves[i]);

/** The findings that the size of the differences suggests, where nothing else was found. */
function later(sides: Sides): ComparedFinding[] {
  const all = indicesWhere(sides.analytic.length, () => true);
  const fault = checkAtFault(sides, all);
  return fault?.verdict === 'inconclusive' ? [fault.finding] : [];
}
