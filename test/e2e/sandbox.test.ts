import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT } from '@/sandbox/doors.ts';
import { LIMITS } from '@/sandbox/protocol.ts';
import { CELL_PAGE, openCell, runInCell, setCode } from './support/cell.ts';
import { FRUITLESS, REFUSED } from './support/escapes.ts';
import { type Listener, listen } from './support/listener.ts';
import { useSite } from './support/site.ts';

const site = useSite();
let listener: Listener;
let page: Page;
let context: BrowserContext;
let before: Traces;

/** Everything of the page that a program might leave a trace in. */
interface Traces {
  readonly address: string;
  readonly title: string;
  readonly globals: readonly string[];
  readonly prototypes: readonly number[];
  readonly storage: readonly number[];
  readonly cookie: string;
  readonly databases: number;
  readonly caches: number;
  readonly frames: number;
}

const traces = (): Promise<Traces> =>
  page.evaluate(async () => ({
    address: location.href,
    title: document.title,
    globals: Object.getOwnPropertyNames(window).sort(),
    prototypes: [Object, Array, Function, String, Promise, MessagePort].map(
      ({ prototype }) => Object.getOwnPropertyNames(prototype).length,
    ),
    storage: [localStorage.length, sessionStorage.length],
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    frames: document.querySelectorAll('iframe').length,
  }));

/** Nothing has got out, and the page is as it was. */
async function nothingGotOut(): Promise<void> {
  // what was sent late arrives late
  await page.waitForTimeout(150);
  expect(listener.heard()).toBe(0);
  expect(await traces()).toEqual(before);
  expect(context.pages()).toHaveLength(1);
}

beforeAll(async () => {
  listener = await listen();
  ({ page, context } = await site.open(CELL_PAGE));
  await openCell(page);
  expect(await runInCell(page, 'console.log("warm");')).toBe('warm');
  before = await traces();
  listener.heard();
});
afterAll(async () => {
  await context?.close();
  await listener?.close();
});

