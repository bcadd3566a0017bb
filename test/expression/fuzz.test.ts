import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '@/expression/formula.ts';
import { LIMITS } from '@/expression/limits.ts';
import { readGradient } from '@/expression/typed-gradient.ts';
import { anyText, smoothFormula } from './arbitrary.ts';
import { formulaOf, processorTime } from './helpers.ts';

const RUNS = 10_000;
/** The clock is looked at between steps of work: allowed beyond the bound. */
const GRACE = 1_500;

/** Does everything that can be done with a text, each within the bound. */
function tryEverything(text: string): boolean {
  const within = <T>(work: () => T, bound: number = LIMITS.milliseconds): T => {
    let result: T | undefined;
    const spent = processorTime(() => {
      result = work();
    });
    expect(spent).toBeLessThan(bound + GRACE);
    return result as T;
  };
  const read = within(() => readFormula(text));
  const typed = within(() => readGradient(text, REFERENCE));
  for (const outcome of [read, typed]) {
    if (outcome.ok) continue;
    const { code, message, position, length } = outcome.error;
    expect(code).toMatch(/^[a-z-]+$/);
    expect(message).toContain(`at ${position + 1}`);
    expect(position >= 0 && position + length <= text.length).toBe(true);
  }
  if (!read.ok) return false;
  const { formula } = read;
  const point = formula.unflatten(formula.elements.map((_, at) => 0.5 + at / 4));
  within(() => formula.symbolic());
  expect(typeof formula.loss(point)).toBe('number');
  expect(formula.flatten(formula.gradient(point))).toHaveLength(formula.elements.length);
  expect(within(() => formula.truth(point), LIMITS.truthMilliseconds).gradient).toHaveLength(formula.elements.length);
  within(() => formula.complexStep(point));
  return true;
}

const REFERENCE = formulaOf('sum(w) + x + y');

describe('random and damaged formulas', () => {
  it(`end in a formula or a typed error, in time, ${RUNS} times`, { timeout: 240_000 }, () => {
    let readable = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        if (tryEverything(text)) readable += 1;
      }),
      { numRuns: RUNS, seed: 20_260_101 },
    );
    // else the fuzz would only ever test the refusals
    expect(readable).toBeGreaterThan(RUNS / 20);
  });
});

/** Five-point differences over a ladder of steps: the estimate where neighbours agree best, and how well they do. */
function numericDerivative(f: (t: number) => number): { value: number; bar: number; scale: number } {
  const steps = [1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4];
  const rungs = steps.map((h) => (f(-2 * h) - 8 * f(-h) + 8 * f(h) - f(2 * h)) / (12 * h));
  const size = Math.max(...[-1e-4, 0, 1e-4].map((t) => Math.abs(f(t))));
  const candidates = rungs.slice(1).map((value, at) => {
    const roundOff = (3 * size * Number.EPSILON) / (2 * steps[at + 1]);
    return { value, bar: Math.abs(value - rungs[at]) + roundOff, scale: size };
  });
  return candidates.reduce((best, one) => (one.bar < best.bar ? one : best));
}

describe('formulas made by grammar', () => {
  it('have the same derivative symbolically, by complex step, in 64 digits and by differences', {
    timeout: 120_000,
  }, () => {
    const point = fc.tuple(...[0, 1, 2, 3, 4].map(() => fc.double({ min: 0.25, max: 1.5, noNaN: true })));
    let compared = 0;
    fc.assert(
      fc.property(smoothFormula, point, (text, values) => {
        const formula = formulaOf(text, { w: 3, x: null, y: null });
        const at = formula.unflatten(values);
        const truth = formula.truth(at);
        const symbolic = formula.flatten(formula.gradient(at));
        const complex = formula.complexStep(at);
        const size = Math.abs(formula.loss(at));
        if (!(size < 1e8)) return;
        if (!complex.ok) throw new Error(complex.reason);
        truth.gradient.forEach((exact, element) => {
          if (!exact.ok) throw new Error(`${text}: ${exact.reason}`);
          // the conditioning of a formula is bounded by what doubles near x show
          const wobble = Math.abs(formula.loss(at)) + Math.abs(exact.double) + 1;
          const tolerance = 1e-10 * wobble;
          expect(Math.abs(symbolic[element] - exact.double)).toBeLessThan(tolerance);
          expect(Math.abs(complex.gradient[element] - exact.double)).toBeLessThan(tolerance);
          const numeric = numericDerivative((t) =>
            formula.lossOf(values.map((value, index) => (index === element ? value + t : value))),
          );
          expect(Math.abs(numeric.value - exact.double)).toBeLessThan(10 * numeric.bar + tolerance);
          compared += 1;
        });
      }),
      { numRuns: 1_000, seed: 20_260_102 },
    );
    expect(compared).toBeGreaterThan(4_000);
  });

  it('mean what the same text means in JavaScript', () => {
    // sums and products of numbers alone; the two languages agree on their order of operations
    const plain = fc.letrec<{ a: string }>((tie) => ({
      a: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('x', 'y', '2', '0.1', '7'),
        fc.tuple(tie('a'), fc.constantFrom('+', '-', '*', '/'), tie('a')).map(([a, sign, b]) => `${a}${sign}${b}`),
        tie('a').map((a) => `(${a})`),
      ),
    })).a;
    fc.assert(
      fc.property(plain, (text) => {
        const whole = `${text} + 0*x*y`;
        const [x, y] = [1.7, -0.3];
        const expected = new Function('x', 'y', `return ${whole}`)(x, y);
        expect(formulaOf(whole).loss({ x, y })).toBe(expected);
      }),
      { numRuns: 1_000, seed: 20_260_103 },
    );
  });
});
