/** What two given gradients show besides the bugs of every check: what it is, and what to do about it. */
import { COMPARED_KINDS, type ComparedFinding, type ComparedKind } from '../compare/kinds.ts';
import type { Finding, FindingKind } from '../types.ts';
import { type Facts, figure, given } from './sentence.ts';
import { explainFinding, nextStep } from './wording.ts';

interface ComparedWords {
  /** A whole sentence, without its full stop. */
  readonly tells: (facts: Facts) => string;
  readonly next: string;
}

type OwnKind = (typeof COMPARED_KINDS)[number];

const WORDS: Readonly<Record<OwnKind, ComparedWords>> = {
  agrees: {
    tells: ({ elements }) =>
      elements === 1 ? 'The two numbers agree' : `All ${figure(elements)} pairs agree, as closely as differences can`,
    next: 'Nothing: if a check failed, its threshold is too strict.',
  },
  'nearly-agrees': {
    tells: () =>
      'The pairs differ by less than a hundredth, without a common factor: too much for rounding in double precision, too little for most bugs',
    next: 'Repeat in float64 with central differences, at two steps a factor of ten apart: what shrinks with the step is truncation, what grows is round-off.',
  },
  float16: {
    tells: ({ quantum, step }) =>
      `All numeric slopes are whole multiples of ${figure(quantum)}: rounding of about ten bits over a step of ${figure(step)}`,
    next: 'Check in float64.',
  },
  bfloat16: {
    tells: ({ quantum, step }) =>
      `All numeric slopes are whole multiples of ${figure(quantum)}: rounding to eight bits over a step of ${figure(step)}`,
    next: 'Check in float64.',
  },
  'noise-floor': {
    tells: ({ size }) =>
      `The differences are about as large for small elements as for large ones${given(size, 'about ')}: so does reduced precision look, and so does a small term that is missing`,
    next: 'Repeat in float64 (on a GPU without TF32), with a larger step.',
  },
  'numeric-side-dead': {
    tells: ({ value }) =>
      `Every numeric slope is ${figure(value)}, whatever the analytic one: the loss does not see the change of x, or it is another function that is differenced`,
    next: 'Make sure that the loss reads the array that is changed (not a copy, not integers), and that the step is not lost in the precision of x.',
  },
  'numeric-side-drifts': {
    tells: ({ rise }) =>
      `The numeric slopes grow by about ${figure(rise)} from element to element, far beyond the analytic ones: f keeps something from one call to the next`,
    next: 'Set all state of the forward pass back before each evaluation (random seed, running mean, buffers).',
  },
};

const isOwn = (kind: ComparedKind): kind is OwnKind => (COMPARED_KINDS as readonly string[]).includes(kind);

/** What two given gradients show, as one sentence with its figures. */
export const explainCompared = (finding: ComparedFinding): string =>
  isOwn(finding.kind) ? `${WORDS[finding.kind].tells(finding.evidence)}.` : explainFinding(finding as Finding);

/** What to do about it, in one sentence. */
export const nextOfCompared = (finding: ComparedFinding): string =>
  isOwn(finding.kind) ? WORDS[finding.kind].next : nextStep(finding as Finding & { kind: FindingKind });
