/**
 * Losses that oscillate faster than the steps that float32 needs. Over such a step f has another slope than at x, so that a
 * right gradient must pass or stay undecided; a wrong one is found where a shorter step is good enough.
 */
import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient, diagnoseVjp } from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';

const float32 = Math.fround;
const exact = (v: number) => v;

/** How f is computed, from a float32 x: in float32 all along, in doubles, or in doubles with a float32 result. */
const PRECISIONS = {
  float32: [float32, float32],
  doubles: [exact, exact],
  'a float32 result': [exact, float32],
} as const;

/** A fast function of one element, and its derivative. `r` rounds every step. */
const FAST = {
  sin: [(r, x, k) => r(Math.sin(r(k * x))), (r, x, k) => k * Math.cos(r(k * x))],
  cos: [(r, x, k) => r(Math.cos(r(k * x))), (r, x, k) => -k * Math.sin(r(k * x))],
  chirp: [(r, x, k) => r(Math.cos(r(k * r(x * x)))), (r, x, k) => -2 * k * x * Math.sin(r(k * r(x * x)))],
  tanh: [(r, x, k) => r(Math.tanh(r(k * r(x - 0.5)))), (r, x, k) => k * (1 - Math.tanh(r(k * r(x - 0.5))) ** 2)],
} satisfies Record<string, [Wave, Wave]>;
type Wave = (round: (v: number) => number, x: number, k: number) => number;

interface Setting {
  readonly name: keyof typeof FAST;
  readonly precision: keyof typeof PRECISIONS;
  readonly k: number;
  readonly x: Float32Array;
}

/** f = fast(x0) + x1^2, and its gradient with one element times a factor. */
function problem({ name, precision, k }: Setting, factor = 1, element = 0) {
  const [round, last] = PRECISIONS[precision];
  const [wave, slope] = FAST[name];
  const f = (x: Float32Array) => last(round(round(wave(round, x[0], k)) + round(x[1] * x[1])));
  const gradient = (x: Float32Array) =>
    Float32Array.of(slope(round, x[0], k), 2 * x[1]).map((v, i) => (i === element ? factor * v : v));
  return { f, gradient };
}

const random = seededRandom(7);
const settings = Array.from({ length: 150 }, (_, n): Setting => {
  const name = (Object.keys(FAST) as (keyof typeof FAST)[])[n % 4];
  const precision = (Object.keys(PRECISIONS) as (keyof typeof PRECISIONS)[])[n % 3];
  const k = float32(10 ** (1 + 4 * random()));
  const x0 = name === 'tanh' ? 0.5 + (4 * random() - 2) / k : 4 * random() - 2;
  return { name, precision, k, x: Float32Array.of(x0, 4 * random() - 2) };
});
const told = ({ name, precision, k, x }: Setting) => `${name} of ${k} x in ${precision} at ${x}`;

describe('a loss of float32 x that oscillates', () => {
  it('never fails for its right gradient, element by element', () => {
    for (const each of settings) {
      const { f, gradient } = problem(each);
      expect(diagnoseGradient(f, gradient, each.x).verdict, told(each)).not.toBe('fail');
    }
  });

  it('never fails for its right gradient along directions', () => {
    for (const each of settings.slice(0, 60)) {
      const { f, gradient } = problem(each);
      expect(checkDirections(f, gradient, each.x).verdict, told(each)).not.toBe('fail');
    }
  });

  it('never fails as one of several outputs for its right vjp', () => {
    for (const each of settings.slice(0, 60)) {
      const { f, gradient } = problem(each);
      const F = (x: Float32Array) => Float32Array.of(f(x), x[0] - x[1]);
      const vjp = (x: Float32Array, v: Float32Array) => {
        const [a, b] = gradient(x);
        return Float32Array.of(v[0] * a + v[1], v[0] * b - v[1]);
      };
      expect(diagnoseVjp(F, vjp, each.x).verdict, told(each)).not.toBe('fail');
    }
  });

  it('is never passed with the wrong sign, and mostly found, in its fast element and in its quiet one', () => {
    let found = 0;
    settings.slice(0, 60).forEach((each, n) => {
      const element = n % 2;
      const { f, gradient } = problem(each, -1, element);
      const report = diagnoseGradient(f, gradient, each.x);
      expect(report.verdict, told(each)).not.toBe('pass');
      // what is called wrong is the element that is wrong
      expect([[], [element]], told(each)).toContainEqual(report.ranking);
      if (report.verdict === 'fail') found++;
    });
    expect(found).toBeGreaterThan(45);
  });

  it('says where it is undecided that f oscillates too fast, and what to do', () => {
    const { f, gradient } = problem({ name: 'sin', precision: 'float32', k: 1000, x: Float32Array.of(0.3, 0.7) });
    const { findings, elements } = diagnoseGradient(f, gradient, Float32Array.of(0.3, 0.7));
    expect(elements.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'pass']);
    expect(findings.filter(({ role }) => role === 'doubt').map(({ kind }) => kind)).toEqual(['truncation']);
  });
});

it('a layer of float32 outputs over which f is on treads ends its check', () => {
  // read again and again from values that are remembered, a slope costs no evaluation: the budget alone ended nothing
  const x = Float32Array.of(-0.22281461954116821);
  const F = ([a]: Float32Array) => Float32Array.of(Math.sin(2.569634437561035 * a) + 100, a);
  const vjp = ([a]: Float32Array, [v, w]: Float32Array) =>
    Float32Array.of(2 * (v * 2.569634437561035 * Math.cos(2.569634437561035 * a) + w));
  expect(diagnoseVjp(F, vjp, x, { seed: 23 }).verdict).toBe('fail');
});