describe('a program in the sandbox', () => {
  it('would be heard if it got out: a page without a policy is', async () => {
    const free = await site.browser().newContext();
    const blank = await free.newPage();
    await blank.goto(`http://127.0.0.1:${listener.port}/`);
    await free.close();
    expect(listener.heard()).toBeGreaterThan(0);
  });

  it.each([...REFUSED, ...FRUITLESS].map((way) => [way.name, way] as const))(
    'does not get out by %s',
    async (_, { code, prints }) => {
      const output = await runInCell(page, code.replaceAll('PORT', String(listener.port)));
      expect(output).toMatch(prints);
      await nothingGotOut();
    },
  );

  it('finds the language in its worker, and few tools', async () => {
    const output = await runInCell(
      page,
      `const found: string[] = [];
for (let o: any = globalThis; o && o !== Object.prototype; o = Object.getPrototypeOf(o))
  found.push(...Object.getOwnPropertyNames(o).filter((name) => typeof (globalThis as any)[name] !== 'number'));
console.log(found.join(' '));
console.log(typeof performance.now(), structuredClone([1])[0], new TextDecoder().decode(new TextEncoder().encode('é')));`,
    );
    const [names, tools] = output.split('\n');
    expect(names.split(' ').filter((name) => !KEPT.has(name) && name !== '__define')).toEqual([]);
    expect(tools).toBe('number 1 é');
  });

  it.each([
    ['its closing brackets', "}); console.log('inside'); self.escaped = 1; (async () => {"],
    ['a comment', "/* }); */ console.log('ran'); /*"],
    ['a template', '`${'],
    ['an HTML comment', "console.log('ran'); <!-- }); (() => {"],
  ])('does not break out of its wrapper with %s: it is refused, or runs within', async (_, code) => {
    const output = await runInCell(page, code);
    expect(output).toMatch(/^(Line \d+: .*|.*Unterminated.*|.*Unexpected.*|ran)$/s);
    expect(output).not.toContain('inside');
    await nothingGotOut();
  });

  it('does not reach the next run by its prototypes', async () => {
    const poison = `(Object.prototype as any).polluted = 'yes';
(Array.prototype as any).map = () => ['forged'];
(Promise.prototype as any).then = () => {};
(globalThis as any).kept = 1;
console.log('poisoned');`;
    // it may spoil its own run, and has: what it prints is already its own `map`
    expect(await runInCell(page, poison)).toMatch(/poisoned|forged/);
    await nothingGotOut();
    const output = await runInCell(
      page,
      'const root: any = globalThis; console.log([1].map((v) => v + 1), ({} as any).polluted, root.kept);',
    );
    expect(output).toBe('[2] undefined undefined');
  });

  it('cannot answer for the worker: a message without the token is dropped', async () => {
    const cell = await openCell(page);
    await setCode(cell, 'await new Promise((resolve) => setTimeout(resolve, 600));\nconsole.log("mine");');
    await cell.getByRole('button', { name: 'Run' }).click();
    await page.locator('iframe').waitFor({ state: 'attached' });
    await page.evaluate(() => {
      for (const kind of ['output', 'result', 'done', 'stopped', 'said']) {
        const message = { kind, level: 'log', text: 'forged', reason: 'asked', milliseconds: 1, data: { kind } };
        window.postMessage(message, '*');
        document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
      }
    });
    await cell.getByRole('button', { name: 'Run' }).waitFor();
    expect(await cell.locator('[data-output]').innerText()).toBe('mine');
    await nothingGotOut();
  });

  it('fills the console to its bound and no further', async () => {
    const output = await runInCell(page, 'for (let i = 0; i < 100_000; i++) console.log("line", i);');
    const lines = output.split('\n');
    expect(lines.length).toBeLessThanOrEqual(LIMITS.lines + 1);
    expect(output).toContain('More was printed than can be shown');
    await nothingGotOut();
  });

  it.each([
    ['a line of 100 million characters', "console.log('x'.repeat(1e8)); console.log('ran');"],
    ['an error of 100 million characters', "console.log('ran'); throw new Error('x'.repeat(1e8));"],
    ['an array of 10 million elements', "console.log(new Array(1e7).fill({ a: ['b'] })); console.log('ran');"],
    ['a nest without an end', "const a: any[] = []; a.push(a, a, a); console.log(a); console.log('ran');"],
    ['a list that says it is longer than any', "console.log(Object.assign([], { length: 4e9 })); console.log('ran');"],
  ])('prints %s cut to what can be read', async (_, code) => {
    const output = await runInCell(page, code);
    expect(output).toContain('ran');
    expect(output.length).toBeLessThan(3 * LIMITS.lineLength);
    await nothingGotOut();
  });

  it.each([
    ['an object whose toString throws', 'throw { toString() { throw 1; } };'],
    ['a proxy that refuses everything', 'throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 1; } });'],
    [
      'an error with getters that throw',
      "throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } });",
    ],
    ['an error whose stack is a number', "throw Object.assign(new Error('odd'), { stack: 7, name: {} });"],
    ['nothing', 'throw undefined;'],
    ['a symbol', "throw Symbol('x');"],
  ])('throws %s, and that is said', async (_, code) => {
    expect((await runInCell(page, `console.log('ran');\n${code}`)).split('\n')).toHaveLength(2);
    await nothingGotOut();
  });

  it.each([
    ['a promise that never settles', 'await new Promise(() => {});'],
    ['a thenable that never answers', 'await ({ then() {} } as any);'],
    ['an endless chain of promises', 'const on = (): any => Promise.resolve().then(on); await on();'],
    ['an error whose name never ends', "throw Object.defineProperty(new Error(), 'name', { get() { for (;;) {} } });"],
    ['a regular expression that backtracks', "/^(a+)+$/.test('a'.repeat(50) + 'b');"],
    // Some hundreds of megabytes within the time limit: one that fills the memory ends its process, whose it is.
    [
      'a heap that grows',
      'const a: any[] = []; for (;;) { a.push(new Array(1e5).fill(1.5)); for (let i = 0; i < 5e6; i++); }',
    ],
  ])('is ended at the deadline with %s, and the page goes on', async (_, code) => {
    expect(await runInCell(page, `console.log('ran');\n${code}`)).toMatch(/^ran\nStopped at the time limit\b/);
    await nothingGotOut();
  });

  it.each([
    ['generic functions', '<T>('.repeat(30)],
    ['functions as defaults', `const f = ${'(a: T = '.repeat(30)}1${'): T => 1'.repeat(30)};`],
  ])(
    'that nests %s too deeply to be compiled is given up with a sentence, and the page answers meanwhile',
    async (_, code) => {
      const cell = await openCell(page);
      await setCode(cell, code);
      await cell.getByRole('button', { name: 'Run' }).click();
      await cell.getByRole('button', { name: 'Stop' }).waitFor();
      let longest = 0;
      while ((await cell.getByRole('button', { name: 'Stop' }).count()) > 0) {
        const asked = performance.now();
        await page.evaluate(() => document.title);
        longest = Math.max(longest, performance.now() - asked);
      }
      expect(longest).toBeLessThan(1000);
      await expect
        .poll(() => cell.locator('[data-output]').innerText())
        .toMatch(/^The types could not be taken out of this code/);
      expect(await runInCell(page, "console.log('next');")).toBe('next');
      await nothingGotOut();
    },
  );

  it('is stopped by hand while it is compiled', async () => {
    const cell = await openCell(page);
    await setCode(cell, '<T>('.repeat(30));
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('button', { name: 'Stop' }).click();
    await cell.getByRole('button', { name: 'Run' }).waitFor();
    await expect.poll(() => cell.locator('[data-output]').innerText()).toBe('Stopped.');
    expect(await runInCell(page, "console.log('next');")).toBe('next');
  });

  it('prints nothing after its end, whatever it has left behind', async () => {
    const output = await runInCell(page, "setInterval(() => console.log('late'), 1); console.log('ran');");
    expect(output).toMatch(/^ran(\nlate)*$/);
    await page.waitForTimeout(300);
    const cell = await openCell(page);
    expect(await cell.locator('[data-output]').innerText()).toBe(output);
    await nothingGotOut();
  });
});
