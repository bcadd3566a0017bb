import { describe, expect, it } from 'vitest';
import { CheckError } from '@/checker/errors.ts';
import { diagnoseVjp } from '@/checker/index.ts';
import { readJacobian, timesTransposed, transposeOf } from '@/checker/layers/asking.ts';

describe('a Jacobian that was returned', () => {
  it('is read row by row, from lists or typed arrays', () => {
    expect(readJacobian([[1, 2, 3], Float64Array.of(4, 5, 6)], 2, 3)).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
  });

  it('of another shape is told by its shape', () => {
    expect(readJacobian([[1, 2]], 2, 2)).toEqual({ shape: '1 x 2' });
    expect(readJacobian([[1], [2]], 2, 2)).toEqual({ shape: '2 x 1' });
    expect(readJacobian([[1, 2], [3]], 2, 2)).toEqual({ shape: '2 x 2 or 1' });
  });

  it('that holds no number somewhere is refused, with the place', () => {
    const holding = (hole: unknown) => () =>
      readJacobian(
        [
          [1, 2],
          [hole, 4],
        ] as number[][],
        2,
        2,
      );
    expect(holding(null)).toThrow(/holds null at \[1\]\[0\]/);
    expect(holding(undefined)).toThrow(/holds undefined at \[1\]\[0\]/);
    expect(() => readJacobian([1, 2], 2, 1)).toThrow(/other things than rows/);
    expect(() => readJacobian(7, 1, 1)).toThrow(CheckError);
  });

  it('is multiplied by a cotangent, without the rows that this leaves out', () => {
    const flat = Float64Array.of(1, 2, Number.NaN, 4, 5, 6);
    expect(timesTransposed(flat, 2, Float64Array.of(2, 0, -1))).toEqual(Float64Array.of(2 - 5, 4 - 6));
  });

  it('has rows for columns when it is turned', () => {
    expect(transposeOf([[1, 2, 3], Float64Array.of(4, 5, 6)])).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });
});

describe('a vjp that is asked for one output after the other', () => {
  const F = (x: number[]) => x.map(Math.sin);
  const vjp = (x: number[], v: number[]) => x.map((w, i) => v[i] * Math.cos(w));
  const x = [0.4, -1.1, 0.7];

  it('and throws where an output has no weight is wrong, and says what was thrown', () => {
    const { findings, verdict } = diagnoseVjp(
      F,
      (w, v) => {
        if (v.some((weight) => weight === 0)) throw new Error('division by zero');
        return vjp(w, v);
      },
      x,
    );
    expect(verdict).toBe('fail');
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'throws',
        role: 'bug',
        evidence: expect.objectContaining({ by: 'the vjp', message: expect.stringContaining('division by zero') }),
      }),
    );
  });

  it('tells after each element of x how far it has come', () => {
    const shares: number[] = [];
    diagnoseVjp(F, vjp, x, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  });
});
