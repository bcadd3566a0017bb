import { describe, expect, it } from 'vitest';
import { diagnoseJacobian } from '@/checker/index.ts';

/** The Hessian of a b c + a^2 / 2 + cos(a) b, as the Jacobian of its gradient. */
const gradient = ([a, b, c]: number[]) => [b * c + a - Math.sin(a) * b, a * c + Math.cos(a), a * b];
const hessian = ([a, b, c]: number[]) => [
  [1 - Math.cos(a) * b, c - Math.sin(a), b],
  [c - Math.sin(a), 0, a],
  [b, a, 0],
];
const x = [0.7, -1.3, 2.1];
const notSymmetric = (F: (x: number[]) => number[], jacobian: (x: number[]) => number[][]) =>
  diagnoseJacobian(F, jacobian, x, { symmetric: true }).findings.filter(({ kind }) => kind === 'not-symmetric');

describe('a Hessian', () => {
  it('that is symmetric has no finding', () => {
    expect(notSymmetric(gradient, hessian)).toEqual([]);
  });

  it('with a wrong entry differs from its mirror image: the wrong one of the two is told', () => {
    const wrong = (row: number, column: number) => (w: number[]) =>
      hessian(w).map((line, r) => line.map((v, c) => (r === row && c === column ? v + 0.5 : v)));
    const [above] = notSymmetric(gradient, wrong(0, 2));
    expect(above).toMatchObject({ role: 'bug', where: { indices: [2] }, evidence: { pairs: 1 } });
    const [below] = notSymmetric(gradient, wrong(2, 0));
    expect(below).toMatchObject({ role: 'bug', where: { indices: [0] } });
    expect(below.evidence.mirrored).toBeCloseTo(-1.3, 12);
    expect(below.evidence.analytic).toBeCloseTo(-0.8, 12);
  });

  it('of what is no gradient is a doubt', () => {
    const turning = ([a, b, c]: number[]) => [a * b, 3 * a + b * c, c * c];
    const jacobian = ([a, b, c]: number[]) => [
      [b, a, 0],
      [3, c, b],
      [0, 0, 2 * c],
    ];
    const [finding] = notSymmetric(turning, jacobian);
    // the clearest pair: 3 against a = 0.7; then b = -1.3 against 0
    expect(finding).toMatchObject({ role: 'doubt', where: { indices: [0, 1, 2] }, evidence: { pairs: 2 } });
    expect([finding.evidence.analytic, finding.evidence.mirrored]).toEqual([3, 0.7]);
  });
});
