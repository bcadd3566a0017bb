/** Findings about the numbers: why an element is undecided, or what the measurement of a decided one ran into. */
import { makeFinding, whereIn } from '../findings.ts';
import type { Layout } from '../point/layout.ts';
import type { Slope } from '../slope/measured-slope.ts';
import type { Finding, FindingKind, Verdict } from '../types.ts';
import type { Judged } from './verdicts.ts';

/** Why an element is undecided (a doubt), or what the measurement of a decided one ran into (a note). */
interface Reason {
  readonly kind: FindingKind;
  readonly role: 'doubt' | 'note';
  readonly applies: (judged: Judged) => boolean;
  /** `rounding` is the standard deviation of the last digit of f. */
  readonly evidence: (judged: Judged, rounding: number) => Finding['evidence'];
}

/** An error bar this much wider than f's own error over the step comes from elsewhere: from how f bends. */
const BENDS = 16;
/** f errs by this many of its last digits at least, where something in it is less exact than its value. */
const INEXACT = 8;

const isBent = ({ shape, errorBar, noise, step }: Slope): boolean =>
  shape === 'unsettled' || (shape === 'smooth' && errorBar > (BENDS * noise) / step);

/** What makes the tolerance of an element so wide that a right slope and a wrong one look alike. */
function causeOf({ slope, tolerance, wobble }: Judged, rounding: number): string {
  if (wobble > tolerance / 2) return 'gradient';
  return slope.noise > INEXACT * rounding ? 'inexact' : 'last digit';
}

const open = (verdict: Verdict): boolean => verdict === 'inconclusive';

/** The first reason that applies to an undecided element is given. Notes are made for all others. */
const REASONS: readonly Reason[] = [
  {
    kind: 'kink-at-x',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'kink',
    evidence: ({ slope }) => ({
      left: slope.slopes?.left ?? Number.NaN,
      right: slope.slopes?.right ?? Number.NaN,
      step: slope.step,
    }),
  },
  {
    kind: 'jump',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'jump',
    evidence: ({ slope }) => ({ size: slope.variation * slope.step, step: slope.step }),
  },
  {
    kind: 'budget-exhausted',
    role: 'doubt',
    applies: ({ slope }) => slope.starved === true,
    evidence: () => ({}),
  },
  {
    kind: 'domain-edge',
    role: 'doubt',
    applies: ({ slope }) => slope.shape === 'outside' || slope.shape === 'edge',
    evidence: ({ slope }) => ({ step: slope.step }),
  },
  {
    kind: 'truncation',
    role: 'doubt',
    applies: ({ slope, tolerance, wobble }) => isBent(slope) && !(wobble > tolerance / 2),
    evidence: ({ slope }) => ({ step: slope.step, errorBar: slope.errorBar }),
  },
  {
    kind: 'round-off',
    role: 'doubt',
    applies: () => true,
    evidence: (judged, rounding) => ({
      cause: causeOf(judged, rounding),
      tolerance: judged.tolerance,
      gradientNoise: judged.wobble,
      step: judged.slope.step,
      noise: judged.slope.noise,
      rounding,
    }),
  },
  ...(['kink-nearby', 'jump', 'domain-edge'] as const).map(
    (kind): Reason => ({
      kind,
      role: 'note',
      // a kink or jump beyond a stretch over which f is flat is not near
      applies: ({ slope }) => slope.nearby?.kind === kind && slope.shape !== 'flat',
      evidence: ({ slope }) => ({ distance: slope.nearby?.distance ?? Number.NaN, step: slope.step }),
    }),
  ),
  {
    kind: 'domain-edge',
    role: 'note',
    applies: ({ slope }) => slope.shape === 'edge',
    evidence: ({ slope }) => ({ distance: 0, step: slope.step }),
  },
];

/** One finding for each reason, over all elements that it applies to; its evidence is that of the first of them. */
export function numericFindings(
  layout: Layout,
  judged: readonly Judged[],
  verdicts: readonly Verdict[],
  rounding: number,
  skipOpen: boolean,
): Finding[] {
  const elements = new Map<Reason, number[]>();
  judged.forEach((each, i) => {
    if (skipOpen && open(verdicts[i])) return;
    const reason = REASONS.find(({ role, applies }) => (role === 'doubt') === open(verdicts[i]) && applies(each));
    if (!reason) return;
    const indices = elements.get(reason);
    if (indices) indices.push(i);
    else elements.set(reason, [i]);
  });
  return REASONS.flatMap((reason) => {
    const indices = elements.get(reason);
    return indices
      ? [makeFinding(reason.kind, reason.role, whereIn(layout, indices), reason.evidence(judged[indices[0]], rounding))]
      : [];
  });
}
