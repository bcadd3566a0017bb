import { describe, expect, it } from 'vitest';
import { diagnoseJacobian, explainFinding } from '@/checker/index.ts';
import { gaussNewton } from '@/checker/layers/gauss-newton.ts';
import type { Matrix } from '@/checker/layers/matrix.ts';

/** A least-squares fit ½ Σ r²: its residuals, their slopes, and their second derivatives. */
interface Fit {
  readonly r: (x: readonly number[]) => number[];
  readonly slopes: (x: readonly number[]) => number[][];
  readonly bends: (x: readonly number[]) => number[][][];
  readonly at: number[];
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
const gradientOf =
  ({ r, slopes }: Fit) =>
  (x: number[]) =>
    x.map((_, i) => sum(r(x).map((each, l) => each * slopes(x)[l][i])));
/** JᵀJ plus a share of what the residuals multiply. */
const matrixOf =
  ({ r, slopes, bends }: Fit, share: number) =>
  (x: number[]) =>
    x.map((_, i) =>
      x.map((_v, j) =>
        sum(r(x).map((each, l) => slopes(x)[l][i] * slopes(x)[l][j] + share * each * bends(x)[l][i][j])),
      ),
    );
const check = (fit: Fit, matrix: (x: number[]) => number[][], options = { symmetric: true }) =>
  diagnoseJacobian(gradientOf(fit), matrix, fit.at, options);
const bugs = (fit: Fit, matrix: (x: number[]) => number[][], options?: { symmetric: boolean }) =>
  check(fit, matrix, options).findings.flatMap(({ role, kind, confidence }) =>
    role === 'bug' ? [`${kind} ${confidence}`] : [],
  );

/** Rosenbrock's valley: three residuals, three parameters. */
const valley: Fit = {
  r: ([a, b, c]) => [10 * (b - a * a), 10 * (c - b * b), 1 - a],
  slopes: ([a, b]) => [
    [-20 * a, 10, 0],
    [0, -20 * b, 10],
    [-1, 0, 0],
  ],
  bends: () => [-20, -20, 0].map((v, l) => [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === l && j === l ? v : 0)))),
  at: [-0.7, 1.3, 0.4],
};
/** One residual, three parameters: J has a range of one dimension. */
const product: Fit = {
  r: ([a, b, c]) => [a * b * Math.exp(c) - 2],
  slopes: ([a, b, c]) => [[b, a, a * b].map((v) => v * Math.exp(c))],
  bends: ([a, b, c]) => [
    [
      [0, 1, b],
      [1, 0, a],
      [b, a, a * b],
    ].map((row) => row.map((v) => v * Math.exp(c))),
  ],
  at: [1.4, -0.8, 0.3],
};
/** Three residuals, two parameters: more than J can reach. */
const more: Fit = {
  r: ([a, b]) => [a * b - 6, a - 2, b - 3],
  slopes: ([a, b]) => [
    [b, a],
    [1, 0],
    [0, 1],
  ],
  bends: () =>
    [1, 0, 0].map((v) => [
      [0, v],
      [v, 0],
    ]),
  at: [0.4, 0.7],
};

/** Two residuals, four parameters of unlike sizes; none depends on the last of them. */
const unused: Fit = {
  r: ([a, b, c]) => [a * b * Math.exp(c) - 2, 10 * a - c],
  slopes: ([a, b, c]) => [
    [...[b, a, a * b].map((v) => v * Math.exp(c)), 0],
    [10, 0, -1, 0],
  ],
  bends: ([a, b, c]) => [
    [
      [0, 1, b, 0],
      [1, 0, a, 0],
      [b, a, a * b, 0],
      [0, 0, 0, 0],
    ].map((row) => row.map((v) => v * Math.exp(c))),
    Array.from({ length: 4 }, () => [0, 0, 0, 0]),
  ],
  at: [0.3, -0.8, 0.5, 1.7],
};

