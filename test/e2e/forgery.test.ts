import { beforeAll, expect, it } from 'vitest';
import { TEMPLATES } from '@/lessons/playground/templates.ts';
import { inBothBrowsers } from './support/both-browsers.ts';
import { CHANGE_EVERYTHING, FORGERIES, programOf, RIGHTFUL } from './support/forgeries.ts';
import { link, PLAYGROUND } from './support/playground.ts';

const FIGURE = '[data-island="playground"]';

inBothBrowsers(({ page, url, text, setCode, finish, troubles }) => {
  /** Checks a program: the verdict that is shown, the errors, and what it printed. */
  const check = async (code: string) => {
    await setCode(FIGURE, code);
    await finish(FIGURE, 'Check');
    // everything that the end of a run shows is drawn at once
    const verdict = await page().evaluate(
      (figure) => document.querySelector<HTMLElement>(`${figure} .verdict`)?.dataset['verdict'],
      FIGURE,
    );
    return { verdict, output: await text(`${FIGURE} [data-output]`) };
  };

  beforeAll(async () => {
    await page().goto(url() + PLAYGROUND + link({ mode: 'typescript', code: '1', deadline: 10_000 }));
    await page().waitForSelector(`${FIGURE} .cm-content`);
  });

  it('a right gradient passes, and a wrong one fails', async () => {
    expect(await check(programOf({ name: 'right', gradient: '(x: any) => [2 * x[0], 2 * x[1]]' }))).toEqual({
      verdict: 'pass',
      output: '',
    });
    expect(await check(programOf({ name: 'wrong' }))).toEqual({ verdict: 'fail', output: '' });
  });

  it('nothing of the language or of the checker can be changed, and the wrong gradient fails', async () => {
    expect(await check(programOf({ name: 'all', begin: CHANGE_EVERYTHING }))).toEqual({
      verdict: 'fail',
      output: 'tried',
    });
  });

  it.each(FORGERIES.map((forgery) => [forgery.name, forgery] as const))(
    'a wrong gradient does not pass by %s',
    async (_, forgery) => {
      const { verdict, output } = await check(programOf(forgery));
      // it fails, or there is an error in place of a verdict
      expect(verdict ?? 'fail').toBe('fail');
      expect(output).toBe('');
    },
  );

  it.each(RIGHTFUL)('a program may have $name', async ({ code, prints }) => {
    const right = '(x: any) => [2 * x[0], 2 * x[1]]';
    const { verdict, output } = await check(programOf({ name: 'right', begin: code, gradient: right }));
    expect(output).toBe(prints);
    expect(verdict).toBe('pass');
  });

  it('the templates pass', async () => {
    for (const { id, code } of TEMPLATES) expect([id, (await check(code)).verdict]).toEqual([id, 'pass']);
  });

  it('none of it threw on the page', () => {
    // Firefox reports here what a worker threw late
    expect(troubles.filter((trouble) => !/PASS/.test(trouble))).toEqual([]);
  });
});
