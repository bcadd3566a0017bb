import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typescriptTestFile } from '@/lessons/playground/program-test-file.ts';
import { ENTRIES } from '@/package/entries.ts';
import { ARCHIVE, archive, packageFiles } from '@/package/package.ts';
import { libraries } from './libraries.ts';

const run = promisify(execFile);
const bin = (name: string): string => path.resolve('node_modules/.bin', name);

let folder: string;
let files: ReadonlyMap<string, string>;
let packed: Uint8Array;

/** The folder of the package, where it has been installed. */
const installed = (...inside: string[]): string => path.join(folder, 'node_modules/gradient-checking', ...inside);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  files = await packageFiles();
  packed = await archive();
  await writeFile(path.join(folder, ARCHIVE), packed);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${ARCHIVE}`], { cwd: folder });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the archive that npm installs', () => {
  it('holds every file of the package, and no date, user or order of the machine that made it', () => {
    const items = parseTar(gunzipSync(packed));
    expect(items.map(({ name }) => name)).toEqual([...files.keys()].map((name) => `package/${name}`).sort());
    expect(new Set(items.map(({ attrs }) => `${attrs?.mtime} ${attrs?.uid} ${attrs?.gid}`))).toEqual(
      new Set(['0 0 0']),
    );
  });

  it('is the same to the last byte when it is made again, by another process', async () => {
    const again = `const { archive } = await import('./src/package/package.ts');
      const { createHash } = await import('node:crypto');
      console.log(createHash('sha256').update(await archive()).digest('hex'));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', again]);
    expect(stdout.trim()).toBe(createHash('sha256').update(packed).digest('hex'));
  }, 120_000);

  it('lets a bundler take one function alone: a numerical gradient for every kind of point, with what its errors say', async () => {
    const only = path.join(folder, 'only.js');
    await writeFile(only, "export { numericalGradient } from 'gradient-checking';");
    const bundled = await rolldown({ input: only, cwd: folder });
    const { output } = await bundled.generate({ minify: true });
    expect(output[0].code.length).toBeLessThan(5600);
    expect(output[0].code).not.toContain('inconclusive');
  });

  it('begins as its README has it, to the letter', async () => {
    const [, , , script = '', , output = ''] = (files.get('README.md') ?? '').split('```');
    expect(script).toMatch(/^js\n/);
    await writeFile(path.join(folder, 'check.mjs'), script.slice(2));
    const { stdout } = await run('node', ['check.mjs'], { cwd: folder });
    expect(output.trim()).toMatch(/^FAIL/);
    expect(stdout).toContain(output.trim());
  });

  it('needs nothing else at run time', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(files.get('package.json') ?? '');
    expect(dependencies).toBeUndefined();
    for (const name of Object.keys(peerDependencies)) expect(peerDependenciesMeta[name].optional).toBe(true);
  });
});

describe('the package, to those who look packages over', () => {
  it('has nothing that publint finds fault with', async () => {
    const pkg = JSON.parse(files.get('package.json') ?? '');
    const { messages } = await publint({
      pack: { files: [...files].map(([name, data]) => ({ name: `package/${name}`, data })) },
      pkgDir: 'package',
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that attw finds right, for import and, but for vitest, for require', async () => {
    // Into a file: attw ends before a pipe has taken all of its answer.
    const answer = path.join(folder, 'attw.json');
    await run('sh', ['-c', `"${bin('attw')}" ${ARCHIVE} --format json > attw.json`], { cwd: folder }).catch(() => {});
    const problems: { kind: string; resolutionKind?: string; entrypoint?: string }[] = JSON.parse(
      await readFile(answer, 'utf8'),
    ).analysis.problems;
    const modern = problems.filter(({ resolutionKind }) => resolutionKind !== 'node10');
    const forImportAlone = ENTRIES.filter(({ commonJs }) => !commonJs).map(({ name }) => name);
    expect(modern.filter(({ entrypoint }) => !forImportAlone.includes(entrypoint ?? ''))).toEqual([]);
    for (const { kind, resolutionKind } of modern)
      expect(`${kind} ${resolutionKind}`).toBe('CJSResolvesToESM node16-cjs');
  });
});

describe('each entry', () => {
  const require = createRequire(import.meta.url);

  it('is there', () => {
    expect(ENTRIES.map(({ name }) => name)).toEqual(expect.arrayContaining(['.', './textbook', './vitest', './jest']));
  });

  it('offers by require what it offers by import', async () => {
    for (const name of ['checker/index', 'checker/textbook/index', 'matchers/node']) {
      const twin = `commonjs/${{ 'checker/index': 'index', 'checker/textbook/index': 'textbook' }[name] ?? 'node'}.cjs`;
      const module = await import(/* @vite-ignore */ installed(`${name}.js`));
      expect(Object.keys(require(installed(twin))).sort(), name).toEqual(Object.keys(module).sort());
    }
  });
});

describe('a test file of the playground', () => {
  const program = (slope: string) =>
    `export const loss = ([a]: number[]) => a ** 3;\nexport const gradient = ([a]: number[]) => [${slope}];\nexport const x = [1.5];`;

  it('is run by vitest with the package', async () => {
    await symlink(path.resolve('node_modules/vitest'), path.join(folder, 'node_modules/vitest'));
    await writeFile(path.join(folder, 'right.test.ts'), typescriptTestFile(program('3 * a * a')));
    await writeFile(path.join(folder, 'wrong.test.ts'), typescriptTestFile(program('6 * a * a')));
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(VITE|NODE_ENV|TEST$)/.test(name)),
    );
    const vitest = path.resolve('node_modules/vitest/vitest.mjs');
    const failed = run(process.execPath, [vitest, 'run', '--no-color'], { cwd: folder, env });
    const { stdout, stderr } = await failed.catch((error: { stdout: string; stderr: string }) => error);
    expect(stdout).toMatch(/Tests +1 failed \| 1 passed/);
    expect(stderr).toContain('FAIL: The gradient is wrong. A factor of two.');
  }, 120_000);
});

libraries(() => import(/* @vite-ignore */ installed('checker/index.js')));
