/** Bugs that show beside x: the errors, or the two gradients, are related by what x is. */
import { are, each, figure, many, type Words } from './sentence.ts';

export const RELATIONS = {
  projected: {
    title: 'The gradient is projected',
    says: ({ along, per }, finding) =>
      `${are(finding)} the numeric slope less ${along === '1' ? 'its mean' : 'its part along x'}${each(per)}: ${
        along === '1' ? 'the gradient was made to sum to 0' : 'a projection onto the sphere'
      } that f does not know of`,
    next: 'Compare the gradient before it is projected, or put the projection into f.',
  },
  normalisation: {
    title: 'A normalisation is not differentiated',
    says: ({ by, per }, finding) =>
      `${many(finding, 'keeps', 'keep')} a share that f does not feel${each(per)}, since the size of x does not change it: the division by ${by ?? 'that size'} was taken for a constant`,
    next: 'Differentiate the size that x is divided by as well: for u = x/‖x‖ the slope is (g − (g · u) u)/‖x‖.',
  },
  'other-parameter': {
    title: 'The slope of another parameter',
    says: ({ instead }, finding) =>
      `${are(finding)} the slope with respect to ${instead ?? 'a function of x'}, where f takes x`,
    next: 'Give f and its gradient the same parameter, or multiply by the derivative of the change between them.',
  },
  'returns-x': {
    title: 'The gradient is x itself',
    says: (_, finding) => `${many(finding, 'is the value', 'are the values')} of x`,
    next: 'Return the slopes: x itself is the gradient of ½ ‖x‖² alone.',
  },
  'softmax-folded': {
    title: 'A softmax too many or too few',
    says: ({ fault, through, per }, finding) =>
      fault === 'missing'
        ? `${are(finding)} the slope of the output of the ${through} that f contains${each(per)}`
        : `${are(finding)} the numeric slope taken back through a ${through ?? 'softmax'}${each(per)}, though x is what comes out of it`,
    next: 'Decide what x is: for logits z the slope is p − y, for probabilities −y/p, for their logarithms −y.',
  },
  'not-wrapped': {
    title: 'An angle is not wrapped',
    says: ({ unit, weight }, finding) =>
      `${are(finding)} off by whole turns${unit === undefined ? '' : ` (${weight === 1 ? '' : `${figure(weight)} × `}${unit})`}`,
    next: 'Wrap the difference of the two angles in the gradient as f does.',
  },
} satisfies Readonly<Record<string, Words>>;
