import { describe, expect, it } from 'vitest';
import { askGradient, roundingOf } from '@/checker/contract/contract.ts';
import { FLOAT32_FLOOR, RELATIVE_FLOOR } from '@/checker/defaults.ts';
import { sceneOf } from './kit.ts';

const X = [1.1, -0.7, 2.3];
const f = (x: number[]) => x.reduce((sum, v) => sum + Math.sin(v), 0);
const right = (x: number[]) => x.map(Math.cos);
const ask = (gradient: (x: number[]) => number[]) => askGradient(gradient, sceneOf(f, [...X]));
const kinds = (gradient: (x: number[]) => number[]) =>
  ask(gradient).findings.map(({ kind, role }) => `${kind} ${role}`);

describe('a gradient that keeps its contract', () => {
  it('has no finding, and its first answer is taken', () => {
    const { analytic, findings, calls, mismatches } = ask(right);
    expect([...analytic]).toEqual(right(X));
    expect([findings, mismatches]).toEqual([[], []]);
    expect(calls).toBe(7); // five at x and elsewhere, two beside x
  });

  it('moves by its rounding beside x, and by no more', () => {
    ask(right).wobble.forEach((w, i) => {
      expect(w).toBeLessThan(1e-14);
      expect(w).toBeGreaterThanOrEqual(Number.EPSILON * Math.abs(Math.sin(X[i]) * X[i]));
    });
  });

  it('may branch at x: the jump between its branches is no rounding', () => {
    const { wobble } = ask((x) => x.map((v, i) => Math.cos(v) + (i === 0 && v > 1.1 ? 5 : 0)));
    expect(wobble[0]).toBeLessThan(1e-13);
  });

  it('may be rough, and then wobbles', () => {
    const { wobble } = ask((x) => x.map((v) => Math.cos(v) + 1e-5 * Math.sin(1e17 * v)));
    expect(Math.max(...wobble)).toBeGreaterThan(1e-6);
  });

  it('wobbles at least by what two calls at x differ by', () => {
    let call = 0;
    const { wobble } = ask((x) => {
      call++;
      return x.map((v) => Math.cos(v) * (call === 2 ? 1 + RELATIVE_FLOOR : 1));
    });
    wobble.forEach((w, i) => {
      expect(w).toBeGreaterThan(0.9 * RELATIVE_FLOOR * Math.abs(Math.cos(X[i])));
    });
  });

  it('wobbles by its rounding though it returns one array for all calls, which is no bug', () => {
    const buffer = [0, 0, 0];
    const { wobble, findings } = ask((x) => {
      for (const i of buffer.keys()) buffer[i] = Math.cos(x[i]);
      return buffer;
    });
    expect(findings.map(({ role }) => role)).toEqual(['note']);
    expect(Math.min(...wobble)).toBeGreaterThan(0);
  });

  it('is asked at a second point, within a sixty-fourth of the scale of each element on either side', () => {
    const scale = 3;
    const points: number[][] = [];
    const x = Array.from({ length: 20 }, () => scale);
    askGradient(
      (w: number[]) => {
        points.push([...w]);
        return w.map(Math.cos);
      },
      sceneOf(f, x),
    );
    const moves = points[3].map((v, i) => v - x[i]);
    expect(Math.max(...moves.map(Math.abs))).toBeLessThan(scale / 64);
    expect(Math.max(...moves.map(Math.abs))).toBeGreaterThan(scale / 256);
    expect(new Set(moves.map(Math.sign))).toEqual(new Set([-1, 1]));
  });

  it('is let pass seven digits, and fewer in single precision', () => {
    expect(ask(right).floor).toBe(RELATIVE_FLOOR);
    expect(ask((x) => x.map((v) => Math.fround(Math.cos(v)))).floor).toBe(FLOAT32_FLOOR);
    expect(ask((x) => x.map(() => 0.5)).floor).toBe(RELATIVE_FLOOR);
    expect(askGradient(right, { ...sceneOf(f, [...X]), relativeFloor: 0.25 }).floor).toBe(0.25);
  });
});

