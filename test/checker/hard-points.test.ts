/** Points at which f is right, its gradient is right, and a check is easily led astray; each with a wrong gradient beside it. */
import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient } from '../../src/checker/index.ts';
import { seededRandom } from '../../src/checker/random.ts';

interface Hard {
  readonly x: number[];
  readonly f: (x: number[]) => number;
  readonly gradient: (x: number[]) => number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);

/** z = cos z + w by iteration, up to a change of `tolerance`. */
function solve(w: number, tolerance: number): number {
  let z = 0;
  for (let change = 1; Math.abs(change) > tolerance; ) {
    change = 0.5 * Math.cos(z) + w - z;
    z += change;
  }
  return z;
}

const BATCH = [0.3, -1.2, 0.7, 1.9, -0.4, 0.1].map((v) => v + 4e4);
const WEIGHTS = BATCH.map((_, i) => Math.sin(i + 1));
const UNITS = [1e-12, 3e-5, 1e4, 1e12];

const CASES: Readonly<Record<string, Hard>> = {
  // values of so few bits that float32 holds them all
  'a minimum at which f is a few units in the last place of 1': {
    x: [0.7 + 3e-6, -1.1 + 5e-6],
    f: ([a, b]) => 1 - Math.cos(a - 0.7) + 2 * (1 - Math.cos(b + 1.1)),
    gradient: ([a, b]) => [Math.sin(a - 0.7), 2 * Math.sin(b + 1.1)],
  },
  'a pole beside x': {
    x: [1, 0.5],
    f: ([a, b]) => 1e-8 / (a - 1 + 1e-3) + Math.sin(a) * b,
    gradient: ([a, b]) => [-1e-8 / (a - 1 + 1e-3) ** 2 + Math.cos(a) * b, Math.sin(a)],
  },
  // a step of 1e-3 of x, and slopes between the jumps
  'jumps far apart': {
    x: [1.00037, 0.6],
    f: ([a, b]) => 0.4 * a + a * b + 0.7 * (Math.floor(a / 3e-3) % 2) * 3e-3,
    gradient: ([a, b]) => [0.4 + b, a],
  },
  'a term rounded to a millionth': {
    x: [0.58, 0.755, -1.5],
    f: ([a, b, c]) => Math.exp(a) + a * c + Math.round((b * Math.sin(a)) / 7e-7) * 7e-7,
    gradient: ([a, b, c]) => [Math.exp(a) + c + b * Math.cos(a), Math.sin(a), a],
  },
  'a solver stopped at its tolerance': {
    x: [0.4, 1.3],
    f: ([a, b]) => solve(a, 1e-8) * b,
    gradient: ([a, b]) => {
      const z = solve(a, 1e-8);
      return [b / (1 + 0.5 * Math.sin(z)), z];
    },
  },
  'units that differ by 24 orders': {
    x: UNITS.map((u, i) => u * (i - 1.3)),
    f: (x) => sum(x.map((v, i) => Math.sin(v / UNITS[i]) + 0.1 * (v / UNITS[i]) ** 2)),
    gradient: (x) => x.map((v, i) => (Math.cos(v / UNITS[i]) + (0.2 * v) / UNITS[i]) / UNITS[i]),
  },
  'a batch normalised far from 0': {
    x: BATCH,
    f: (x) => {
      const mean = sum(x) / x.length;
      const deviation = Math.sqrt(sum(x.map((v) => (v - mean) ** 2)) / x.length + 1e-5);
      return sum(x.map((v, i) => (WEIGHTS[i] * (v - mean)) / deviation));
    },
    gradient: (x) => {
      const n = x.length;
      const mean = sum(x) / n;
      const deviation = Math.sqrt(sum(x.map((v) => (v - mean) ** 2)) / n + 1e-5);
      const unit = x.map((v) => (v - mean) / deviation);
      const along = sum(unit.map((u, i) => u * WEIGHTS[i])) / n;
      return unit.map((u, i) => (WEIGHTS[i] - sum(WEIGHTS) / n - u * along) / deviation);
    },
  },
};

describe.each(Object.entries(CASES))('at %s', (_, { x, f, gradient }) => {
  it('a right gradient passes', () => {
    const report = diagnoseGradient(f, gradient, x);
    expect([report.verdict, report.ranking]).toEqual(['pass', []]);
  });

  it('a gradient with one element 5 % too large fails, and that element is named', () => {
    for (const wrong of x.keys()) {
      const report = diagnoseGradient(f, (at) => gradient(at).map((v, i) => (i === wrong ? 1.05 * v : v)), x);
      expect([report.verdict, report.ranking]).toEqual(['fail', [wrong]]);
    }
  });
});

describe('along directions through a sum of 20,000 terms beside a million', () => {
  const random = seededRandom(100);
  const x = Float64Array.from({ length: 20_000 }, () => 2 * random() - 1);
  const f = (p: Float64Array) => p.reduce((total, v) => total + Math.sin(v), 1e6);
  const gradient = (p: Float64Array) => p.map(Math.cos);

  it('the roundings of the sum are no jumps: a right gradient passes', () =>
    expect(checkDirections(f, gradient, x).verdict).toBe('pass'));

  it('and one wrong element is named', () => {
    const wrong = (p: Float64Array) => gradient(p).fill(-1, 16_836, 16_837);
    expect(checkDirections(f, wrong, x).wrong.map(({ index }) => index)).toEqual([16_836]);
  });
});
