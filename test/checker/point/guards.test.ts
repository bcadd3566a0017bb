import { describe, expect, it } from 'vitest';
import { workingCopy } from '@/checker/point/copies.ts';
import { requireChange, requireFunction, requireNumber, requireShare, requireStep } from '@/checker/point/guards.ts';
import type { Point } from '@/checker/types.ts';

describe('a guard lets pass what is right, and says what is wrong with the rest', () => {
  it('of a function', () => {
    expect(() => requireFunction(Math.sin, 'f')).not.toThrow();
    expect(() => requireFunction(null, 'f')).toThrow('f is null, not a function of x.');
    expect(() => requireFunction([1], 'gradient')).toThrow('gradient is object');
  });

  it('of a step', () => {
    expect(() => requireStep(Number.MIN_VALUE)).not.toThrow();
    for (const step of [0, -1e-5, Number.NaN, Number.POSITIVE_INFINITY, '1e-5' as unknown as number])
      expect(() => requireStep(step)).toThrow(`The step is ${step}. Use a positive number`);
  });

  it('of a share', () => {
    expect([undefined, 0, 0.5, 1].map((value) => requireShare(value, 's'))).toEqual([undefined, 0, 0.5, 1]);
    for (const value of [-0.1, 1.1, Number.NaN]) expect(() => requireShare(value, 's')).toThrow(`s is ${value}`);
  });

  it('of the value of a loss', () => {
    expect(requireNumber(2.5, Math.sin)).toBe(2.5);
    expect(requireNumber(Number.NaN, Math.sin)).toBeNaN();
    const trainingLoss = () => undefined;
    expect(() => requireNumber(undefined, trainingLoss)).toThrow(/trainingLoss returned undefined.*`return` missing/);
    expect(() => requireNumber(Promise.resolve(1), trainingLoss)).toThrow(/a promise.*without async/);
  });
});

describe('a step that is lost in rounding beside an element', () => {
  const change = (x: Point, step: number) => () => requireChange(workingCopy(x).rows, step);

  it('is refused, with the element and a step that would do', () => {
    expect(change([1, 1e9], 1e-5)).not.toThrow();
    expect(change([1, 1e12], 1e-5)).toThrow(/does not change x\[1\] = 1000000000000/);
    const { message } = (() => {
      try {
        change([1, 1e12], 1e-5)();
      } catch (error) {
        return error as Error;
      }
      return new Error();
    })();
    expect(change([1, 1e12], Number(/above (\S+)\./.exec(message)?.[1]) * 2)).not.toThrow();
  });

  it('is lost sooner in a float32', () => {
    expect(change({ W: Float64Array.of(1), b: Float32Array.of(1) }, 1e-9)).toThrow('b[0]');
    expect(change({ W: Float64Array.of(1) }, 1e-9)).not.toThrow();
  });

  it('is lost if one of the two sides is: below a power of two the numbers are twice as dense', () => {
    expect(change([1], 2 ** -54)).toThrow('x[0]');
    expect(change([1], 2 ** -52)).not.toThrow();
  });
});