describe('a gradient that breaks its contract', () => {
  it('adds to what it returned before', () => {
    const sum = [0, 0, 0];
    const { findings } = ask((x) => {
      x.forEach((v, i) => {
        sum[i] += Math.cos(v);
      });
      return [...sum];
    });
    expect(findings.map(({ kind, role }) => [kind, role])).toEqual([['accumulates', 'bug']]);
  });

  it('adds to what it returned before, and rounds the sum; its rounding is not measured then', () => {
    let call = 0;
    const { findings, calls } = ask((x) => {
      const times = [1, 2 * (1 + 3 * RELATIVE_FLOOR), 3, 4, 5][call++];
      return x.map((v) => times * Math.cos(v));
    });
    expect(findings.map(({ kind }) => kind)).toEqual(['accumulates']);
    expect(calls).toBe(5);
  });

  it('returns something else at the same x', () => {
    let call = 0;
    const { findings } = ask((x) => x.map((v) => Math.cos(v) + 0.25 * call++));
    expect(findings[0]).toMatchObject({ kind: 'not-repeatable', role: 'bug', evidence: { difference: 0.75 } });
  });

  it('may differ by the order of its sums from call to call', () => {
    let call = 0;
    expect(kinds((x) => x.map((v) => Math.cos(v) * (1 + (call++ % 2) * RELATIVE_FLOOR)))).toEqual([]);
  });

  it('takes what f has kept of another x', () => {
    let kept = X;
    const loss = (x: number[]) => {
      kept = [...x];
      return f(x);
    };
    const { findings } = askGradient(() => right(kept), sceneOf(loss, [...X]));
    expect(findings[0]).toMatchObject({ kind: 'stale-cache', role: 'bug', evidence: { after: 'f elsewhere' } });
  });

  it('keeps its own answer for another x', () => {
    const kept: number[][] = [];
    const { findings } = ask((x) => {
      if (kept.length < 4) kept.push(right(x));
      return [...kept[kept.length - 1]];
    });
    expect(findings[0]).toMatchObject({ kind: 'stale-cache', evidence: { after: 'the gradient elsewhere' } });
  });

  it('changes x, or returns x or one array for all calls', () => {
    expect(
      kinds((x) => {
        const result = right(x);
        x[0] = 0;
        return result;
      }),
    ).toEqual(['mutates-x doubt']);
    expect(kinds((x) => x)).toEqual(['aliases-x note']);
    const buffer = [0, 0, 0];
    expect(
      kinds((x) => {
        x.forEach((v, i) => {
          buffer[i] = Math.cos(v);
        });
        return buffer;
      }),
    ).toContain('aliases-x note');
  });

  it('returns one array for all calls, in a record', () => {
    const w = [0];
    const { findings } = askGradient(
      (x: { w: number[] }) => {
        w[0] = Math.cos(x.w[0]);
        return { w };
      },
      sceneOf(({ w: [v] }: { w: number[] }) => Math.sin(v), { w: [1.1] }),
    );
    expect(findings).toMatchObject([{ kind: 'aliases-x', evidence: { what: 'the result of the next call' } }]);
  });
});

describe('the rounding of a gradient whose answers beside x are known', () => {
  const rounding = (beside: number, further: number) => {
    const answers = [beside, beside, further, further];
    const at = { values: Float64Array.of(1), single: false, floor: RELATIVE_FLOOR, random: () => 0.7 };
    return roundingOf(() => Float64Array.of(answers.shift() ?? 0), Float64Array.of(1), at)[0];
  };

  it('is how far they move, where they go on moving', () => {
    expect(rounding(2, 2.5)).toBe(1);
    expect(rounding(2, 7)).toBe(5);
  });

  it('is how far they move on one side of a branch, where they stay', () => {
    expect(rounding(2, 2.03125)).toBe(0.03125);
  });
});

it('a gradient that does not depend on x is told by the point at which it was the same', () => {
  expect(ask(() => [1, 2, 3]).unmoved).toBeDefined();
  expect(ask(() => [0, 0, 0]).unmoved).toBeUndefined();
  expect(ask(right).unmoved).toBeUndefined();
});

it('a gradient that throws at x throws on, and one that throws elsewhere does not', () => {
  const throws = (where: (v: number) => boolean) => (x: number[]) => {
    if (where(x[0])) throw new Error('log of a negative number');
    return right(x);
  };
  expect(() => ask(throws(() => true))).toThrow('log of a negative number');
  expect(ask(throws((v) => v !== X[0])).findings).toEqual([]);
});
