import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { assertGradient, assertNotGradient, assertVjp } from '@/matchers/node.ts';

const f = (w: number[]): number => w.reduce((sum, v) => sum + v * v, 0);
const right = (w: number[]): number[] => w.map((v) => 2 * v);
const wrong = (w: number[]): number[] => w.map((v) => -2 * v);
const x = [1.5, -2.3];

describe('the assertions of node:test', () => {
  it('hold for a right gradient, a planted bug and a right vjp', () => {
    assertGradient(right, f, x);
    assertNotGradient(wrong, f, x);
    assertVjp(
      (w: number[], v: number[]) => w.map((each, i) => 2 * each * v[i]),
      (w: number[]) => w.map((each) => each ** 2),
      x,
    );
  });

  it('throw an AssertionError with the report otherwise', () => {
    expect(() => assertGradient(wrong, f, x)).toThrow(AssertionError);
    expect(() => assertGradient(wrong, f, x)).toThrow(/FAIL: The gradient is wrong in 2 of 2 elements/);
    expect(() => assertNotGradient(right, f, x)).toThrow(/PASS/);
    expect(() =>
      assertVjp(
        (w: number[]) => w.map((each) => 2 * each),
        (w: number[]) => w.map((each) => each ** 2),
        x,
      ),
    ).toThrow(AssertionError);
  });

  it('throw where the numbers cannot tell, either way', () => {
    const kinked = (w: number[]) => Math.abs(w[0]);
    const sign = (w: number[]) => w.map(Math.sign);
    expect(() => assertGradient(sign, kinked, [0])).toThrow(/could not be told/);
    expect(() => assertNotGradient(sign, kinked, [0])).toThrow(/could not be told/);
  });
});
