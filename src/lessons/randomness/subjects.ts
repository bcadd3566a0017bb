/** Losses that are not the same function at every call, and what may be done about each. */
import { mean } from '@/examples/programs/matrix.ts';
import { type SeededRandom, seededRandom } from '@/sandbox/random.ts';

export interface Way {
  readonly id: string;
  readonly label: string;
}

/** A loss of a flat point, and the gradient under test. */
interface Pair {
  readonly loss: (x: number[]) => number;
  readonly gradient: (x: number[]) => number[];
}

export interface RandomSubject {
  readonly id: string;
  readonly label: string;
  readonly ways: readonly Way[];
  /** The mistake that can be planted in the backward pass. */
  readonly bug: string;
  readonly x: readonly number[];
  /** A fresh pair: what it keeps between calls begins anew. */
  readonly make: (way: string, bug: boolean) => Pair;
}

const SEED = 7;
const INPUTS = [0.7, -1.2, 0.4, 1.5, -0.6, 0.9, 1.1, -0.8];
const POINT = [0.3, -0.5, 0.8, 0.2, -0.9, 0.6, 0.4, 1.1];
const TARGET = 0.3;
const KEEP = 0.8;

const EVERY_CALL = { id: 'every-call', label: 'the seed is set in every call' };
const ONCE = { id: 'once', label: 'the seed is set once' };

/** What draws random numbers: going on from call to call, or the same at each. */
const drawsFor = (way: string): (() => SeededRandom) => {
  const going = seededRandom(SEED);
  return way === EVERY_CALL.id ? () => seededRandom(SEED) : () => going;
};

/** Mean of (m tanh(w a) − t)², where m is 1/keep for a unit that stays and 0 for one that is dropped. */
const DROPOUT: RandomSubject = {
  id: 'dropout',
  label: 'dropout',
  ways: [ONCE, EVERY_CALL, { id: 'off', label: 'dropout is off' }],
  bug: '1/(1 − p) is forgotten',
  x: POINT,
  make: (way, bug) => {
    const draws = drawsFor(way);
    const mask = () => {
      const random = draws();
      return INPUTS.map(() => (way === 'off' ? 1 : random() < KEEP ? 1 / KEEP : 0));
    };
    return {
      loss: (x) => {
        const m = mask();
        return mean(x.map((w, i) => (m[i] * Math.tanh(w * INPUTS[i]) - TARGET) ** 2));
      },
      gradient: (x) => {
        const m = mask();
        return x.map((w, i) => {
          const t = Math.tanh(w * INPUTS[i]);
          const back = bug ? Math.sign(m[i]) : m[i];
          return (2 / x.length) * (m[i] * t - TARGET) * back * (1 - t * t) * INPUTS[i];
        });
      },
    };
  },
};

const EPSILON = 1e-5;
const MOMENTUM = 0.1;

/** Mean of (tanh((x − μ)/σ) − tᵢ)²: a batch of one feature, normalised by its own statistics, or by kept ones. */
const BATCH_NORM: RandomSubject = {
  id: 'batch-norm',
  label: 'batch norm',
  ways: [
    { id: 'averages', label: 'its averages move with each call' },
    { id: 'training', label: 'training mode' },
    { id: 'evaluation', label: 'evaluation mode' },
  ],
  bug: 'μ and σ are held constant',
  x: POINT,
  make: (way, bug) => {
    let kept = { mean: 0.1, variance: 0.8 };
    const statistics = (x: number[]) => {
      if (way === 'evaluation') return kept;
      const m = mean(x);
      const batch = { mean: m, variance: mean(x.map((value) => (value - m) ** 2)) };
      if (way === 'training') return batch;
      kept = {
        mean: kept.mean + MOMENTUM * (batch.mean - kept.mean),
        variance: kept.variance + MOMENTUM * (batch.variance - kept.variance),
      };
      return kept;
    };
    const forward = (x: number[]) => {
      const { mean: m, variance } = statistics(x);
      const width = Math.sqrt(variance + EPSILON);
      const y = x.map((value) => (value - m) / width);
      return { width, y, out: y.map(Math.tanh) };
    };
    return {
      loss: (x) => mean(forward(x).out.map((value, i) => (value - INPUTS[i]) ** 2)),
      gradient: (x) => {
        const { width, y, out } = forward(x);
        const d = out.map((value, i) => (2 / x.length) * (value - INPUTS[i]) * (1 - value * value));
        if (bug || way === 'evaluation') return d.map((value) => value / width);
        const [shift, stretch] = [mean(d), mean(d.map((value, i) => value * y[i]))];
        return d.map((value, i) => (value - shift - y[i] * stretch) / width);
      },
    };
  },
};

const SAMPLES = 64;

/** Mean of log(1 + e^(w z)) over samples z of a standard normal distribution, and over the widths w. */
const MONTE_CARLO: RandomSubject = {
  id: 'monte-carlo',
  label: 'Monte Carlo',
  ways: [ONCE, EVERY_CALL],
  bug: 'z is left out',
  x: POINT,
  make: (way, bug) => {
    const draws = drawsFor(way);
    const samples = () => draws().normals(SAMPLES);
    return {
      loss: (x) => mean(samples().map((z) => mean(x.map((w) => Math.log1p(Math.exp(w * z)))))),
      gradient: (x) => {
        const zs = samples();
        return x.map((w) => mean(zs.map((z) => (bug ? 1 : z) / (1 + Math.exp(-w * z)))) / x.length);
      },
    };
  },
};

export const SUBJECTS: readonly RandomSubject[] = [DROPOUT, BATCH_NORM, MONTE_CARLO];
