import { describe, expect, it } from 'vitest';
import { preflight } from '@/checker/contract/preflight.ts';
import { CheckError } from '@/checker/errors.ts';
import { FLOAT32, FLOAT64 } from '@/checker/slope/precision.ts';
import type { Gradient, Loss } from '@/checker/types.ts';
import { roundTo } from '../slope/around.ts';
import { sceneOf } from './kit.ts';

type Vector = number[];
const X = [1.1, -0.7];
const f = (x: Vector) => Math.exp(x[0]) + Math.sin(x[1]);
const right = (x: Vector) => [Math.exp(x[0]), Math.cos(x[1])];
const look = (loss: Loss<Vector> = f, gradient: Gradient<Vector> = right) => preflight(sceneOf(loss, [...X]), gradient);
const told = (found: ReturnType<typeof look>) => found.findings.map(({ kind, role }) => `${kind} ${role}`);

describe('before any slope is measured', () => {
  it('nothing is found of a loss and a gradient that are right', () => {
    const found = look();
    expect(found).toMatchObject({ value: f(X), noisy: false, findings: [] });
    expect(found.precision.format).toBe(FLOAT64);
  });

  it('f that throws or is not finite at x is a doubt: there is nothing to compare', () => {
    const thrown = look(() => {
      throw new Error('no data');
    });
    expect(told(thrown)).toEqual(['throws doubt']);
    expect(thrown.findings[0].evidence).toMatchObject({ message: 'no data', at: 'x' });
    expect(told(look(() => Number.NaN))).toEqual(['not-finite doubt']);
  });

  it('a gradient that throws at x is a bug, and a doubt where f is not finite either', () => {
    const broken = () => {
      throw new Error('undefined is no function');
    };
    expect(told(look(f, broken))).toEqual(['throws bug']);
    expect(look(f, broken).answers).toBeUndefined();
    expect(told(look(() => Number.NaN, broken))).toEqual(['not-finite doubt', 'throws doubt']);
  });

  it('a gradient of another shape is a bug, over the elements of its block', () => {
    const [finding, ...others] = look(f, () => [1, 2, 3]).findings;
    expect(finding).toMatchObject({ kind: 'wrong-shape', role: 'bug', where: { indices: [0, 1] } });
    expect(finding.evidence).toMatchObject({ expected: '2', got: '3' });
    expect(others).toEqual([]);
  });

  it('a gradient that is not finite is a bug where it is not', () => {
    const { findings } = look(f, (x) => [Math.exp(x[0]), Number.POSITIVE_INFINITY]);
    expect(findings[0]).toMatchObject({ kind: 'not-finite', role: 'bug', where: { indices: [1] } });
    expect(findings[0].evidence).toMatchObject({ value: 'Infinity' });
  });

  it('a loss that differs from call to call is noisy by as much, and bugs between calls are doubts', () => {
    let call = 0;
    const found = look(
      (x) => f(x) + 1e-3 * (call++ % 3),
      (x) => [Math.exp(x[0]) + call, Math.cos(x[1])],
    );
    expect(found.noisy).toBe(true);
    expect(found.precision.noise).toBeGreaterThanOrEqual(1e-3);
    expect(told(found).every((text) => !text.endsWith('bug'))).toBe(true);
  });

  it('a loss that is another one once the gradient was called is noisy', () => {
    let called = false;
    const found = look(
      (x) => f(x) + (called ? 1e-3 : 0),
      (x) => {
        called = true;
        return right(x);
      },
    );
    expect(found.noisy).toBe(true);
  });

  it('a short format is noted', () => {
    const single = look((x) => Math.fround(f(x)));
    expect(told(single)).toEqual(['float32 note']);
    expect(single.precision.format).toBe(FLOAT32);
    expect(single.findings[0].evidence).not.toHaveProperty('inputs');
    expect(told(look((x) => roundTo(8, f(x))))).toEqual(['half-precision note']);
  });

  it('a loss that changes its argument is noted', () => {
    const found = look((x) => {
      const value = f(x);
      x[0] = 0;
      return value;
    });
    expect(told(found)).toEqual(['mutates-x note']);
  });

  it('a loss that returns no number is bad input', () => {
    expect(() => look((() => 'three') as unknown as Loss<Vector>)).toThrow(CheckError);
  });
});
