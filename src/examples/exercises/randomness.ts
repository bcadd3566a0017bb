/** Exercises on losses that do not hold still, and on places without a derivative. */
import { diagnoseGradient } from '../../checker/elements/diagnose-gradient.ts';
import { seededRandom } from '../../checker/random.ts';
import { type Exercise, VERDICTS } from './exercise.ts';

const DATA = [0.4, -1.1, 0.9, 1.6, -0.3, 0.8];
const BATCH = 3;

/** A mean over a few rows of the data, drawn anew at each call. */
function minibatches() {
  const random = seededRandom(3);
  const rows = () => Array.from({ length: BATCH }, () => DATA[Math.floor(random() * DATA.length)]);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / BATCH;
  return {
    loss: (w: number) => mean(rows().map((a) => (w * a - 1) ** 2)),
    gradient: (w: number) => mean(rows().map((a) => 2 * a * (w * a - 1))),
  };
}

const TIED = 3;

/** What max(x₀, x₁, x₂) rises by along a direction from a point where all are equal. */
const rise = (direction: readonly number[]): number => Math.max(...direction);

/** Directions whose claims bound the shares: each input alone, upwards and downwards, and all together. */
const PROBES: readonly (readonly number[])[] = [
  ...Array.from({ length: TIED }, (_, i) => Array.from({ length: TIED }, (_, j) => (i === j ? -1 : 0))),
  Array.from({ length: TIED }, () => 1),
  Array.from({ length: TIED }, () => -1),
];

export const RANDOMNESS: readonly Exercise[] = [
  {
    id: 'randomness-1',
    chapter: 'randomness',
    kind: 'choice',
    title: 'A batch from the loader',
    question: [
      'Loss and gradient each draw three rows of the data when they are called, and the seed was set at the top of the script. The formula of the gradient is right. What does the production check say?',
    ],
    options: VERDICTS,
    answer: 'inconclusive',
    run: () => {
      const { loss, gradient } = minibatches();
      return diagnoseGradient(loss, gradient, 0.7).verdict;
    },
    hints: ['Do two calls at one point see the same rows?'],
    solution: [
      'Each call sees rows of its own, so that each evaluates another function. Draw one batch before the check, and close over it.',
    ],
  },
  {
    id: 'randomness-2',
    chapter: 'randomness',
    kind: 'vector',
    title: 'Three that are tied',
    question: [
      'The loss is `max(a, b, c)`, and all three are 2. Hand back a gradient that no direction can call wrong: along no direction `d` may it claim more than the loss really rises, the largest element of `d`. Do not give everything to one of them.',
    ],
    name: 'g',
    length: TIED,
    lacks: (g) => {
      if (g.some((share) => share === 1) && g.filter((share) => share !== 0).length === 1)
        return 'That gives everything to one of them. It is admissible, and there are others.';
      const beaten = PROBES.find((d) => d.reduce((sum, each, i) => sum + each * g[i], 0) > rise(d) + 1e-9);
      return beaten && `Along (${beaten.join(', ')}) the loss rises with slope ${rise(beaten)}, and this claims more.`;
    },
    answer: [0.5, 0.25, 0.25],
    slip: [1, 1, 1],
    hints: ['Move all three up together. By how much does the maximum rise? Then move one of them down alone.'],
    solution: ['Shares that are not negative and add up to 1, such as `0.5, 0.25, 0.25`.'],
  },
];
