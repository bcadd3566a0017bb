/** All the English of findings and verdicts: what was found, with its figures, and what to do next. */
import type { Finding, FindingKind, Report, Verdict } from './types.ts';

type Facts = Finding['evidence'];

interface Words {
  readonly title: string;
  /** The rest of a sentence whose subject is the elements concerned, … */
  readonly says?: (facts: Facts, finding: Finding) => string;
  /** … or a sentence of its own. */
  readonly tells?: (facts: Facts, finding: Finding) => string;
  /** What to do next. */
  readonly next: string;
}

/**
 * A figure of the evidence for people: six significant digits at most; what is no number as it is.
 *
 * @example
 * figure(2e-7); // '2e-7', rather than '2.00000e-7'
 */
export function figure(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value);
}

/** ` (label figure)`, or nothing where the fact is missing. */
const given = (value: unknown, label = ''): string =>
  value === undefined || value === '' ? '' : ` (${label}${figure(value)})`;

const many = (finding: Finding, one: string, several: string): string => (finding.where.count === 1 ? one : several);

const are = (finding: Finding): string => many(finding, 'is', 'are');

/** Beside a regulariser that is right only the rest is off. */
const beside = (facts: Facts): string => (facts.beside ? `, but for a term ${facts.beside} that is right` : '');

const times = (facts: Facts): string => `${figure(facts.factor)} times the numeric slope${beside(facts)}`;

const penalty = (what: string) => (facts: Facts, finding: Finding) =>
  `${are(finding)} off by ${facts.extra ? '' : '-'}${figure(facts.lambda)} ${what}: ${facts.extra ? 'the gradient has a regulariser that f lacks' : 'f has a regulariser that the gradient lacks'}, or has weaker`;

