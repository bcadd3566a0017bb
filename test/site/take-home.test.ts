import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as source from '@/checker/index.ts';
import { bundle } from '@/package/bundle.ts';
import { DOWNLOADS, download } from '@/site/reference/take-home.ts';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';
import reference from '../fixtures/numpy-reference.json' with { type: 'json' };

interface Case {
  readonly id: string;
  readonly x0: readonly number[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}
const cases = untyped as unknown as readonly Case[];

let folder: string;
const texts = new Map<string, Awaited<ReturnType<typeof download>>>();
type Checker = typeof source;
const modules = new Map<string, Checker>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'take-home-'));
  for (const each of DOWNLOADS) {
    const made = await download(each);
    texts.set(each.name, made);
    await writeFile(path.join(folder, `${each.name}.mjs`), made.script);
    await writeFile(path.join(folder, `${each.name}.d.mts`), made.types);
    modules.set(each.name, await import(/* @vite-ignore */ pathToFileURL(path.join(folder, `${each.name}.mjs`)).href));
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const meanSquare = (w: number[]): number => sum(w.map((v) => v * v)) / w.length;

/** The notebook's three checks. */
const CHECKS = {
  quadratic: {
    f: (w: number[]) => sum(w.map((v) => v * v)) + 2 * w[0] * w[1],
    gradient: (w: number[]) => [2 * w[0] + 2 * w[1], 2 * w[1] + 2 * w[0]],
  },
  'mean-square, 1/n forgotten': { f: meanSquare, gradient: (w: number[]) => w.map((v) => 2 * v) },
  'mean-square, corrected': { f: meanSquare, gradient: (w: number[]) => w.map((v) => (2 * v) / w.length) },
};

/** What a strict TypeScript must accept of the production check. */
const PRODUCTION = `import { diagnoseGradient, type Report, type Verdict } from './checker.mjs';
const report: Report = diagnoseGradient((p) => p.w[0] * p.b, (p) => ({ w: [p.b], b: p.w[0] }), { w: [1], b: 2 });
export const verdict: Verdict = report.verdict;
`;

describe('a page whose bundler leaves out what it does not import', () => {
  it.each([
    ['gradientCheck', 'textbook/index.ts', 4200],
    ['diagnoseGradient, formatReport', 'index.ts', 32_768],
  ])('loads of { %s } from %s no more than %i bytes', async (names, file, budget) => {
    const input = path.join(folder, 'page.ts');
    await writeFile(input, `export { ${names} } from ${JSON.stringify(path.resolve('src/checker', file))};`);
    const [{ files }] = await bundle({ input: { page: input }, contents: 'scripts' }, [{ minify: true }]);
    expect(gzipSync([...files.values()].join(''), { level: 9 }).length).toBeLessThan(budget);
  });
});

describe.each(DOWNLOADS)('the download $name', ({ name, budget }) => {
  it('adds no more than its budget to a page, and is readable as it is', () => {
    expect(texts.get(name)?.size.minified).toBeLessThan(budget);
    expect(texts.get(name)?.script).toContain('function centralDifferences(');
  });

  it('stands alone: neither file imports anything', () => {
    const { script, types } = texts.get(name) ?? { script: '', types: '' };
    expect(script).not.toMatch(/\bimport\b|\brequire\(/);
    expect(types).not.toMatch(/^\s*import\b|\bimport\(|\bfrom ['"]/m);
  });

  it.each(Object.keys(CHECKS) as (keyof typeof CHECKS)[])('gives every bit of NumPy’s answer to: %s', (title) => {
    const checker = modules.get(name) as Checker;
    const expected = reference.checks[title];
    const { f, gradient } = CHECKS[title];
    const { status, relativeError, analytic, numeric } = checker.gradientCheck(f, gradient, expected.x);
    expect({ status, relativeError, analytic, numeric, printed: source.scientific(relativeError) }).toEqual({
      status: expected.status,
      relativeError: expected.relativeError,
      analytic: expected.analytic,
      numeric: expected.numeric,
      printed: expected.printed,
    });
  });

  it('takes the notebook’s 50 steps and finds the best near 1e-5', () => {
    const checker = modules.get(name) as Checker;
    const { x, exact, h } = reference.stepSweep;
    const sweep = checker.stepSizeSweep(
      (p: number[]) => Math.sin(p[0]) * Math.exp(p[1]),
      () => exact,
      x,
    );
    expect(sweep.map(({ step }) => step)).toEqual(h);
    const best = sweep.reduce((a, b) => (b.error < a.error ? b : a));
    expect(Math.abs(Math.log10(best.step / 1e-5))).toBeLessThan(1);
  });

  it('has types that a strict TypeScript accepts, and that refuse a wrong gradient', async () => {
    const consumer = path.join(folder, `${name}-consumer.mts`);
    await writeFile(
      consumer,
      `import { CheckError, gradientCheck, type Loss } from './${name}.mjs';
const f: Loss<number[]> = ([a, b]) => a * a + b;
const { status, relativeError } = gradientCheck(f, ([a]) => [2 * a, 1], [1.5, -2.3]);
const text: 'PASS' | 'FAIL' = status;
export const all = [text, relativeError.toFixed(2), new CheckError('empty-point', '').code];
// @ts-expect-error: a gradient has the structure of x
gradientCheck(f, () => 'no numbers', [1, 2]);
${name === 'checker' ? PRODUCTION : ''}`,
    );
    const program = ts.createProgram([consumer], {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      types: [],
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    const messages = ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
    expect(messages).toEqual([]);
  });

  it('says in its types what the script exports', () => {
    const types = texts.get(name)?.types ?? '';
    const [, listed = ''] = /^export \{ (.*) \};$/m.exec(types) ?? [];
    const values = listed.split(', ').filter((each) => !each.startsWith('type '));
    expect(values).toEqual(expect.arrayContaining(Object.keys(modules.get(name) ?? {})));
  });
});

describe('the file checker.mjs', () => {
  it('gives every report of the open corpus as the source does', () => {
    const checker = modules.get('checker') as Checker;
    for (const { id, x0, make } of cases) {
      const [there, here] = [checker, source].map(({ diagnoseGradient, formatReport }) => {
        const { f, grad } = make();
        return formatReport(diagnoseGradient(f, grad, Float64Array.from(x0)));
      });
      expect(there, id).toBe(here);
    }
  });
});

describe('the file textbook.mjs', () => {
  it('exports what the whole checker has under the same name, and no production check', () => {
    const [textbook, everything] = ['textbook', 'checker'].map((name) => Object.keys(modules.get(name) ?? {}));
    expect(everything).toEqual(expect.arrayContaining(textbook));
    expect(textbook).toContain('gradientCheck');
    expect(textbook).not.toContain('diagnoseGradient');
  });
});
