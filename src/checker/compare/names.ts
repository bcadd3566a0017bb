/** Which names of bugs two given gradients can prove: fewer than a check that can call the function again. */
import { atMost } from '../diagnosis/fit.ts';
import type { Confidence, Finding, FindingKind } from '../types.ts';
import type { Sides } from './sides.ts';

/**
 * Names that the numbers alone prove, where enough of them agree. All others are guesses without f and x; that a single element
 * is wrong is a guess because a message may be cut short, and because a kink shows in one element as well.
 */
const PROVED: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'missing-mean',
  'factor-two',
  'constant-factor',
  'sign',
  'log-base',
  'degrees',
  'missing-l2',
  'missing-l1',
  'zeroed-group',
  'transposed',
  'swapped',
  'off-by-one',
  'reversed',
  'broadcast-not-summed',
  'constant-offset',
]);

/** Names that need to know how many elements there are and in which order they stand. */
const NEEDS_ORDER: ReadonlySet<FindingKind> = new Set<FindingKind>(['transposed', 'off-by-one', 'reversed']);

/** Wrong elements that a name must explain. */
const FEWEST = 3;

/** Relative error that all numeric slopes may share, such as that of one-sided differences. */
const NUMERIC_ERROR = 2e-6;

/** A factor that is known no better than this has no name: others lie as near. */
const SHARP = 5e-3;

/** A factor that comes so near to a simple one is that one, measured with an error that was not allowed for. */
const isNearlySimple = (factor: number): boolean => {
  const large = Math.abs(factor) >= 1 ? Math.abs(factor) : 1 / Math.abs(factor);
  const whole = Math.round(large);
  return whole <= 100 && Math.abs(large - whole) <= 1e-5 * large;
};

/**
 * Whether the factor that fits best is the one that was named, as closely as its own scatter tells: 1.98 is not 2, however
 * wide the tolerance.
 */
function isSharp({ analytic, numeric, halves }: Sides, { evidence, where }: Finding): boolean {
  const factor = Number(evidence.factor);
  if (evidence.factor === undefined) return true;
  let [above, below] = [0, 0];
  for (const i of where.indices) {
    above += analytic[i] * numeric[i];
    below += numeric[i] * numeric[i];
  }
  const best = above / below;
  let scatter = 0;
  for (const i of where.indices) scatter += (analytic[i] - best * numeric[i]) ** 2 + halves[i] ** 2;
  const count = where.indices.length;
  const doubt = 4 * Math.sqrt(scatter / below / count);
  return doubt <= SHARP * Math.abs(factor) && Math.abs(best - factor) <= doubt + NUMERIC_ERROR * Math.abs(factor);
}

interface Setting {
  readonly wrong: readonly number[];
  /** A clear gap lies between wrong and right elements. */
  readonly clear: boolean;
  /** More numeric error is allowed for than differences in double precision have. */
  readonly coarse: boolean;
}

/** A factor that equals the number of elements in sight means nothing where others are out of sight. */
function withoutChance(sides: Sides, finding: Finding): Finding {
  const { size, sizeName: _, ...rest } = finding.evidence;
  if (finding.kind !== 'missing-mean' || !sides.partial || Object.values(sides.sizes).includes(Number(size)))
    return finding;
  return { ...finding, kind: 'constant-factor', evidence: { ...rest, whole: Number(size) } };
}

function confidenceOf(sides: Sides, finding: Finding, { wrong, clear, coarse }: Setting): Confidence {
  const { kind, where, evidence } = finding;
  const subset = wrong.length < sides.analytic.length;
  if (!PROVED.has(kind) || evidence.alternative !== undefined || evidence.beside !== undefined) return 'low';
  if (sides.partial && NEEDS_ORDER.has(kind)) return 'low';
  if (where.count < FEWEST && kind !== 'broadcast-not-summed') return 'low';
  if (coarse || (subset && !clear)) return 'low';
  if (!isSharp(sides, finding)) return 'low';
  if (kind === 'constant-factor' && evidence.whole === undefined && isNearlySimple(Number(evidence.factor)))
    return 'low';
  return finding.confidence;
}

/** The findings of the diagnosis, each with no more confidence than two columns of numbers can give it. */
export const soberly = (sides: Sides, findings: readonly Finding[], setting: Setting): Finding[] =>
  findings.map((found) => {
    const finding = withoutChance(sides, found);
    return { ...finding, confidence: atMost(finding.confidence, confidenceOf(sides, finding, setting)) };
  });
