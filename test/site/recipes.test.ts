import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARCHIVE, archive } from '@/package/package.ts';
import { PROJECT, project } from '@/package/project.ts';
import { CI, WORKFLOWS } from '@/site/reference/recipes/ci.ts';
import { RECIPES } from '@/site/reference/recipes/index.ts';
import { blocksOf, HOST, type Recipe } from '@/site/reference/recipes/recipe.ts';

const root = mkdtempSync(path.join(tmpdir(), 'recipes-'));
const server = createServer(async (request, response) => {
  if (request.url === `/${ARCHIVE}`) response.end(await archive());
  else response.writeHead(404).end();
});
let host = '';

/** What a test runner or npm has set for itself; how the registry is reached stays. */
const SET_BY_TESTS =
  /^(npm_(?!config_(registry|cafile|https?_proxy)$)|VITE|NODE_ENV$|NODE_OPTIONS$|TEST$|FORCE_COLOR$)/;

/** A shell as a reader has it: this Node, the system's npm and Python, and nothing of this project. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SET_BY_TESTS.test(name))),
  PATH: [path.join(root, 'bin'), '/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)]
    .filter((folder) => !folder.includes('node_modules'))
    .join(path.delimiter),
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_prefer_offline: 'true',
  npm_config_fetch_timeout: '60000',
  npm_config_fetch_retries: '1',
  NO_COLOR: '1',
};

beforeAll(async () => {
  mkdirSync(path.join(root, 'bin'));
  symlinkSync(process.execPath, path.join(root, 'bin', 'node'));
  await archive();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}, 60_000);

afterAll(async () => {
  server.close();
  await rm(root, { recursive: true, force: true });
}, 60_000);

/** What the shell wrote; an error where a line ended with another code than 0. */
async function shell(lines: string, cwd: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('sh', ['-ec', lines], { cwd, env, maxBuffer: 2 ** 26 });
  return stdout + stderr;
}

/** Puts a file of the site into the folder, as saving it does. */
async function save(name: string, folder: string): Promise<void> {
  const file = path.join(folder, name);
  if (name === PROJECT) writeFileSync(file, await project());
  else copyFileSync(path.join('public', name), file);
}

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|SELF_SIGNED_CERT_IN_CHAIN|E5\d\d|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/;

/** Takes every step in a fresh folder, exactly as it is printed. Says why where the registry cannot be reached. */
async function follow(recipe: Recipe): Promise<string | undefined> {
  const folder = mkdtempSync(path.join(root, `${recipe.id}-`));
  for (const block of blocksOf(recipe)) {
    if ('file' in block) writeFileSync(path.join(folder, block.file), block.text);
    else if ('save' in block) await save(block.save, folder);
    else {
      const lines = block.runs.map(({ run }) => run.replaceAll(HOST, host)).join('\n');
      try {
        const written = await shell(lines, folder);
        for (const { prints = '' } of block.runs) expect(written).toContain(prints);
      } catch (error) {
        const text = `${(error as Error).message}${(error as { stdout?: string }).stdout ?? ''}`;
        if (block.runs.some(({ fetches }) => fetches) && UNREACHABLE.test(text)) return text;
        throw error;
      }
    }
  }
  return undefined;
}

/** The commands that a recipe needs and this machine lacks. */
const missing = ({ needs = {} }: Recipe): string[] =>
  Object.entries(needs).flatMap(([tool, [command, ...args]]) =>
    spawnSync(command, args, { env }).status === 0 ? [] : [tool],
  );

/** Followed in a browser, by test/e2e/recipes.test.ts. */
const inShell = [...RECIPES.filter(({ id }) => id !== 'browser'), ...CI];

describe.concurrent('the recipe', () => {
  for (const recipe of inShell) {
    const without = missing(recipe);
    const why = without.length > 0 ? ` (skipped: no ${without.join(', no ')} here)` : '';
    it.skipIf(without.length > 0)(
      `${recipe.title} works in a fresh folder, exactly as it is printed${why}`,
      async ({ skip }) => {
        const unreachable = await follow(recipe);
        if (unreachable) skip(`The registry cannot be reached: ${unreachable}`);
      },
      240_000,
    );
  }
});

describe('a workflow', () => {
  it('installs, and then runs what the recipe above it runs', () => {
    const runs = WORKFLOWS.map(({ steps }) =>
      steps.flatMap((step) => ('file' in step ? [...step.text.matchAll(/- run: (.*)/g)].map(([, run]) => run) : [])),
    );
    const followed = CI.flatMap(({ steps }) => steps.flatMap((step) => ('run' in step ? [step.run] : [])));
    for (const [, test] of runs) expect(followed.some((run) => run.includes(test))).toBe(true);
    expect(runs.map(([install]) => install)).toEqual(['npm ci', 'python3 -m pip install -r requirements.txt']);
  });
});

describe('what a recipe has one save', () => {
  it('is offered by the site', () => {
    const saved = RECIPES.flatMap(({ steps }) => steps.flatMap((step) => ('save' in step ? [step.save] : [])));
    const made = [PROJECT, 'checker.mjs'];
    expect(saved.filter((name) => !made.includes(name) && !existsSync(path.join('public', name)))).toEqual([]);
  });
});

describe('the project to take home', () => {
  it('is the same to the last byte whenever it is made', async () => {
    expect(Buffer.compare(await project(), await project())).toBe(0);
  });
});
