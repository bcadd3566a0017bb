import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { command } from './children/kit.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gradient-check-'));
mkdirSync(path.join(folder, 'commonjs'));
writeFileSync(path.join(folder, 'commonjs/package.json'), '{ "type": "commonjs" }');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Checks a module with this source. */
const check = (name: string, source: string, ...options: string[]) => {
  const file = path.join(folder, name);
  writeFileSync(file, source);
  return command(file, ...options);
};

const RIGHT = `
export const loss = ({ w, b }) => w[0] ** 2 * b + Math.sin(w[1]);
export const gradient = ({ w, b }) => ({ w: [2 * w[0] * b, Math.cos(w[1])], b: w[0] ** 2 });
export const x = { w: [1.5, -2.3], b: 0.5 };
`;

describe.concurrent('a module', () => {
  it('of TypeScript is checked as it stands', async () => {
    const { code, out } = await check(
      'model.ts',
      'export interface Point { w: number[]; b: number }\nexport const loss = ({ w, b }: Point): number => w[0] * b;\nexport const gradient = ({ w, b }: Point): Point => ({ w: [b], b: -w[0] });\nexport const x: Point = { w: [2], b: 3 };',
    );
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining('Wrong groups: b (1 of 1 elements); right: w.'),
    });
  });

  it('may print what it likes: the report is on standard output alone', async () => {
    const { code, out, err } = await check('talks.mjs', `console.log('loaded');${RIGHT}`, '--json');
    expect({ code, err }).toEqual({ code: 0, err: 'loaded\n' });
    expect(JSON.parse(out)).toMatchObject({ verdict: 'pass', report: { elements: [{ name: 'w[0]' }, {}, {}] } });
  });

  it('may be CommonJS, or have one default export', async () => {
    const names = '{ loss: ([a]) => a * a, gradient: ([a]) => [2 * a], x: [3] }';
    expect(await check('model.cjs', `module.exports = ${names};`)).toMatchObject({ code: 0 });
    expect(await check('default.mjs', `export default ${names};`)).toMatchObject({ code: 0 });
  });

  it('is compared along random directions where that is asked for', async () => {
    const { code, out } = await check(
      'large.mjs',
      'export const loss = (x) => x.reduce((sum, v) => sum + v ** 3, 0);\nexport const gradient = (x) => x.map((v, i) => (i === 777 ? 2 : 3) * v * v);\nexport const x = Float64Array.from({ length: 2000 }, (_, i) => 1 + i / 2000);',
      '--directions',
      '6',
      '--seed',
      '1',
    );
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('x[777]') });
  });

  it.each([
    ['a vjp', [], 'FAIL: The vjp is wrong'],
    ['a vjp, along directions', ['--directions', '4'], 'x[3]: analytic'],
  ])('may return promises, of %s', async (_, options, says) => {
    const { code, out } = await check(
      'awaited.mjs',
      'export const forward = async (x) => x.map((v) => v * v);\nexport const vjp = async (x, v) => x.map((each, i) => (i === 3 ? 3 : 2) * each * v[i]);\nexport const x = [1, 2, 3, 4, 5, 6];',
      ...options,
    );
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(says) });
  });

  it('may have a forward pass that returns one number, whose v is then 1', async () => {
    const source =
      'export const forward = ([a, b]) => a * a * b;\nexport const vjp = ([a, b], v) => [2 * v * a * b, v * a * a];\nexport const x = [1, 2];';
    for (const options of [[], ['--directions', '4']])
      expect(await check('scalar.mjs', source, ...options)).toMatchObject({
        code: 0,
        out: expect.stringContaining('PASS: The vjp is right'),
      });
  });

  it('writes what came of it as JUnit XML', async () => {
    const file = path.join(folder, 'result.xml');
    const { code } = await check('right.mjs', RIGHT, '--junit', file);
    expect({ code, xml: readFileSync(file, 'utf8') }).toEqual({
      code: 0,
      xml: expect.stringContaining('failures="0"'),
    });
    const nowhere = await check('right2.mjs', RIGHT, '--junit', path.join(folder, 'no', 'folder.xml'));
    expect(nowhere).toMatchObject({
      code: 3,
      out: expect.stringMatching(/^PASS/),
      err: expect.stringContaining('cannot be written'),
    });
  });

  it.each([
    ['ragged.mjs', 'export const loss = () => 1, gradient = () => 1, x = [1, NaN];', 'x[1] is NaN'],
    ['broken.mjs', 'export const loss = ;', 'cannot be loaded'],
    ['commonjs/model.ts', 'export const x: number = 1;', 'or call it'],
    ['enum.ts', 'export enum Kind { A }', 'cannot read enums'],
    ['jsx.tsx', 'export const x = 1;', 'in files that end in .ts, .mts or .cts alone'],
    [
      'leaves.mjs',
      'export const loss = () => process.exit(0), gradient = () => [1], x = [1];',
      'it called process.exit(0)',
    ],
  ])('%s is an error that says what to do', async (name, source, says) => {
    const { code, out, err } = await check(name, source);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(says);
  });

  it('that is not there is an error', async () => {
    expect(await command(path.join(folder, 'none.ts'))).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no file'),
    });
  });

  it.each([
    ['endless.mjs', '{ for (;;); }'],
    ['unsettled.mjs', 'new Promise(() => {})'],
  ])('whose loss never returns is ended: %s', async (name, body) => {
    const source = `export const loss = () => ${body}, gradient = () => 1, x = 1;`;
    const { code, err } = await check(name, source, '--timeout', '1');
    expect(code).toBe(3);
    expect(err).toContain('to loss, did not return within 1 s. Give it longer with --timeout SECONDS.');
  });

  it('that cannot be checked says so as JSON as well', async () => {
    const { code, out } = await check(
      'empty.mjs',
      'export const loss = () => 1, gradient = () => [], x = [];',
      '--json',
    );
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 3, verdict: null, error: expect.stringContaining('x') });
  });
});