const WORDS: Readonly<Record<FindingKind, Words>> = {
  'missing-mean': {
    title: 'A 1/n forgotten or doubled',
    says: (facts, finding) =>
      `${are(finding)} ${times(facts)}; ${facts.sizeName} = ${figure(facts.size)} is in sight: ${
        Number(facts.factor) > 1 ? 'the 1/n of a mean was forgotten' : 'it was divided by n once too often'
      }`,
    next: 'Divide by n exactly once between the loss and these elements.',
  },
  'factor-two': {
    title: 'A factor of two',
    says: (facts, finding) =>
      `${are(finding)} ${Number(facts.factor) > 1 ? 'twice' : 'half'} the numeric slope${beside(facts)}: ${
        Number(facts.factor) > 1 ? 'a 1/2 of the loss was overlooked' : 'the 2 of a square was lost'
      }, or something counts ${Number(facts.factor) > 1 ? 'twice' : 'once that acts twice'}`,
    next: 'Differentiate the square again, with the factor in front of it.',
  },
  'constant-factor': {
    title: 'A constant factor',
    says: (facts, finding) =>
      `${are(finding)} ${times(facts)}${
        facts.whole
          ? `: is there a size of ${figure(facts.whole)}, such as the batch, that the check was not told of?`
          : ''
      }`,
    next: 'Look for a constant that only one of f and its gradient has.',
  },
  sign: {
    title: 'The wrong sign',
    says: (facts, finding) => `${are(finding)} minus the numeric slope${beside(facts)}: the sign is wrong`,
    next: 'Look for a difference taken the other way round.',
  },
  'log-base': {
    title: 'The base of a logarithm',
    says: (facts, finding) => `${are(finding)} ${times(facts)}, the constant between two bases of the logarithm`,
    next: 'Put the 1/ln b of a logarithm to base b into the gradient.',
  },
  degrees: {
    title: 'Degrees and radians',
    says: (facts, finding) => `${are(finding)} ${times(facts)}, the constant between degrees and radians`,
    next: 'Multiply by π/180 where f takes degrees.',
  },
  'missing-l2': {
    title: 'Weight decay in one place only',
    says: penalty('times the parameter itself'),
    next: 'Add λ w to the gradient for a term λ/2 ‖w‖² of the loss, and to no parameter that it leaves out.',
  },
  'missing-l1': {
    title: 'An L1 penalty in one place only',
    says: penalty("times the parameter's sign"),
    next: 'Add λ sign(w) to the gradient for a term λ Σ|w| of the loss.',
  },
  'zeroed-group': {
    title: 'Nothing flows back',
    says: (_, finding) => `${are(finding)} exactly 0, though f moves with ${many(finding, 'it', 'them')}`,
    next: 'Follow these elements through the backward pass: they are detached, overwritten or left out of a loop.',
  },
  'unused-parameter': {
    title: 'f does not depend on it',
    says: (_, finding) =>
      `${many(finding, 'has', 'have')} a slope, but f stays exactly the same whatever ${many(finding, 'its value', 'their values')}`,
    next: 'Check that f reads these elements from its argument and not from a copy.',
  },
  transposed: {
    title: 'Transposed',
    says: (_, finding) => `${many(finding, 'holds', 'hold')} the numbers of the transposed matrix`,
    next: 'Exchange the factors of the matrix product, or transpose its result.',
  },
  swapped: {
    title: 'Exchanged',
    says: ({ from, both }, finding) =>
      from && !both
        ? `${many(finding, 'holds', 'hold')} the slopes of ${from}`
        : "hold the right numbers in each other's places",
    next: 'Compare the order in which the gradient is put together with the order of x.',
  },
  'off-by-one': {
    title: 'Off by one',
    says: (facts, finding) =>
      `${many(finding, 'holds', 'hold')} the slope of the place ${facts.by === -1 ? 'before' : 'after'}`,
    next: 'Check where the index starts, in the gradient and in f.',
  },
  reversed: {
    title: 'Reversed',
    says: () => 'hold the right numbers in reverse order',
    next: 'Flip the kernel, or the index, once more (or once less).',
  },
  'broadcast-not-summed': {
    title: 'Not summed over the batch',
    says: (facts, finding) =>
      `came back ${facts.rows} times over (shape ${facts.shape}), and ${many(finding, 'its', 'their')} sums are right`,
    next: 'Sum over the axis that the parameter was spread along.',
  },
  accumulates: {
    title: 'The gradient accumulates',
    tells: () => 'The gradient grows with every call: the second returns twice the first',
    next: 'Set the sums back to zero at the start of each call.',
  },
  'stale-cache': {
    title: 'The gradient of an earlier point',
    tells: ({ after }) => `The gradient is kept from an earlier point${after ? `, as shows after ${after}` : ''}`,
    next: 'Compute the forward pass anew in each call, or key the cache by x.',
  },
  'activation-derivative': {
    title: 'The derivative of an activation',
    says: ({ per, least, most, upstream }) =>
      `are off by a factor of their ${per ?? 'row'}, from ${figure(least)} to ${figure(most)}: the derivative of an activation is missing or taken at the wrong argument${
        upstream ? `, and ${upstream}, before it, is wrong in consequence` : ''
      }`,
    next: 'Multiply by the derivative of the activation, at what went into it.',
  },
  'layer-boundary': {
    title: 'Wrong from one layer backwards',
    tells: ({ last, next }) => `All groups up to ${last} are wrong, while ${next} and what follows is right`,
    next: 'Look at the step that carries the slope back into that layer: its activation, its weights, their transpose.',
  },
  'softmax-target': {
    title: 'The target is not subtracted',
    says: (facts) =>
      `carry an error that sums to ${figure(facts.mass)} over the classes where it must sum to 0: softmax without its target`,
    next: 'Subtract the one-hot target from the probabilities: the slope of the logits is q - y.',
  },
  'single-element': {
    title: 'A single element',
    says: (facts) => `alone is wrong, by ${figure(facts.difference)}`,
    next: 'Look at the first and last turn of the loop, and at anything that treats this element apart.',
  },
  'constant-offset': {
    title: 'A constant offset',
    says: (facts, finding) =>
      facts.per
        ? `${are(finding)} off by one amount in each ${facts.per}`
        : `${are(finding)} off by ${figure(facts.offset)}`,
    next: 'Look for a mean that must be subtracted, or a scalar that was added to a whole array.',
  },
  'unknown-pattern': {
    title: 'Wrong, with no known pattern',
    says: (_, finding) => `${many(finding, 'follows', 'follow')} no known pattern`,
    next: 'Check a smaller case: one sample, one layer, one term of the loss at a time.',
  },
  'wrong-shape': {
    title: 'A gradient of another shape',
    tells: ({ message }) => figure(message ?? 'The gradient has not the shape of x'),
    next: 'Return the structure of x.',
  },
  'not-finite': {
    title: 'Not a finite number',
    tells: ({ by, value }, finding) =>
      by === 'f' ? `f(x) is ${value}` : `${subject(finding)} ${are(finding)} ${value ?? 'not finite'} in the gradient`,
    next: 'Look for a division by zero, log 0 or an overflow of exp.',
  },
  'mutates-x': {
    title: 'x is changed',
    tells: ({ by }) => `A call of ${by ?? 'f or its gradient'} changes x`,
    next: 'Work on a copy of x.',
  },
  'aliases-x': {
    title: 'A shared buffer',
    tells: ({ what }) => `The gradient shares its memory with ${what ?? 'x or with the result of the next call'}`,
    next: 'Return a fresh array from each call.',
  },
  'not-repeatable': {
    title: 'The gradient does not repeat',
    tells: ({ difference }) => `The gradient differs between two calls at the same x${given(difference, 'by ')}`,
    next: 'Fix the random numbers and whatever is kept between calls.',
  },
  throws: {
    title: 'An error was thrown',
    tells: ({ by, message }) => `A call of ${by ?? 'f or its gradient'} throws${message ? `: ${message}` : ''}`,
    next: 'Make f and its gradient run at this point first.',
  },
  'kink-at-x': {
    title: 'A kink at x',
    says: (facts, finding) =>
      `${many(finding, 'sits', 'sit')} on a kink${facts.left === undefined ? '' : `, slope ${figure(facts.left)} on one side and ${figure(facts.right)} on the other`}: there is no derivative to compare with`,
    next: 'Check at a point a little further from the kink.',
  },
  'kink-nearby': {
    title: 'A kink nearby',
    says: (facts, finding) =>
      `${many(finding, 'has', 'have')} a kink close to x${given(facts.distance, 'at ')}; smaller steps avoid it`,
    next: 'Nothing, if the verdict is definite; else move x away from the kink.',
  },
  jump: {
    title: 'A jump',
    says: (facts, finding) => `${many(finding, 'crosses', 'cross')} a jump of f${given(facts.size, 'of ')}`,
    next: 'Check at a point away from the jump: f has no slope across it.',
  },
  noise: {
    title: 'f is noisy',
    tells: ({ noise }) => `f gives different values at the same x${given(noise, 'about ')}`,
    next: 'Fix the random seed, or switch dropout off, while checking.',
  },
  float32: {
    title: 'f is computed in single precision',
    tells: () => 'The values of f come in steps of single precision, so the slopes are known to fewer digits',
    next: 'Check in float64 for a sharper answer.',
  },
  'domain-edge': {
    title: 'The edge of the domain',
    says: (_, finding) => `${many(finding, 'lies', 'lie')} near the edge of where f is defined`,
    next: 'Nothing, if the verdict is definite; else move x inwards.',
  },
  'round-off': {
    title: 'Lost in round-off',
    says: (_, finding) =>
      `cannot be told: ${many(finding, 'its slope is', 'their slopes are')} smaller than the rounding of f can show`,
    next: 'Take large constants out of f, or check the small terms on their own.',
  },
  truncation: {
    title: 'Lost in truncation',
    says: () => 'cannot be told: f bends too much even over the smallest useful step',
    next: 'Check at a smoother point, or rescale x.',
  },
  'budget-exhausted': {
    title: 'The budget is used up',
    says: () => 'could not be settled within the allowed evaluations of f',
    next: 'Raise maxEvaluations, or check a sample of directions.',
  },
  aborted: {
    title: 'Stopped',
    says: () => 'were not settled before the check was stopped',
    next: 'Run the check again.',
  },
};

