import { describe, expect, it } from 'vitest';
import { checkExports, type Exported, execute } from '@/sandbox/program.ts';
import { LIMITS } from '@/sandbox/protocol.ts';
import { readMessage } from '@/sandbox/read-message.ts';
import { bodyOf } from './body.ts';

const quiet = { log() {}, info() {}, debug() {}, warn() {}, error() {} };
const check = (exported: Exported) => checkExports(exported);

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
    const exported = await execute((_require, _module, out) => {
      out['then'] = () => {};
      out['x'] = 1;
    }, quiet);
    expect(exported.x).toBe(1);
  });

  it.each([
    ['by name', 'export const loss = Math.sin; export const x = 1;'],
    ['by another name', 'const f = Math.sin, at = 1; export { f as loss, at as x };'],
    ['by module.exports', 'module.exports = { loss: Math.sin, x: 1 };'],
    ['by exports', 'exports.loss = Math.sin;\nexports.x = 1;'],
    ['as its default', 'export default { loss: Math.sin, x: 1 };'],
    ['as a default that is the loss', 'export default Math.sin; export const x = 1;'],
    ['in two ways at once', 'const x = 1;\nmodule.exports = { loss: Math.sin };\nexport { x };'],
  ])('may export them %s', async (_, code) => {
    expect(await execute(bodyOf(code), quiet)).toMatchObject({ loss: Math.sin, x: 1 });
  });

  it('is told what to do where it imports what is not there', async () => {
    const run = execute(bodyOf("import * as tf from '@tensorflow/tfjs';\ntf.ones();"), quiet);
    await expect(run).rejects.toThrow(
      /Nothing is called “@tensorflow\/tfjs” here.*checker, random.*paste the functions/,
    );
  });

  it.each([
    [
      'a loss without a return',
      { loss: () => {}, gradient: (x: number) => x, x: 1 },
      /loss\(x\) returned nothing.*return/,
    ],
    [
      'a gradient without a return',
      { loss: (x: number) => x, gradient: () => {}, x: 1 },
      /gradient\(x\) returned nothing/,
    ],
    ['an async loss', { loss: async () => 1, gradient: (x: number) => x, x: 1 }, /loss\(x\) is a promise.*async/],
    ['an async gradient', { loss: (x: number) => x, gradient: async () => 1, x: 1 }, /gradient\(x\) is a promise/],
    [
      'a loss of another type',
      { loss: () => '1', gradient: (x: number) => x, x: 1 },
      /loss\(x\) is a value of type string/,
    ],
  ])('is told of %s, by the name it has there', (_, pair, says) => {
    expect(() => check(pair)).toThrow(says);
  });

  it('is overheard: which of its functions is called, and how often', () => {
    const heard: [string, number][] = [];
    const pair = { loss: (x: number) => x * x, gradient: (x: number) => 2 * x, x: 3 };
    const { report } = checkExports(pair, { onCall: (called, call) => heard.push([called, call]) });
    const calls = (name: string) => heard.filter(([called]) => called === name).map(([, call]) => call);
    // the textbook check beside it calls them as well
    expect(calls('loss').length).toBeGreaterThan(report.evaluations);
    expect(calls('gradient').length).toBeGreaterThan(report.gradientEvaluations);
    expect(calls('loss')).toEqual(calls('loss').map((_, i) => i + 1));
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

describe('a program with many outputs', () => {
  const layer = {
    forward: ({ w }: { w: number[] }) => ({ y: w.map((v) => v * v) }),
    vjp: ({ w }: { w: number[] }, v: { y: number[] }) => ({ w: w.map((u, i) => (i === 1 ? 3 : 2) * u * v.y[i]) }),
    x: { w: [0.5, -1.5] },
  };

  it('is checked as a layer, and its result passes through a message', () => {
    const result = check(layer);
    expect(result.report.verdict).toBe('fail');
    expect(result.many?.entries.map(({ name }) => name)).toEqual(['y[1] / w[1]']);
    expect(result.text).toMatch(/^FAIL/);
    expect(readMessage({ kind: 'result', result: structuredClone(result) })).toEqual({ kind: 'result', result });
  });

  it('is overheard by the names of its functions', () => {
    const heard = new Set<string>();
    checkExports(layer, { onCall: (called) => heard.add(called) });
    expect([...heard].sort()).toEqual(['forward', 'vjp']);
  });

  it('is told what is missing, and what a function gave that is nothing', () => {
    expect(() => check({ forward: layer.forward, x: 1 })).toThrow(/no “vjp”.*export function vjp\(x, v\)/);
    expect(() => check({ jacobian: layer.vjp, x: 1 })).toThrow(/no “forward”/);
    expect(() => check({ ...layer, vjp: () => {} })).toThrow(/vjp\(x, v\) returned nothing/);
    expect(() => check({ forward: layer.forward, vjp: layer.vjp })).toThrow(/no “x”/);
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