describe.each([
  ['as many residuals as parameters', valley],
  ['fewer residuals than parameters', product],
  ['a parameter that nothing depends on', unused],
] as const)('a Gauss–Newton matrix for a Hessian, with %s', (_, fit) => {
  it('is named, since what it lacks follows from its own derivatives', () => {
    const report = check(fit, matrixOf(fit, 0));
    const [finding] = report.findings;
    expect(finding).toMatchObject({ kind: 'gauss-newton', role: 'bug' });
    expect(finding.confidence).not.toBe('low');
    expect(explainFinding(finding)).toContain('JᵀJ');
    expect(bugs(fit, matrixOf(fit, 0), { symmetric: false })).toEqual([`gauss-newton ${finding.confidence}`]);
  });

  it('is right with the part that the residuals multiply', () => {
    expect(check(fit, matrixOf(fit, 1)).verdict).toBe('pass');
  });

  it.each([-1, 0.5, 2])('is not what lacks another share of it (%f times is there)', (share) => {
    const told = bugs(fit, matrixOf(fit, share));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(/gauss-newton (high|medium)/);
  });

  it('is not what is damped, or has one pair of entries wrong', () => {
    const damped = (x: number[]) => matrixOf(fit, 1)(x).map((row, i) => row.map((v, j) => v + Number(i === j)));
    const pair = (x: number[]) => matrixOf(fit, 1)(x).map((row, i) => row.map((v, j) => v + Number(i + j === 1)));
    for (const wrong of [damped, pair]) expect(bugs(fit, wrong).join()).not.toContain('gauss-newton');
  });
});

describe('with more residuals than parameters', () => {
  it('the name is a guess, and says so', () => {
    const [finding] = check(more, matrixOf(more, 0)).findings;
    expect(finding).toMatchObject({ kind: 'gauss-newton', confidence: 'low', evidence: { consistent: true } });
    expect(explainFinding(finding)).toContain('which proves nothing');
  });

  it('no guess is made where the Hessian is not indefinite either, or where the matrix does not run beside x', () => {
    const near = { ...more, at: [2.1, 3.1] };
    expect(bugs(near, matrixOf(near, 0))).toEqual(['unknown-pattern low']);
    const once = (x: number[]) => {
      if (x.some((v, i) => Math.abs(v - more.at[i]) > 1e-4)) throw new Error('away from x');
      return matrixOf(more, 0)(x);
    };
    expect(bugs(more, once).join()).not.toContain('gauss-newton');
  });

  it('no guess is made where all errors are on the diagonal', () => {
    const apart: Fit = {
      r: ([a, b]) => [a * a - 6, a - 2, b * b - 6, b - 3],
      slopes: ([a, b]) => [
        [2 * a, 0],
        [1, 0],
        [0, 2 * b],
        [0, 1],
      ],
      bends: () =>
        [2, 0, 0, 0].map((v, l) => [
          [v, 0],
          [0, l === 2 ? 2 : 0],
        ]),
      at: [0.4, 0.7],
    };
    expect(check(apart, matrixOf(apart, 1)).verdict).toBe('pass');
    expect(bugs(apart, matrixOf(apart, 0)).join()).not.toContain('gauss-newton');
  });

  it('no guess is made where an error stands at a parameter that the residuals are linear in', () => {
    const linear: Fit = {
      r: (x) => [...more.r(x), x[2] - 1],
      slopes: (x) => [...more.slopes(x).map((row) => [...row, 0]), [0, 0, 1]],
      bends: (x) => [
        ...more.bends(x).map((rows) => [...rows.map((row) => [...row, 0]), [0, 0, 0]]),
        [0, 1, 2].map(() => [0, 0, 0]),
      ],
      at: [...more.at, 0.9],
    };
    expect(bugs(linear, matrixOf(linear, 0))).toEqual(['gauss-newton low']);
    const damped = (x: number[]) => matrixOf(linear, 0)(x).map((row, i) => row.map((v, j) => v + Number(i + j === 4)));
    expect(bugs(linear, damped).join()).not.toContain('gauss-newton');
  });
});

describe('a matrix of many elements', () => {
  /** Whether the matrix is asked for beside x: it is twice the identity, and the slopes are those of the identity. */
  const isAskedFor = (size: number, gradient = 1) => {
    const identity = (row: number, column: number) => Number(row === column);
    let asked = 0;
    const matrix: Matrix = {
      outputs: Array.from({ length: size }, (_, i) => i),
      columns: size,
      analytic: (row, column) => 2 * identity(row, column),
      numeric: identity,
      tolerance: () => 1e-9,
      isWrong: (row, column) => row === column,
    };
    const x = new Float64Array(size).fill(1.5);
    const matrixAt = () => {
      asked++;
      return undefined;
    };
    const found = gaussNewton(matrix, { matrixAt, gradient: x.map((v) => gradient * v), values: x, scales: x });
    expect(found).toBeUndefined();
    return asked > 0;
  };

  it('is looked at up to 64 of them, and from two on', () => {
    expect([1, 2, 64, 65].map((size) => isAskedFor(size))).toEqual([false, true, true, false]);
  });

  it('is not where the gradient is 0: the residuals may all be 0', () => {
    expect(isAskedFor(3, 0)).toBe(false);
  });
});
