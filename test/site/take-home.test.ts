import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as source from '@/checker/index.ts';
import { DOWNLOADS, download, gzipSize } from '@/site/reference/take-home.ts';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';
import reference from '../fixtures/numpy-reference.json' with { type: 'json' };

interface Case {
  readonly id: string;
  readonly x0: readonly number[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}
const cases = untyped as unknown as readonly Case[];

/** Kinds that the naming rules find: everything up to `unknown-pattern` that is not found by calling the gradient. */
const NAMED = new Set<source.FindingKind>(
  source.FINDING_KINDS.slice(0, source.FINDING_KINDS.indexOf('unknown-pattern')).filter(
    (kind) => kind !== 'accumulates' && kind !== 'stale-cache',
  ),
);

let folder: string;
const texts = new Map<string, { script: string; types: string }>();
type Checker = typeof source;
const modules = new Map<string, Checker>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'take-home-'));
  for (const each of DOWNLOADS) {
    const made = await download(each);
    texts.set(each.name, made);
    await writeFile(path.join(folder, `${each.name}.mjs`), made.script);
    await writeFile(path.join(folder, `${each.name}.js`), made.script);
    await writeFile(path.join(folder, `${each.name}.d.ts`), made.types);
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

describe.each(DOWNLOADS)('the download $name', ({ name, budget }) => {
  it('weighs no more than its budget after gzip', () => {
    expect(gzipSize(texts.get(name)?.script ?? '')).toBeLessThan(budget);
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

  it('gives the verdicts of the source, element by element', () => {
    const checker = modules.get(name) as Checker;
    const point = {
      W: [
        [1.5, -2.3],
        [0.4, 0.7],
      ],
      b: [0.25, -1],
    };
    const f = ({ W, b }: typeof point) => sum(W.flat().map((w) => w * w)) + sum(b.map((v) => v ** 3));
    const right = ({ W, b }: typeof point) => ({ W: W.map((r) => r.map((w) => 2 * w)), b: b.map((v) => 3 * v * v) });
    const wrong = (p: typeof point) => ({ ...right(p), b: [0, 0] });
    for (const gradient of [right, wrong]) {
      const [here, there] = [checker, source].map((each) => each.diagnoseGradient(f, gradient, point));
      const { findings: _, ...rest } = here;
      expect(rest).toEqual((({ findings: __, ...others }) => others)(there));
    }
    const kink = checker.diagnoseGradient(
      (x: number) => Math.abs(x - 1),
      () => 0,
      1,
    );
    expect(kink.findings[0].kind).toBe('kink-at-x');
  });

  it('has types that a strict TypeScript accepts, and that refuse a wrong gradient', async () => {
    const consumer = path.join(folder, `${name}-consumer.ts`);
    await writeFile(
      consumer,
      `import { CheckError, diagnoseGradient, gradientCheck, type Loss, type Report, type Verdict } from './${name}.js';
const f: Loss<number[]> = ([a, b]) => a * a + b;
const { status, relativeError } = gradientCheck(f, ([a]) => [2 * a, 1], [1.5, -2.3]);
const text: 'PASS' | 'FAIL' = status;
const report: Report = diagnoseGradient((p) => p.w[0] * p.b, (p) => ({ w: [p.b], b: p.w[0] }), { w: [1], b: 2 });
const verdict: Verdict = report.verdict;
export const all = [text, relativeError.toFixed(2), verdict, new CheckError('empty-point', '').code];
// @ts-expect-error: a gradient has the structure of x
gradientCheck(f, () => 'no numbers', [1, 2]);
`,
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
    const list = /export \{ (.*) \};\s*$/.exec(texts.get(name)?.types ?? '')?.[1].split(', ') ?? [];
    expect(list).toEqual(expect.arrayContaining(Object.keys(modules.get(name) ?? {})));
  });
});

describe('what the two downloads do not share', () => {
  it('is not one verdict, number or finding of the corpus, but for the names of bugs', () => {
    const small = modules.get('checker') as Checker;
    const numbers = ({ findings, ...rest }: source.Report) => ({
      ...rest,
      findings: findings
        .filter(({ kind }) => kind !== 'unknown-pattern' && !NAMED.has(kind))
        // What a misshapen gradient is told in words, the small one tells by name.
        .map(({ evidence: { message: _, ...evidence }, ...finding }) => ({ ...finding, evidence })),
    });
    for (const { id, x0, make } of cases) {
      const reports = [small, source].map(({ diagnoseGradient }) => {
        const { f, grad } = make();
        return numbers(diagnoseGradient(f, grad, Float64Array.from(x0)));
      });
      expect(reports[0], id).toEqual(reports[1]);
    }
  });

  it('is the message of an error: the small one says its code', () => {
    const messages = DOWNLOADS.map(({ name }) => {
      try {
        (modules.get(name) as Checker).numericalGradient((x: number[][]) => x[0][0], [[1, 2], [3]]);
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    });
    expect(messages[0]).toBe('ragged-point');
    expect(messages[1]).toMatch(/^x\[1\] has length 1, but/);
  });

  it('is the name of the bug', () => {
    const kinds = DOWNLOADS.map(({ name }) => {
      const { diagnoseGradient } = modules.get(name) as Checker;
      return diagnoseGradient(meanSquare, (w) => w.map((v) => 2 * v), [1, 2, 3]).findings[0].kind;
    });
    expect(kinds).toEqual(['unknown-pattern', 'missing-mean']);
  });

  it('is the report in English, and the check along directions', () => {
    const [small, full] = DOWNLOADS.map(({ name }) => modules.get(name) as Checker);
    expect(['formatReport', 'checkDirections'].map((name) => [name in small, name in full])).toEqual([
      [false, true],
      [false, true],
    ]);
  });
});
