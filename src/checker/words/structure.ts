/** Right numbers in wrong places, and errors that show where the backward pass goes wrong. */
import { are, figure, given, many, type Words, wordOf } from './sentence.ts';

/** How the two triangles were counted, as the rule tells it. */
const TRIANGLES: Readonly<Record<string, string>> = {
  shared: 'shared between both triangles, where f reads one',
  both: 'counted twice in both triangles',
  lower: 'counted twice below it and 0 above',
  upper: 'counted twice above it and 0 below',
  half: 'counted half in both triangles',
  'lower alone': 'and 0 above it',
  'upper alone': 'and 0 below it',
};

export const STRUCTURE = {
  'zeroed-group': {
    title: 'Nothing flows back',
    says: (_, finding) => `${are(finding)} exactly 0, though f moves with ${many(finding, 'it', 'them')}`,
    next: 'Follow these elements through the backward pass: they are detached, overwritten or left out of a loop.',
  },
  'not-filled': {
    title: 'Some rows or columns are never filled',
    says: ({ what, lines, length }, finding) =>
      `${are(finding)} exactly 0: ${lines === undefined ? 'whole lines' : `${figure(lines)} ${what}${lines === 1 ? '' : 's'} of ${figure(length)}`}, while the others are filled`,
    next: 'Look at where the loop over them begins and ends, or at the mask or index that picks them.',
  },
  'straight-through': {
    title: 'Passed straight through a step',
    says: (_, finding) =>
      `${many(finding, 'has', 'have')} a slope, where f is flat at x and jumps further off: the gradient passes through a rounding or a comparison as if it were not there`,
    next: 'Nothing, if a straight-through gradient is meant: no check of slopes can confirm it. Check f without the rounding.',
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
  'one-triangle': {
    title: 'One triangle of a symmetric matrix',
    says: ({ how }, finding) =>
      `${many(finding, 'lies', 'lie')} off the diagonal of a symmetric matrix, ${wordOf(TRIANGLES, how) ?? 'of which one triangle is counted in another way'}`,
    next: 'Let f and its gradient read the same elements: both triangles, or one of them with every pair counted twice.',
  },
  conjugate: {
    title: 'Conjugated',
    says: ({ part, right }, finding) =>
      `${are(finding)} minus the numeric slope${right ? `, while ${right} is right` : ''}: the gradient of ${part ?? 'one part'} is conjugated`,
    next: 'Conjugate the gradient of the complex parameter once more, or once less.',
  },
  'broadcast-not-summed': {
    title: 'Not summed over the batch',
    says: (facts, finding) =>
      facts.kept === undefined
        ? `came back ${facts.rows} times over (shape ${facts.shape}), and ${many(finding, 'its', 'their')} sums are right`
        : `${many(finding, 'keeps', 'keep')} the share of ${figure(facts.kept)} alone, and the other outputs' shares are missing`,
    next: ({ kept }) =>
      `Sum over the axis that the parameter was spread along${kept === undefined ? '' : ': in a loop, += belongs where = stands'}.`,
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
  'row-counts': {
    title: 'Rows weighted by their counts',
    says: ({ per, least, most }, finding) =>
      `${are(finding)} off by a whole number of their ${per ?? 'row'}, or by one over it${least === undefined ? '' : ` (from ${figure(least)} to ${figure(most)} times the numeric slope)`}: how often it is read`,
    next: 'Sum over the places where a row is read; take no mean over them.',
  },
  'equal-indices': {
    title: 'Equal indices overwrite each other',
    says: ({ line }, finding) =>
      `${many(finding, 'comes', 'come')} out right once${line === undefined ? '' : ` line ${line}`} adds up all terms: of several with the same index, += on an indexed array keeps the last alone`,
    next: 'Write np.add.at(dW, idx, d) for dW[idx] += d.',
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
    next: ({ group }) =>
      group === undefined
        ? 'Look at the first and last turn of the loop, and at anything that treats this element apart.'
        : `Look at the line that makes the gradient of ${group}, which is this one number.`,
  },
  rounded: {
    title: 'Rounded off',
    says: ({ to }, finding) =>
      `${are(finding)} the numeric slope, rounded to ${to ?? 'fewer digits'}: the gradient was put into an array that holds no more`,
    next: 'Make the array that the gradient is put into one of float64, whatever the type of what it is made like.',
  },
  'tiny-errors': {
    title: 'All errors are tiny',
    says: ({ typical }, finding) =>
      `${are(finding)} wrong, but by a tiny share of the slope${given(typical, 'typically ')}: that looks less like a wrong formula than like an epsilon, a series cut off or a solver's tolerance`,
    next: 'Look for an epsilon that only one of f and its gradient has, and tighten what is computed to a tolerance.',
  },
  'not-symmetric': {
    title: 'Not symmetric',
    says: ({ entry, mirror, analytic, mirrored }, finding) =>
      entry === undefined
        ? `${many(finding, 'has an entry', 'have entries')} that differ from their mirror images, though second derivatives do not depend on their order`
        : `${many(finding, 'has an entry', 'have entries')} that differ from their mirror images: ${figure(entry)} is ${figure(analytic)}, and ${figure(mirror)} is ${figure(mirrored)}`,
    next: 'Compute one triangle and copy it to the other, or differentiate the entry that differs once more.',
  },
  'gauss-newton': {
    title: 'The Gauss–Newton matrix',
    tells: ({ consistent }) =>
      consistent
        ? 'The matrix is positive semi-definite where the slopes are not, and the errors stand where residuals bend: that is consistent with a Gauss–Newton matrix, which proves nothing'
        : 'What the matrix lacks is exactly what multiplies the residuals: it is the Gauss–Newton matrix, JᵀJ, and not the Hessian',
    next: 'Add each residual times its own matrix of second derivatives, or check the matrix for what it is meant to be.',
  },
  'unknown-pattern': {
    title: 'Certainly wrong, cause not recognised',
    says: ({ alone }, finding) =>
      `${are(finding)} wrong beyond doubt, in no pattern that has a name${alone ? `; of all groups ${alone} alone is wrong` : ''}`,
    next: ({ alone }) =>
      alone
        ? `Look at the line that computes the gradient of ${alone}: an = where += belongs, a sum over the batch that is missing, a factor of its own.`
        : 'Check a smaller case: one sample, one layer, one term of the loss at a time.',
  },
} satisfies Readonly<Record<string, Words>>;
