/** A layer of two groups of x, with a bug in one of them, or one in each: which names are kept, and where. */
import { describe, expect, it } from 'vitest';
import { diagnoseJacobian, diagnoseVjp, type LayerReport } from '@/checker/index.ts';

type Vector = number[];
const x = { w: [0.4, -1.1, 0.7], s: [1.3, 0.6] };
type X = typeof x;
const P = [
  [1.3, -0.7, 2.9],
  [-2.1, 1.9, 0.6],
  [0.8, 2.3, -1.7],
];
const Q = [
  [0.9, -1.6],
  [2.2, 0.7],
  [-1.1, 1.8],
];
const dot = (a: Vector, b: Vector) => a.reduce((sum, v, i) => sum + v * b[i], 0);
const F = ({ w, s }: X): Vector =>
  P.map((row, k) => dot(row, w.map(Math.sin)) + dot(Q[k], s.map(Math.exp)) + 0.1 * w[0] * s[k % 2]);
const ofW = ({ w, s }: X, v: Vector): Vector =>
  w.map(
    (q, i) =>
      dot(
        v,
        P.map((row) => row[i] * Math.cos(q)),
      ) + (i === 0 ? 0.1 * dot(v, [s[0], s[1], s[0]]) : 0),
  );
const ofS = ({ w, s }: X, v: Vector): Vector =>
  s.map(
    (q, j) =>
      dot(
        v,
        Q.map((row) => row[j] * Math.exp(q)),
      ) +
      0.1 * w[0] * (j === 0 ? v[0] + v[2] : v[1]),
  );
const turned = ([u, v, w]: Vector): Vector => [v, u, w];
const told = ({ findings }: LayerReport) =>
  findings.flatMap(({ role, kind, where }) => (role === 'bug' ? [`${kind} ${where.groups.join()}`] : []));
const check = (vjp: (p: X, v: Vector) => X, options = {}) => diagnoseVjp(F, vjp, x, options);

describe('a name', () => {
  it('is that of the group of x that has the bug', () => {
    expect(told(check((p, v) => ({ w: ofW(p, v), s: ofS(p, v) })))).toEqual([]);
    expect(told(check((p, v) => ({ w: ofW(p, turned(v)), s: ofS(p, v) })))).toEqual(['swapped w']);
    expect(told(check((p, v) => ({ w: ofW(p, v), s: ofS(p, turned(v)) })))).toEqual(['swapped s']);
    expect(told(check((p, v) => ({ w: ofW(p, turned(v)), s: ofS(p, turned(v)) })))).toEqual(['swapped w,s']);
  });

  it('is kept of each of two bugs', () => {
    const both = check((p, v) => ({ w: ofW(p, turned(v)), s: ofS(p, v).map((g) => 2 * g) }));
    expect(told(both).sort()).toEqual(['factor-two s', 'swapped w']);
    const signs = check((p, v) => ({ w: ofW(p, v).map((g) => -g), s: ofS(p, v).map((g) => 2 * g) }));
    expect(told(signs).sort()).toEqual(['factor-two s', 'sign w']);
    const mixed = check((p, v) => ({ w: ofW(p, v).map((g) => -g), s: ofS(p, v).map((g) => 2 * g) }), { full: false });
    expect(told(mixed).sort()).toEqual(['factor-two s', 'sign w']);
  });

  it('is kept beside a group that does not use v, whatever is wrong in the other', () => {
    const report = check((p, v) => ({ w: ofW(p, [1, 1, 1]), s: ofS(p, v).map((g) => 2 * g) }));
    expect(told(report).sort()).toEqual(['factor-two s', 'ignores-cotangent w']);
  });

  it('is none where there is no pattern, and the only wrong output is told', () => {
    const off = (rows: readonly number[]) =>
      check((p, v) => ({
        w: ofW(p, v).map(
          (g, i) =>
            g +
            dot(
              v,
              [0, 1, 2].map((k) => (rows.includes(k) ? 0.3 + i * i - k : 0)),
            ),
        ),
        s: ofS(p, v),
      }));
    const [one] = off([1]).findings;
    expect([one.kind, one.confidence, one.evidence.output]).toEqual(['unknown-pattern', 'low', 'y[1]']);
    expect(one.evidence).toMatchObject({ fits: 3, of: 3 });
    const [two] = off([1, 2]).findings;
    expect([two.kind, two.evidence.output]).toEqual(['unknown-pattern', undefined]);
  });

  it('of a loss is given to one output alone: a layer may well be a softmax', () => {
    const weights = Array.from({ length: 20 }, (_, i) => Math.sin(1 + 3 * i));
    const z = Array.from({ length: 4 }, (_, r) => Array.from({ length: 5 }, (_v, c) => Math.cos(r + 2.2 * c)));
    const softmax = (row: Vector) => {
      const powers = row.map(Math.exp);
      return powers.map(
        (v) =>
          v /
          dot(
            powers,
            powers.map(() => 1),
          ),
      );
    };
    const loss = (rows: Vector[]) => dot(rows.flatMap(softmax), weights);
    const given = z.map((_, r) => weights.slice(5 * r, 5 * r + 5));
    const kinds = (factors: Vector) =>
      diagnoseVjp(
        (rows: Vector[]) => factors.map((factor) => factor * loss(rows)),
        (_, v: Vector) => given.map((row) => row.map((g) => dot(v, factors) * g)),
        z,
      ).findings.map(({ kind }) => kind);
    expect(kinds([1])).toEqual(['softmax-folded']);
    expect(kinds([1, 0.7])).not.toContain('softmax-folded');
  });
});

describe('a Hessian that is not symmetric', () => {
  const gradient = ([a, b, c]: Vector) => [b * c + a ** 3, a * c + Math.cos(b), a * b + c * c];
  const hessian = ([a, b, c]: Vector) => [
    [3 * a * a, c, b],
    [c, -Math.sin(b), a],
    [b, a, 2 * c],
  ];
  const at = [0.7, -1.3, 2.1];
  const changed = (change: (g: number, row: number, column: number) => number, symmetric = true) =>
    told(
      diagnoseJacobian(gradient, (p) => hessian(p).map((line, r) => line.map((g, c) => change(g, r, c))), at, {
        symmetric,
      }),
    ).map((each) => each.trim());

  it('is told as that, and what is wrong besides has no name', () => {
    expect(changed((g, r, c) => (r === 0 && c === 2 ? g + 0.5 : g))).toEqual(['not-symmetric']);
    expect(changed((g, r, c) => (r === 0 && c === 2 ? g + 0.5 : r === 1 && c === 1 ? g - 2 : g))).toEqual([
      'not-symmetric',
      'unknown-pattern',
    ]);
  });

  it('has no such name where nobody asked, or where it is symmetric and wrong', () => {
    expect(changed((g, r, c) => (r === 0 && c === 2 ? g + 0.5 : g), false)).toEqual(['single-element']);
    expect(changed((g) => 2 * g)).toEqual(['factor-two']);
  });
});
