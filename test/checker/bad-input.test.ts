import { describe, expect, it } from 'vitest';
import {
  CheckError,
  checkDirections,
  diagnoseGradient,
  formatReport,
  gradientCheck,
  numericalGradient,
  type Point,
  relativeError,
  stepSizeSweep,
  summarize,
} from '../../src/checker/index.ts';

const problem = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CheckError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
};

const zero = () => 0;

/** As other libraries have them: numbers that a copy shares the kind of. */
class Whole {
  readonly data = Int32Array.of(1, 2);
  readonly shape = [2];
  copy() {
    return new Whole();
  }
}
const withPoint = (x: unknown): string => problem(() => numericalGradient(zero, x as Point));

describe('a point that cannot be checked is refused with what was found, where, and what to do', () => {
  const refused: [what: string, x: unknown, code: string, where: string][] = [
    ['an empty array', [], 'empty-point', 'x is empty'],
    ['an empty row', [[1], []], 'empty-point', 'x[1] is empty'],
    ['an empty record', {}, 'empty-point', 'x has no entries'],
    ['an empty entry', { W: [1], b: [] }, 'empty-point', 'b is empty'],
    ['an empty typed array', new Float64Array(0), 'empty-point', 'x is empty'],
    ['NaN', [[1, Number.NaN]], 'non-finite-point', 'x[0][1] is NaN'],
    [
      'an infinite typed element',
      { v: Float32Array.of(1, Number.NEGATIVE_INFINITY) },
      'non-finite-point',
      'v[1] is -Inf',
    ],
    ['an infinite number', Number.POSITIVE_INFINITY, 'non-finite-point', 'x is Infinity'],
    ['a string', '3', 'unsupported-point', 'x is the string "3"'],
    ['a string among numbers', [1, '2'], 'unsupported-point', 'x[1] is the string "2"'],
    ['null', null, 'unsupported-point', 'x is null'],
    ['a null entry', { W: [1], b: null }, 'unsupported-point', 'b is null'],
    ['a bigint', [1, 2n], 'unsupported-point', 'x[1] is the bigint 2n'],
    ['a bigint first', [2n], 'unsupported-point', 'x[0] is the bigint 2n'],
    ['a hole or undefined', [1, undefined, 3], 'unsupported-point', 'x[1] is undefined'],
    ['an array of bigints', BigInt64Array.of(1n), 'unsupported-point', 'x is a BigInt64Array'],
    ['a map', new Map(), 'unsupported-point', 'x is a Map'],
    ['a date in a list', [1, [new Date(0)]], 'unsupported-point', 'x[1][0] is a Date'],
    ['a name in a record of a list', { layers: [{ W: [1], name: 'dense' }] }, 'unsupported-point', 'layers[0].name is'],
    ['a method kept as a field', { w: 1, act: Math.tanh }, 'unsupported-point', 'act is function'],
    ['a tensor of whole numbers', new Whole(), 'unsupported-point', 'Convert it to float64'],
  ];
  for (const [what, x, code, where] of refused)
    it(what, () => {
      const message = withPoint(x);
      expect(message.split(':')[0]).toBe(code);
      expect(message).toContain(where);
    });
});

