import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseVjp } from '@/checker/index.ts';
import { errorsOf, randomLayer } from './random-layer.ts';

/** Draws: each is checked with its right vjp, and with one in which an error is planted. */
const DRAWS = 1030;
/** An error of this share of the largest slope must be seen; groups with smaller ones are neither right nor wrong. */
const SEEN = 1e-3;
const NOTHING = 1e-9;

describe('random layers, right and with a planted error', () => {
  const rejected: number[] = [];
  const accepted: number[] = [];
  const misplaced: number[] = [];
  let undecided = 0;
  let wrong = 0;
  let evaluations = 0;
  let elements = 0;
  for (let seed = 1; seed <= DRAWS; seed++) {
    const layer = randomLayer(seed);
    const right = diagnoseVjp(layer.F, layer.vjp, layer.x);
    evaluations += right.evaluations;
    elements += right.elements.length;
    if (right.verdict === 'fail') rejected.push(seed);
    if (right.verdict === 'inconclusive') undecided++;
    const errors = [...errorsOf(layer)];
    if (errors.every(([, error]) => error < SEEN)) continue;
    wrong++;
    const report = diagnoseVjp(layer.F, layer.wrong, layer.x);
    if (report.verdict === 'pass') accepted.push(seed);
    if (errors.some(([, error]) => error < SEEN && error > NOTHING)) continue;
    const expected = errors.filter(([, error]) => error >= SEEN).map(([name]) => name);
    const found = report.groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
    if (found.join() !== expected.join()) misplaced.push(seed);
  }
  console.warn(
    `random layers, ${DRAWS + wrong} draws: right ones rejected ${rejected.length}, wrong ones accepted ${accepted.length}, right ones undecided ${undecided}; groups of x not located exactly ${misplaced.length} of ${wrong}; evaluations of F per element ${(evaluations / elements).toFixed(1)}`,
  );

  it('never gets a wrong verdict', () => expect({ rejected, accepted }).toEqual({ rejected: [], accepted: [] }));
  it('is mostly decided', () => expect(undecided).toBeLessThan(DRAWS / 20));
  it('is located group by group in 99 of 100 cases', () => expect(misplaced.length).toBeLessThanOrEqual(wrong / 100));
});

describe('a linear map', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc.double({ min: -3, max: 3, noNaN: true }).map((v) => Math.round(v * 1024) / 1024),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );
  const apply = (A: readonly number[][], x: readonly number[]) =>
    A.map((row) => row.reduce((s, v, j) => s + v * x[j], 0));
  const transposed = (A: readonly number[][]) => A[0].map((_, j) => A.map((row) => row[j]));

  it('has its transpose for a vjp, and no other that differs in one entry', () => {
    fc.assert(
      fc.property(matrix, fc.nat(), fc.nat(), fc.double({ min: 0.01, max: 2, noNaN: true }), (A, i, j, by) => {
        const x = A[0].map((_, k) => 0.5 + k / 7);
        const F = (p: number[]) => apply(A, p);
        expect(diagnoseVjp(F, (_p, v: number[]) => apply(transposed(A), v), x).verdict).not.toBe('fail');
        const B = A.map((row) => [...row]);
        B[i % A.length][j % x.length] += by;
        const report = diagnoseVjp(F, (_p, v: number[]) => apply(transposed(B), v), x);
        expect(report.verdict).toBe('fail');
        expect(
          report.entries.filter(({ verdict }) => verdict === 'fail').map(({ output, index }) => [output, index]),
        ).toEqual([[i % A.length, j % x.length]]);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
