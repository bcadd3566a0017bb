/** The data set and the network it is given to: small enough to be drawn in full, large enough for every bug to show. */
import { seededRandom } from '@/checker/random.ts';
import { type Matrix, oneHot, type Vector } from '@/examples/programs/matrix.ts';
import { normalData } from '@/examples/random.ts';

export const INPUTS = 2;
export const HIDDEN = 4;
export const CLASSES = ['A', 'B', 'C'] as const;

/** The network's parameters: what the loss is a function of, and what the check perturbs one element at a time. */
export type Weights = Readonly<Record<'W1' | 'W2', Matrix> & Record<'b1' | 'b2', Vector>>;

/** Every number of some weights, in one list. */
export const flatWeights = ({ W1, b1, W2, b2 }: Weights): number[] => [...W1.flat(), ...b1, ...W2.flat(), ...b2];

const PER_CLASS = 6;
/** Half the side of the square that the plane is drawn as. */
export const EXTENT = 3;

/** Three arms of a spiral, so that no straight line parts them. */
function spiral(): { X: Matrix; labels: number[] } {
  const uniform = seededRandom(5);
  const X: Matrix = [];
  const labels: number[] = [];
  for (let i = 0; i < PER_CLASS; i++) {
    for (let c = 0; c < CLASSES.length; c++) {
      const radius = 0.7 + (1.9 * i) / (PER_CLASS - 1);
      const angle = (2 * Math.PI * c) / CLASSES.length + 0.9 * radius + 0.5 * (uniform() - 0.5);
      X.push([round(radius * Math.cos(angle)), round(radius * Math.sin(angle))]);
      labels.push(c);
    }
  }
  return { X, labels };
}

/** Two decimals: a reader can copy them. */
const round = (value: number): number => Math.round(value * 100) / 100;

const { X, labels } = spiral();
const initial = normalData(7);

export const data = {
  X,
  labels,
  Y: oneHot(labels, CLASSES.length),
  m: X.length,
  lambda: 0.02,
};

/** Where training starts. */
export const start: Weights = {
  W1: initial.matrix(INPUTS, HIDDEN, 0.6),
  b1: initial.vector(HIDDEN, 0.3),
  W2: initial.matrix(HIDDEN, CLASSES.length, 0.6),
  b2: initial.vector(CLASSES.length, 0.3),
};