/** `All 6 wrong elements (in w, b)`, `2 of the 6 wrong elements (in b)`, `W1[2][0]`. */
function subject({ where, evidence }: Finding): string {
  const { count, elements, groups } = where;
  const place = groups.length > 0 ? ` (in ${groups.join(', ')})` : '';
  if (count === 0) return groups.length > 0 ? groups.join(', ') : 'The elements';
  if (count === 1) return elements[0];
  if (evidence.of === count) return `${count === 2 ? 'Both' : `All ${count}`} wrong elements${place}`;
  if (evidence.of !== undefined) return `${count} of the ${evidence.of} wrong elements${place}`;
  return count <= 3 ? elements.join(', ') : `${count} elements${place}`;
}

/**
 * The title of a kind of finding, for a heading or a list.
 *
 * @example
 * titleOf('factor-two'); // 'A factor of two'
 */
export const titleOf = (kind: FindingKind): string => WORDS[kind].title;

/**
 * Where the list of bugs explains a kind: the anchor on its page.
 *
 * @example
 * slugOf('factor-two'); // 'factor-two'
 */
export const slugOf = (kind: FindingKind): string => kind;

/**
 * What to do about a finding, in one sentence.
 *
 * @example
 * nextStep(report.findings[0]); // 'Differentiate the square again, with the factor in front of it.'
 */
