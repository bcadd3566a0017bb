import { describe, expect, it } from 'vitest';
import '@/matchers/vitest.ts';

const f = (w: readonly number[]): number => w.reduce((s, v) => s + v * v, 0) / w.length;
const right = (w: readonly number[]): number[] => w.map((v) => (2 * v) / w.length);
const forgotten = (w: readonly number[]): number[] => w.map((v) => 2 * v);
const x = [1.5, -2.3, 0.7];

/** The message an assertion fails with. */
function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion held');
}

describe('expect(gradient).toBeGradientOf(f, x)', () => {
  it('holds for a right gradient, of an array, a typed array, a record and a number', () => {
    expect(right).toBeGradientOf(f, x);
    expect((w: Float64Array) => w.map((v) => 2 * v)).toBeGradientOf(
      (w: Float64Array) => w.reduce((s, v) => s + v * v, 0),
      Float64Array.of(1.5, -2.3),
    );
    expect(({ a, b }: { a: number; b: number[] }) => ({ a: b[0], b: [a, 1] })).toBeGradientOf(
      ({ a, b }: { a: number; b: number[] }) => a * b[0] + b[1],
      { a: 2, b: [3, 4] },
    );
    expect(Math.cos).toBeGradientOf(Math.sin, 0.7);
  });

  it('fails for a wrong one with the report: verdict, elements, the name of the bug, what to do', () => {
    const message = failure(() => expect(forgotten).toBeGradientOf(f, x));
    expect(message).toContain('expected a function to be the gradient of f at x');
    expect(message).toContain('FAIL: The gradient is wrong in 3 of 3 elements.');
    expect(message).toMatch(/x\[0\] +3\.000000 +1\.000000 +± /);
    expect(message).toContain('the 1/n of a mean was forgotten');
    expect(message).toContain('Next: Divide by n exactly once');
  });

  it('can be turned round', () => {
    expect(forgotten).not.toBeGradientOf(f, x);
    expect(failure(() => expect(right).not.toBeGradientOf(f, x))).toContain('PASS: The gradient is right');
  });

  it('fails where the numbers cannot tell, unless that is allowed', () => {
    const kinked = (w: readonly number[]) => w.reduce((s, v) => s + Math.abs(v), 0);
    const sign = (w: readonly number[]) => w.map(Math.sign);
    const message = failure(() => expect(sign).toBeGradientOf(kinked, [0, 1]));
    expect(message).toContain('INCONCLUSIVE');
    expect(message).toContain('1 undecided');
    expect(failure(() => expect(sign).not.toBeGradientOf(kinked, [0, 1]))).toContain('which could not be told');
    expect(sign).toBeGradientOf(kinked, [0, 1], { allowInconclusive: true });
  });

  it('passes its options on: sizes in sight', () => {
    const loss = (w: readonly number[]) => w.reduce((s, v) => s + Math.sin(v), 0) / 16;
    const message = failure(() =>
      expect((w: readonly number[]) => w.map(Math.cos)).toBeGradientOf(loss, x, { sizes: { batch: 16 } }),
    );
    expect(message).toContain('and batch is 16');
  });

  it('says so when it is handed a gradient that was called already', () => {
    expect(failure(() => expect(right(x)).toBeGradientOf(f, x))).toContain('with gradient and f uncalled');
  });
});

describe('expect(vjp).toBeVjpOf(F, x)', () => {
  const batch = [
    [1.2, -0.4],
    [0.3, 2.1],
    [-1.7, 0.6],
  ];
  type Parameters = { W: number[]; b: number };
  const forward = ({ W, b }: Parameters) => batch.map((row) => row[0] * W[0] + row[1] * W[1] + b);
  const backward = (_: Parameters, v: number[]) => ({
    W: [0, 1].map((j) => v.reduce((sum, each, i) => sum + each * batch[i][j], 0)),
    b: v.reduce((sum, each) => sum + each, 0),
  });
  const at = { W: [0.5, -0.8], b: 0.1 };

  it('holds for a right backward pass, and with `.not` for one whose bias is wrong', () => {
    expect(backward).toBeVjpOf(forward, at);
    expect((x: Parameters, v: number[]) => ({ ...backward(x, v), b: v[0] })).not.toBeVjpOf(forward, at);
  });

  it('fails with the report, and says both groups', () => {
    const wrong = (x: Parameters, v: number[]) => ({ ...backward(x, v), b: v[0] });
    const message = failure(() => expect(wrong).toBeVjpOf(forward, at));
    expect(message).toContain('expected a function to be the vjp of F at x');
    expect(message).toContain('FAIL');
  });

  it('fails where the numbers cannot tell, with `.not` as without', () => {
    const kinked = (w: number[]) => w.map(Math.abs);
    const sign = (w: number[], v: number[]) => w.map((each, i) => Math.sign(each) * v[i]);
    for (const assertion of [
      () => expect(sign).toBeVjpOf(kinked, [0, 1]),
      () => expect(sign).not.toBeVjpOf(kinked, [0, 1]),
    ])
      expect(failure(assertion)).toContain('which could not be told');
  });

  it('says so when it is handed a result in place of a function', () => {
    expect(failure(() => expect(backward(at, [1, 1, 1])).toBeVjpOf(forward, at))).toContain('with vjp and F uncalled');
  });
});