describe('a gradient of another shape is refused with both shapes', () => {
  const of = (x: Point, gradient: unknown): string => problem(() => gradientCheck(zero, () => gradient as Point, x));

  it('in a nameless array', () => {
    expect(of([1, 2, 3], [1, 2])).toContain('The gradient has shape 2, but x has 3.');
    expect(of([[1, 2]], [[1], [2]])).toContain('shape 2 x 1, but x has 1 x 2');
    expect(of(1, [1])).toContain('shape 1, but x has a single number');
    expect(of([1], [])).toContain('shape 0, but x has 1');
    expect(of([[1], [2]], [[1], 2])).toContain('the gradient[1] is a number where its neighbours are arrays');
    expect(
      of(
        [[1, 2], [3]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toContain("The gradient's x[1] has shape 2, but x's x[1] has 1");
  });

  it('in one group of a record, by name', () => {
    expect(of({ W: [[1, 2]], b: [1] }, { W: [[1, 2]], b: [1, 2] })).toContain(
      "The gradient's b has shape 2, but x's b has 1",
    );
    expect(of({ W: [1], b: [1] }, { W: [1] })).toContain('has no b');
    expect(of({ W: [1] }, { W: [1], b: [1] })).toContain('an entry b (1) that x has not');
  });

  it('or of another kind altogether', () => {
    expect(of([1], undefined)).toContain('unsupported-point');
    expect(of([1, 2], [1, '2'])).toContain('the gradient[1] is the string');
  });

  it('while a plain array will do for a typed one', () => {
    expect(
      gradientCheck(
        (x) => x[0],
        () => [1] as unknown as Float64Array,
        Float64Array.of(1),
      ).status,
    ).toBe('PASS');
  });

  it('also between two gradients and in a sweep', () => {
    expect(problem(() => relativeError([1, 2], [1]))).toContain('gradient-shape');
    expect(problem(() => stepSizeSweep((x: number[]) => x[0], [1, 2], [1]))).toContain('gradient-shape');
  });
});

describe('a loss that is not a number', () => {
  it('is refused, whatever the scheme', () => {
    for (const value of ['1', null, undefined, 1n, [1], true])
      for (const scheme of ['forward', 'central', 'five-point'] as const)
        expect(problem(() => numericalGradient((() => value) as unknown as () => number, [1], { scheme }))).toContain(
          'loss-not-a-number',
        );
  });

  it('but NaN passes through, and fails the textbook check as it does in the notebook', () => {
    const check = gradientCheck(
      () => Number.NaN,
      () => [1],
      [1],
    );
    expect([check.status, check.relativeError]).toEqual(['FAIL', Number.NaN]);
  });
});

describe('what a function returned instead of numbers is called what it is, with what to do', () => {
  const square = ([x]: number[]) => x * x;
  const returned = (loss: unknown, gradient: unknown) =>
    problem(() => diagnoseGradient(loss as typeof square, gradient as (x: number[]) => number[], [1.5]));
  const slope = ([x]: number[]) => [2 * x];

  it.each([
    ['nothing, where the loss has no return', () => undefined, slope, /f returned undefined.*`return`/],
    ['a promise, where the loss is async', async () => 1, slope, /f returned a promise.*without async/],
    ['an array, where the loss is not summed', () => [1], slope, /f returned an array.*one plain number/],
    ['nothing, where the gradient has no return', square, () => undefined, /the gradient is undefined.*`return`/],
    ['a promise, where the gradient is async', square, async () => [3], /the gradient is a promise.*without async/],
    ['a hole, past the end of an array', square, () => [undefined], /the gradient\[0\] is undefined.*past the end/],
  ])('%s', (_, loss, gradient, message) => {
    expect(returned(loss, gradient)).toMatch(message);
  });

  it('by the name that its writer gave the loss', () => {
    const trainingLoss = () => undefined;
    expect(returned(trainingLoss, slope)).toContain('trainingLoss returned undefined');
    const report = diagnoseGradient(
      function loss() {
        return Number.NaN;
      },
      slope,
      [1.5],
    );
    expect(formatReport(report)).toContain('loss(x) is NaN');
    expect(summarize(diagnoseGradient((x: number[]) => square(x) + Math.random(), slope, [1.5]))).toContain(
      'f is noisy',
    );
  });
});

describe('a loss that has no value at x', () => {
  const fails = () => {
    throw new Error('not written yet');
  };
  const outcome = (loss: () => number, gradient: () => number[]) => {
    const report = diagnoseGradient(loss, gradient, [1.5]);
    return [report.verdict, ...report.findings.map(({ kind, role }) => `${kind} ${role}`)];
  };

  it('makes no gradient wrong that fails with it', () => {
    expect(outcome(fails, fails)).toEqual(['inconclusive', 'throws doubt', 'throws doubt']);
    expect(summarize(diagnoseGradient(fails, fails, [1.5]))).toMatch(/^The check could not be made/);
    const nan = () => Number.NaN;
    expect(outcome(nan, () => [nan()])).toEqual(['inconclusive', 'not-finite doubt', 'not-finite doubt']);
  });

  it('is another matter than a gradient that fails alone', () => {
    expect(outcome(() => 1, fails)[0]).toBe('fail');
    expect(
      outcome(
        () => 1,
        () => [Number.NaN],
      )[0],
    ).toBe('fail');
  });
});

describe('a group of which nothing could be compared', () => {
  it('has no relative error, which is not an error of 0', () => {
    const report = diagnoseGradient(
      ({ w, b }: { w: number[]; b: number }) => w[0] * w[1] + b * b,
      ({ w, b }: { w: number[]; b: number }) => ({ w: [w[1], w[0], 0], b: 2 * b }) as { w: number[]; b: number },
      { w: [1.5, 0.5], b: 2 },
    );
    expect(report.groups.map(({ relativeError }) => relativeError)).toEqual([Number.NaN, expect.closeTo(0, 6)]);
    expect(formatReport(report)).toMatch(/w\[0\] +NaN .* –$/m);
  });
});

describe('a step', () => {
  const stepped = (step: number, x: Point = [1]) => problem(() => numericalGradient(zero, x, { step }));

  it('must be positive and finite', () => {
    for (const step of [0, -1e-5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(stepped(step)).toContain('step-not-positive');
  });

  it('must change every element of x, and the message names the one it does not change', () => {
    expect(stepped(1e-5, { a: [1], b: [[0, 3e12]] })).toContain('does not change b[0][1] = 3000000000000');
    expect(stepped(1e-8, Float32Array.of(1))).toContain('step-too-small');
    expect(stepped(1e-300, [0])).toBe('none');
  });

  it('must change float32 elements in float32, wherever in x they stand', () => {
    const W = Float32Array.of(0.5, 1000, 2000);
    expect(stepped(1e-5, { b: [1e6], W })).toContain('does not change W[1] = 1000: it is lost in rounding');
    expect(stepped(1e-5, [W, W] as unknown as Point)).toContain('does not change x[0][1] = 1000');
    expect(stepped(1e-5, { layers: [Float64Array.of(1, 2, 3), W] as unknown as Point })).toContain(
      'does not change layers[1][1] = 1000',
    );
    expect(stepped(1e-5, { W: Float32Array.of(0.5), b: Float64Array.of(1000, 2000) })).toBe('none');
    expect(
      problem(() =>
        gradientCheck(
          () => 0,
          (x) => x,
          { W },
        ),
      ),
    ).toContain('step-too-small');
  });

  it('that is lost gives an error of the whole gradient in a sweep, as in NumPy', () => {
    expect(stepSizeSweep((x: number[]) => 2 * x[0], [2], [1e6], { steps: [1e-14] })).toEqual([
      { step: 1e-14, error: 2 },
    ]);
  });

  it('must belong to a scheme that exists', () => {
    expect(problem(() => numericalGradient(zero, [1], { scheme: 'toString' as 'central' }))).toContain(
      'unknown-scheme',
    );
  });
});

describe('what is no point, function, step or budget at all', () => {
  const square = ([a]: number[]) => a * a;
  const double = ([a]: number[]) => [2 * a];

  it('is a point that holds itself, or nests without end', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    const knot: Record<string, unknown> = {};
    knot['knot'] = knot;
    let deep: unknown = 1;
    for (let i = 0; i < 20_000; i++) deep = [deep];
    for (const x of [cycle, knot, deep]) expect(withPoint(x)).toContain('unsupported-point: x is nested more than');
  });

  it('is f or a gradient that is not a function', () => {
    for (const none of [undefined, null, 3, 'f', {}]) {
      const f = none as unknown as typeof square;
      const g = none as unknown as typeof double;
      expect(problem(() => numericalGradient(f, [1]))).toContain('not-a-function: f is');
      expect(problem(() => gradientCheck(square, g, [1]))).toContain('not-a-function: the gradient is');
      expect(problem(() => stepSizeSweep(f, [1], [1]))).toContain('not-a-function: f is');
      expect(problem(() => diagnoseGradient(square, g, [1]))).toContain('not-a-function: the gradient is');
      expect(problem(() => checkDirections(f, double, [1]))).toContain('not-a-function: f is');
    }
  });

  it('is a step that only looks like a number', () => {
    const step = '1e-5' as unknown as number;
    expect(problem(() => numericalGradient(square, [1], { step }))).toContain('step-not-positive');
    expect(problem(() => gradientCheck(square, double, [1], { step }))).toContain('step-not-positive');
  });

  it('is a budget that is not a number; a broken one is cut to whole evaluations', () => {
    const maxEvaluations = Number.NaN;
    expect(problem(() => diagnoseGradient(square, double, [1], { maxEvaluations }))).toContain('budget-not-a-number');
    expect(problem(() => checkDirections(square, double, [1], { maxEvaluations }))).toContain('budget-not-a-number');
    expect(diagnoseGradient(square, double, [1], { maxEvaluations: 1.5 }).evaluations).toBeLessThanOrEqual(1);
  });

  it('is a record in which two entries have one name, or one that JavaScript keeps for itself', () => {
    const twice = { 'a.b': [1, 2], a: { b: [3] } };
    expect(problem(() => gradientCheck(zero, (x) => x, twice))).toContain('Two entries of x are called a.b');
    expect(withPoint(JSON.parse('{ "__proto__": [1] }'))).toContain('__proto__');
  });
});
