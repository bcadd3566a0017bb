/** Why an element is undecided, or what was met on the way: what it is, and what to do about it. */
import { figure, given, many, type Words, wordOf } from './sentence.ts';

/** What can be done about a tolerance that is too wide, by what makes it so. */
const ROUND_OFF: Readonly<Record<string, string>> = {
  gradient: 'Look in the gradient for a difference of numbers that are nearly equal, or for a branch that x lies on.',
  inexact:
    'Look in f for what is less exact than its value: a solver that stops early, a table, a difference of large numbers.',
  'last digit': 'Take large constants out of f, or check the small terms on their own.',
};

export const DOUBTS = {
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
    next: 'Set the random seed anew inside every call of f and of its gradient.',
  },
  float32: {
    title: 'f is computed in single precision',
    tells: () => 'The values of f come in steps of single precision, so the slopes are known to fewer digits',
    next: 'Check in float64 for a sharper answer.',
  },
  'constant-loss': {
    title: 'f does not change with x',
    tells: ({ value }) =>
      `f stays the same wherever x is moved${given(value, 'at ')}, so that only a gradient of 0 is right and the check sees nothing else: a sum of probabilities or of normalised values is always the same`,
    next: 'Weight the outputs before they are summed, each with a fixed random number.',
  },
  'half-precision': {
    title: 'f is computed in half precision',
    tells: ({ format }) =>
      `The values of f come in steps of ${format}, so the slopes are known to ${format === 'bfloat16' ? 'one or two digits' : 'two or three digits'}`,
    next: 'Check the same code in float64, or at least in float32: here only large errors can show.',
  },
  'domain-edge': {
    title: 'The edge of the domain',
    says: (_, finding) => `${many(finding, 'lies', 'lie')} near the edge of where f is defined`,
    next: 'Nothing, if the verdict is definite; else move x inwards.',
  },
  'round-off': {
    title: 'Lost in round-off',
    says: (facts, finding) =>
      facts.cause === 'gradient'
        ? `cannot be told: the gradient itself changes by up to ${figure(facts.gradientNoise)} when x moves by its last digit`
        : `cannot be told: f is known to ${facts.noise === undefined ? 'its last digit' : figure(facts.noise)} only, and so ${many(finding, 'its slope', 'their slopes')} to no better than ${figure(facts.tolerance ?? 'what is compared')}`,
    next: ({ cause }) => wordOf(ROUND_OFF, cause) ?? 'Check the terms of f that these elements are in on their own.',
  },
  truncation: {
    title: 'Lost in truncation',
    says: () => 'cannot be told: f bends or oscillates too fast for the steps that its precision allows',
    next: 'Compute f in float64 if it is not yet, or check at a smoother point, or with x at a smaller scale.',
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
} satisfies Readonly<Record<string, Words>>;