export const nextStep = ({ kind }: Finding): string => WORDS[kind].next;

/**
 * A finding as one sentence with its figures.
 *
 * @example
 * explainFinding(report.findings[0]);
 * // 'All 6 wrong elements (in w, b) are 8 times the numeric slope; n = 8 is in sight: the 1/n of a mean was forgotten.'
 */
export function explainFinding(finding: Finding): string {
  const { says, tells } = WORDS[finding.kind];
  const sentence = tells
    ? tells(finding.evidence, finding)
    : `${subject(finding)} ${says?.(finding.evidence, finding)}`;
  const other = finding.evidence.alternative as FindingKind | undefined;
  const rival = other && WORDS[other] ? ` It may also be: ${WORDS[other].title.toLowerCase()}.` : '';
  return `${sentence}${/[.?]$/.test(sentence) ? '' : '.'}${rival}`;
}

const OPENINGS: Readonly<Record<Verdict, string>> = {
  pass: 'The gradient is right',
  fail: 'The gradient is wrong',
  inconclusive: 'The numbers cannot tell',
};

/**
 * A report in one line: the verdict, why, and what to do next.
 *
 * @example
 * summarize(report); // 'The gradient is wrong in 2 of 2 elements. A factor of two. …'
 */
export function summarize(report: Report): string {
  const { verdict, coordinates, findings, ranking, detectable } = report;
  const first = findings.find(({ role }) => role === (verdict === 'fail' ? 'bug' : 'doubt'));
  if (verdict === 'pass') {
    const single = coordinates.length === 1;
    const seen = `a relative error of ${figure(Number(detectable.worst.toPrecision(2)))} would have been seen`;
    return single
      ? `${OPENINGS.pass}: it agrees with the numeric slope, and ${seen}.`
      : `${OPENINGS.pass}: all ${coordinates.length} elements agree, and ${seen} in any of them.`;
  }
  const share =
    verdict === 'fail' && ranking.length > 0 && coordinates.length > 1
      ? ` in ${ranking.length} of ${coordinates.length} elements`
      : '';
  const why = first ? ` ${titleOf(first.kind)}. ${nextStep(first)}` : '';
  return `${OPENINGS[verdict]}${share}.${why}`;
}
