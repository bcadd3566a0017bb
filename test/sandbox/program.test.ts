import { describe, expect, it } from 'vitest';
import { checkExports, execute } from '@/sandbox/program.ts';
import { LIMITS } from '@/sandbox/protocol.ts';
import { readMessage } from '@/sandbox/read-message.ts';

const quiet = { log() {}, info() {}, debug() {}, warn() {}, error() {} };
const check = (exported: Record<string, unknown>) =>
  checkExports(
    exported,
    () => {},
    () => {},
  );

/** f = ½ Σ c·w² over a large vector; `wrong` is the factor on one element of its gradient. */
const large = (size: number, wrong = 1) => {
  const c = (i: number) => 1 + (i % 7) / 7;
  return {
    loss: ({ w, b }: { w: number[]; b: number[] }) => w.reduce((sum, v, i) => sum + (c(i) * v * v) / 2, b[0]),
    gradient: ({ w }: { w: number[] }) => ({ w: w.map((v, i) => c(i) * v * (i === 4321 ? wrong : 1)), b: [1] }),
    x: { w: Array.from({ length: size }, (_, i) => Math.sin(i + 1)), b: [0.5] },
  };
};

describe('a program that exports loss, gradient and x', () => {
  it('is told what is missing, with an example', () => {
    expect(() => check({})).toThrow(/exports no “loss”.*export function loss/);
    expect(() => check({ loss: () => 1 })).toThrow(/no “gradient”/);
    expect(() => check({ loss: () => 1, gradient: () => 1 })).toThrow(/no “x”/);
  });

  it('may export something called then', async () => {
    const { exported } = await execute((_, out) => {
      out['then'] = () => {};
    }, quiet);
    expect(Object.keys(exported)).toEqual(['then']);
  });

  it('is checked element by element, with the textbook check beside it', () => {
    const result = check({ loss: (x: number[]) => x[0] ** 2, gradient: (x: number[]) => [x[0]], x: [3] });
    expect(result.report.verdict).toBe('fail');
    expect(result.textbook?.status).toBe('FAIL');
    expect(result.directions).toBeUndefined();
  });

  it('has a worst part of its elements reported where there are thousands', () => {
    const { report, size } = check(large(2100));
    expect(size).toBe(2101);
    expect(report.elements).toHaveLength(LIMITS.elements);
  });

  it('is told of a point that holds itself, in the checker’s words', () => {
    const ring: unknown[] = [];
    ring.push(ring);
    const record: Record<string, unknown> = {};
    record['inner'] = record;
    for (const x of [ring, record])
      expect(() => check({ loss: () => 1, gradient: () => 1, x })).toThrow(/nested more than 64 deep, or holds itself/);
  });

  it('is refused a group whose name is longer than a page', () => {
    const name = 'w'.repeat(1000);
    const pair = { loss: () => 1, gradient: () => ({ [name]: 0 }), x: { [name]: 1 } };
    expect(() => check(pair)).toThrow(/1000 characters/);
  });
});

describe('a point of more than 5,000 elements', () => {
  it('passes along directions, with the chance of a miss, in a few hundred evaluations', () => {
    const { report, directions, size } = check(large(8000));
    expect([report.verdict, size]).toEqual(['pass', 8001]);
    expect(directions?.agreed).toBeGreaterThanOrEqual(10);
    expect(directions?.missProbability).toBeLessThanOrEqual(2 ** -10);
    expect(report.evaluations).toBeLessThanOrEqual(400);
    expect(report.groups.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['w', 'pass'],
      ['b', 'pass'],
    ]);
  });

  it('has its one wrong element named, and its group', () => {
    const result = check(large(8000, 1.5));
    const { report } = result;
    expect(report.verdict).toBe('fail');
    expect(report.elements.map(({ name }) => name)).toEqual(['w[4321]']);
    expect(report.groups.map(({ wrong }) => wrong)).toEqual([1, 0]);
    expect(result.text).toMatch(/^FAIL: 8001 elements .*\n {2}w\[4321\]/);
    expect(readMessage({ kind: 'result', result: structuredClone(result) })).toEqual({ kind: 'result', result });
  });
});
