import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setCode } from './support/cell.ts';
import { link, PLAYGROUND, playground, pressCheck } from './support/playground.ts';
import { type Opened, useSite } from './support/site.ts';

const site = useSite();
const template = (name: string) => readFileSync(`src/lessons/playground/templates/python/${name}.py`, 'utf8');
const NETWORK = template('two_layer_network').replaceAll('dh.sum(axis=0)', 'dh');
const PAIR = 'def loss(w): return w @ w\ndef gradient(w): return 2 * w\n';

/** The playground in Python mode with its editor open. */
async function python(page: Page): Promise<Locator> {
  const figure = await playground(page);
  await figure.getByText('Python', { exact: true }).click();
  await figure.locator('.cm-content').waitFor();
  return figure;
}

describe('Python in the playground', () => {
  let opened: Opened;
  let figure: Locator;
  const asked: string[] = [];
  const check = async (code: string) => {
    await setCode(figure, code);
    await pressCheck(figure);
  };
  const printed = () => figure.locator('.run-console').allInnerTexts();

  beforeAll(async () => {
    opened = await site.open('');
    opened.page.on('request', (request) => asked.push(request.url()));
    await opened.page.goto(site.url() + PLAYGROUND);
    await playground(opened.page);
  });
  afterAll(() => opened?.context.close());

  it('is not fetched before it is asked for', async () => {
    expect(asked.filter((url) => /python/i.test(url))).toEqual([]);
  });

  it('names the bug of a network pasted from a notebook, and its group', async () => {
    figure = await python(opened.page);
    const started = performance.now();
    await check(NETWORK);
    await figure.locator('.check-said').getByText('Not summed over the batch: b1').waitFor();
    const first = performance.now() - started;
    await check(`${NETWORK}\n# again`);
    await figure.locator('.check-said').getByText('Not summed over the batch: b1').waitFor();
    const milliseconds = await figure.locator('.check-said .caption').innerText();
    console.info(`Python: the first check took ${Math.round(first)} ms from the click, the second ${milliseconds}`);
    expect(asked.filter((url) => url.endsWith('.bin'))).toHaveLength(1);
  });

  it('says an error beside Check with the reader’s own line, and what was printed', async () => {
    await check(
      `import numpy as np\nprint("before")\nx = np.ones(2)\ndef loss(w):\n    return w @ np.ones(3)\n${PAIR.split('\n')[1]}`,
    );
    await figure.getByRole('alert').getByRole('button', { name: 'Line 5' }).waitFor();
    await figure.getByRole('alert').getByText('ValueError: matmul').waitFor();
    expect((await printed()).join()).toContain('before');
  });

  it('ends an endless loop, a flood and a recursion, and the page goes on', async () => {
    await figure.getByLabel('Time limit').selectOption('2000');
    await check('while True: pass');
    await figure.getByRole('alert').getByText('Stopped at the time limit').waitFor();
    await check('while True: print("x" * 50)');
    await figure
      .getByRole('alert')
      .getByText(/more messages than|More was printed|time limit/)
      .first()
      .waitFor();
    await check('def f(n): return f(n + 1)\nf(0)');
    await figure.getByRole('alert').getByText('RecursionError').waitFor();
    await check(`import numpy as np\nx = np.ones(2)\n${PAIR}`);
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
  });

  it('stops at once when asked', async () => {
    await setCode(figure, 'while True: pass');
    await figure.getByRole('button', { name: 'Check' }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await figure.getByRole('alert').getByText('Stopped.').waitFor();
  });

  it('leaves nothing of one run to the next', async () => {
    await check(
      'import numpy as np, sys, builtins\nnp.sum = lambda a: 7\nbuiltins.kept = 1\nsys.modules["kept"] = sys\nprint("left")',
    );
    expect((await printed()).join()).toContain('left');
    await check(
      'import numpy as np, sys, builtins\nprint(np.sum([1.0, 2.0]), hasattr(builtins, "kept"), "kept" in sys.modules)',
    );
    expect((await printed()).join()).toContain('3.0 False False');
  });

  it('is kept in a link, and runs when it is asked to', async () => {
    const { page } = await site.open(PLAYGROUND + link({ mode: 'python', python: 'print("ran")' }));
    const other = await playground(page);
    await other.locator('.cm-content').getByText('print').waitFor();
    await other.getByText('it runs when you press Check, not before').waitFor();
    expect(await other.locator('.run-console').count()).toBe(0);
  });

  it('is recognised in the TypeScript mode, and the reverse, and taken over in one click', async () => {
    await check('export const loss = (x: number[]) => x[0];\n');
    await figure.getByRole('button', { name: 'Check it as TypeScript' }).click();
    await expect.poll(() => figure.locator('.cm-content:visible').innerText()).toContain('export const loss');
    const typescript = figure.locator('.playground-mode:not([hidden])');
    await setCode(typescript, PAIR);
    await typescript.getByRole('button', { name: 'Check it as Python' }).click();
    await expect.poll(() => figure.locator('.cm-content:visible').innerText()).toContain('def loss');
    expect(opened.troubles).toEqual([]);
  });
});

it('Python that cannot be loaded is an error that says what to do, and the next run tries again', async () => {
  const { page } = await site.open(PLAYGROUND);
  await page.route('**/*.bin', (route) => route.fulfill({ status: 404 }));
  const figure = await python(page);
  await pressCheck(figure);
  await figure.getByRole('alert').getByText('could not be loaded (status 404). Check the connection').waitFor();
  await page.unroute('**/*.bin');
  await pressCheck(figure);
  await figure.locator('.check-said [data-verdict="pass"]').waitFor();
});

it('Python works without a network once it was used', async () => {
  const context = await site.browser().newContext();
  const page = await context.newPage();
  await page.goto(site.url() + PLAYGROUND);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
  const keeps = () =>
    page.evaluate(
      async () =>
        (
          await Promise.all(
            (await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)),
          )
        )
          .flat()
          .filter((url) => url.endsWith('.bin')).length,
    );
  expect(await keeps()).toBe(0);
  await pressCheck(await python(page));
  await expect.poll(keeps).toBe(1);
  await context.setOffline(true);
  await page.reload();
  const figure = await python(page);
  await pressCheck(figure);
  await figure.locator('.check-said [data-verdict="pass"]').waitFor();
});
