import { beforeAll, expect, it } from 'vitest';
import { inBothBrowsers } from './support/both-browsers.ts';
import { PROGRAM } from './support/cell.ts';

inBothBrowsers(({ page, text, press, has, setCode, openCell, runInCell: run, troubles }) => {
  const output = () => text(`${PROGRAM} [data-output]`);
  /** The page answers many times over while something runs: held up for good, it would not even once. */
  const answers = () =>
    page().evaluate(
      () =>
        new Promise<void>((done) => {
          let left = 50;
          const answer = () => {
            left -= 1;
            if (left === 0) done();
            else setTimeout(answer, 10);
          };
          answer();
        }),
    );

  beforeAll(async () => {
    await openCell();
  });

  it.each([
    ['a promise that never settles', 'await new Promise(() => {});'],
    ['a thenable that never answers', 'await ({ then() {} } as any);'],
    ['an endless chain of promises', 'const on = (): any => Promise.resolve().then(on); await on();'],
    ['an error whose name never ends', "throw Object.defineProperty(new Error(), 'name', { get() { for (;;) {} } });"],
    ['a regular expression that backtracks', "/^(a+)+$/.test('a'.repeat(50) + 'b');"],
    // grows by some hundreds of megabytes within the time limit: a heap that fills the memory would end the process instead
    [
      'a heap that grows',
      'const a: any[] = []; for (;;) { a.push(new Array(1e5).fill(1.5)); for (let i = 0; i < 5e6; i++); }',
    ],
  ])('is ended at the deadline with %s, and the page goes on', async (_, code) => {
    expect(await run(`console.log('ran');\n${code}`)).toMatch(/^ran\nStopped at the time limit\b/);
    expect(await page().evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  it.each([
    ['generic functions', '<T>('.repeat(30)],
    ['functions as defaults', `const f = ${'(a: T = '.repeat(30)}1${'): T => 1'.repeat(30)};`],
  ])('is stopped by hand while it nests %s too deeply to be compiled, and the page answers', async (_, code) => {
    await setCode(PROGRAM, code);
    await press(PROGRAM, 'Run');
    await has(PROGRAM, 'Stop');
    await answers();
    await press(PROGRAM, 'Stop');
    await has(PROGRAM, 'Run');
    expect(await output()).toBe('Stopped.');
    expect(await run("console.log('next');")).toBe('next');
  });

  it('is given up with a sentence where it cannot be compiled in time', async () => {
    expect(await run('<T>('.repeat(30))).toMatch(/^The types could not be taken out of this code/);
    expect(troubles).toEqual([]);
  });
});
