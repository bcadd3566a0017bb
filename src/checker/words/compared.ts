/** What two given gradients show besides the bugs of every check: what it is, and what to do about it. */
import { COMPARED_KINDS, type ComparedFinding, type ComparedKind } from '../compare/kinds.ts';
import type { Finding, FindingKind } from '../types.ts';
import { CONTRACT } from './contract.ts';
import { DOUBTS } from './doubts.ts';
import { type Facts, figure, given } from './sentence.ts';
import { explainFinding, nextStep } from './wording.ts';

interface ComparedWords {
  /** A whole sentence, without its full stop. */
  readonly tells: (facts: Facts) => string;
  readonly next: string;
}

const multiples = (bits: string, { quantum, step }: Facts): string =>
  `All numeric slopes are whole multiples of ${figure(quantum)}: rounding to ${bits} over a step of ${figure(step)}`;

const shortFloats = (format: string, { bits, unit }: Facts): string =>
  `Both sides were kept in ${format}, whose floats have ${figure(bits)} bits and are ${figure(unit)} of their size apart: too coarse for a check`;

type OwnKind = (typeof COMPARED_KINDS)[number];

const WORDS: Readonly<Record<OwnKind, ComparedWords>> = {
  agrees: {
    tells: ({ elements }) =>
      elements === 1 ? 'The two numbers agree' : `All ${figure(elements)} pairs agree, as closely as differences can`,
    next: 'Nothing: if a check failed, its threshold is too strict.',
  },
  'nearly-agrees': {
    tells: () =>
      'The pairs differ by less than one per cent, without a common factor: too much for rounding in double precision, too little for most bugs',
    next: 'Repeat in float64 with central differences, at two steps a factor of ten apart: an error that shrinks with the step is truncation, one that grows is round-off.',
  },
  float16: {
    tells: (facts) =>
      facts.quantum === undefined ? shortFloats('float16', facts) : multiples('about ten bits', facts),
    next: 'Check in float64.',
  },
  bfloat16: {
    tells: (facts) => (facts.quantum === undefined ? shortFloats('bfloat16', facts) : multiples('eight bits', facts)),
    next: 'Check in float64.',
  },
  'noise-floor': {
    tells: ({ size }) =>
      `The differences are about as large for small elements as for large ones${given(size, 'about ')}: a sign of reduced precision, or of a small term that is missing`,
    next: 'Repeat in float64 (on a GPU without TF32), with a larger step.',
  },
  'numeric-side-dead': {
    tells: ({ value }) =>
      `Every numeric slope is ${figure(value)}, whatever the analytic one: the loss does not see that x changes, or the differences are taken of another function`,
    next: 'Make sure that the loss reads the array that is changed (not a copy, not integers), and that the step is not lost in the precision of x.',
  },
  'numeric-side-drifts': {
    tells: ({ rise }) =>
      `The numeric slopes grow by about ${figure(rise)} from element to element, far beyond the analytic ones: f keeps something from one call to the next`,
    next: 'Set all state of the forward pass back before each evaluation (random seed, running mean, buffers).',
  },
};

const isOwn = (kind: ComparedKind): kind is OwnKind => (COMPARED_KINDS as readonly string[]).includes(kind);

/** A bug that the numbers suggest and do not prove: its sentence, under a condition. */
function suggested(finding: Finding): string {
  if (finding.kind !== 'unknown-pattern')
    return `If the numeric side is right: ${explainFinding(finding).replace(/^(?:All|The|Every) /, (word) => word.toLowerCase())}`;
  const { count } = finding.where;
  return `${count === 1 ? 'One pair differs' : `${figure(count)} pairs differ`} by more than the digits leave open, in no pattern that has a name.`;
}

/** A finding of {@link compareGradients} as one sentence with its figures. */
export function explainCompared(finding: ComparedFinding): string {
  if (isOwn(finding.kind)) return `${WORDS[finding.kind].tells(finding.evidence)}.`;
  const { kind, evidence } = finding;
  if (kind === 'float32' && evidence.quantum !== undefined) return `${multiples('single precision', evidence)}.`;
  const isGuess = finding.role === 'doubt' && !Object.hasOwn(DOUBTS, kind) && !Object.hasOwn(CONTRACT, kind);
  return isGuess ? suggested(finding as Finding) : explainFinding(finding as Finding);
}

/** What to do about it, in one sentence. */
export function nextOfCompared(finding: ComparedFinding): string {
  if (isOwn(finding.kind)) return WORDS[finding.kind].next;
  if (finding.kind === 'unknown-pattern' && finding.role === 'doubt') return WORDS['nearly-agrees'].next;
  return nextStep(finding as Finding & { kind: FindingKind });
}
