import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CELL_PAGE, openCell, programOf, runInCell, setCode } from './support/cell.ts';
import { PLAYGROUND, pressCheck, typescript } from './support/playground.ts';
import { atRest, island, useSite } from './support/site.ts';

const site = useSite();

const filesOf = (chunk: string) => `**/_astro/${chunk}.*.js*`;

/** Opens a page whose script of this name does not come over the network until `back` is called. */
async function openWithout(address: string, chunk: string) {
  const context = await site.browser().newContext({ serviceWorkers: 'block', acceptDownloads: true });
  const page = await context.newPage();
  await page.route(filesOf(chunk), (route) => route.abort());
  await page.goto(site.url() + address);
  return { page, context, back: () => page.unroute(filesOf(chunk)) };
}

/** Opens a page whose script of this name is under way until `arrive` is called. */
async function openWithSlow(address: string, chunk: string) {
  const context = await site.browser().newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = '';
  await page.route(filesOf(chunk), async (route) => {
    asked = route.request().url();
    await released;
    await route.continue();
  });
  await page.goto(site.url() + address);
  let sandboxes = 0;
  page.on('frameattached', () => {
    sandboxes += 1;
  });
  const arrive = async () => {
    await expect.poll(() => asked).not.toBe('');
    release();
    // the page gets the same module, and goes on with it first; as text, since vitest rewrites the imports of its own files
    await page.evaluate(`import(${JSON.stringify(asked)}).then(() => {})`);
    await atRest(page);
    expect(sandboxes).toBe(0);
  };
  return { page, context, arrive };
}

describe('when the script of a figure does not load', () => {
  it('the figure still shows its result and says why it does not answer; the page and the other figures work', async () => {
    const context = await site.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/_astro/StepSize*.js*', (route) => route.abort());
    await page.goto(`${site.url()}method/choosing-h/`);
    const figure = page.locator('[data-island="step-size"]').first();
    await figure.getByRole('alert').getByText('could not be loaded').waitFor();
    expect(await figure.locator('[data-value]').count()).toBeGreaterThan(0);
    expect(await figure.locator('svg').first().isVisible()).toBe(true);
    await page.keyboard.press('Control+k');
    await page.locator('#starlight__search input:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.unroute('**/_astro/StepSize*.js*');
    await figure.getByRole('button', { name: 'Load the page again' }).click();
    await island(page, 'step-size');
  });

  it('the other figures of the same page wake', async () => {
    const { page } = await openWithout('method/three-checks/', 'CheckRunner');
    await page.locator('[data-island="check-runner"]').first().getByText('could not be loaded').waitFor();
    const exercises = await page.locator('[data-island="exercise"]').all();
    expect(exercises).not.toEqual([]);
    for (const exercise of exercises) {
      await exercise.scrollIntoViewIfNeeded();
      await expect.poll(() => exercise.getAttribute('data-ready')).not.toBeNull();
    }
    expect(await page.locator('[data-island="check-runner"][data-ready]').count()).toBe(0);
  });
});

describe('when what a figure fetches on demand does not load', () => {
  it.each([
    {
      name: 'live-check',
      address: '',
      chunk: 'model',
      change: (figure: Locator) => figure.getByText('No bug', { exact: true }).click(),
      verdict: 'pass',
    },
    {
      name: 'bug-zoo',
      address: 'misleads/reading-a-failure/',
      chunk: 'engine',
      change: (figure: Locator) => figure.getByLabel('Planted bug').selectOption('none'),
      verdict: 'pass',
    },
    {
      name: 'network',
      address: 'practice/neural-network/',
      chunk: 'model',
      change: (figure: Locator) => figure.getByRole('button', { name: 'Make every line right' }).click(),
      verdict: 'pass',
    },
    {
      name: 'kinks',
      address: 'misleads/kinks-noise-precision/',
      chunk: 'checks',
      change: (figure: Locator) => figure.getByText('10 % too large').click(),
      verdict: 'fail',
    },
  ])('$name says so in its place, and shows it at the next try', async ({ name, address, chunk, change, verdict }) => {
    const { page, back } = await openWithout(address, chunk);
    const figure = await island(page, name);
    const shown = figure.locator('.verdict[data-verdict]').last();
    const before = await shown.getAttribute('data-verdict');
    expect(before).not.toBe(verdict);
    await change(figure);
    await figure.getByRole('alert').getByText('could not be loaded').waitFor();
    expect(await shown.getAttribute('data-verdict')).toBe(before);
    await back();
    await figure.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => shown.getAttribute('data-verdict')).toBe(verdict);
    expect(await figure.getByRole('alert').count()).toBe(0);
  });

  it('the zoo draws its unseen bug at the next try', async () => {
    const { page, back } = await openWithout('misleads/reading-a-failure/', 'engine');
    const zoo = await island(page, 'bug-zoo');
    await zoo.getByRole('button', { name: /Guess first/ }).click();
    await zoo.getByRole('alert').getByText('could not be loaded').waitFor();
    await back();
    await zoo.getByRole('button', { name: 'Try again' }).click();
    await zoo.locator('.zoo-question').waitFor();
  });

  it('a chart that cannot make its file says so, and makes it at the next press', async () => {
    const { page, back } = await openWithout('method/choosing-h/', 'download');
    const figure = await island(page, 'step-size');
    await figure.getByText('Data', { exact: true }).first().click();
    const button = figure.getByRole('button', { name: /^Download CSV/ }).first();
    await button.click();
    await figure.getByRole('alert').getByText('could not be made').waitFor();
    await back();
    const saved = page.waitForEvent('download');
    await button.click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    expect(await figure.getByRole('alert').count()).toBe(0);
  });

  it('a code cell says so, and the same button runs once the connection is back', async () => {
    const { page, back } = await openWithout(CELL_PAGE, 'run');
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.locator('[data-output]').getByText('could not be loaded').waitFor();
    await back();
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    expect(await cell.locator('[data-output]').innerText()).toMatch(/^PASS/);
  });

  it('an editor that cannot be loaded leaves a text area, with the cursor in it for who asked to edit', async () => {
    const { page } = await openWithout(CELL_PAGE, 'mount');
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Edit' }).click();
    await cell.locator('textarea:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('console.log(6 * 7);');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.locator('[data-output]').getByText('42', { exact: true }).waitFor();
  });
});

describe('while what runs code is still being fetched', () => {
  it('Stop ends the run, and nothing runs when it has come', async () => {
    const { page, arrive } = await openWithSlow(CELL_PAGE, 'run');
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('button', { name: 'Stop' }).click();
    await cell.locator('[data-output]').getByText('Stopped.', { exact: true }).waitFor();
    await arrive();
    expect(await cell.locator('[data-output]').innerText()).toBe('Stopped.');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.locator('[data-output]').getByText(/^PASS/).waitFor();
  });

  it('Reset puts the cell back for good', async () => {
    const { page, arrive } = await openWithSlow(CELL_PAGE, 'run');
    const cell = await openCell(page);
    const built = await cell.locator('[data-output]').innerText();
    await setCode(cell, 'console.log("late");');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('button', { name: 'Reset' }).click();
    await arrive();
    expect(await cell.locator('[data-output]').innerText()).toBe(built);
    expect(await cell.getByRole('status').textContent()).toBe('The code is as it came.');
  });

  it('Stop ends a check of the playground', async () => {
    const { page, arrive } = await openWithSlow(PLAYGROUND, 'run');
    const figure = await typescript(page);
    await figure.getByRole('button', { name: 'Check' }).click();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await figure.getByText('Stopped.', { exact: true }).waitFor();
    await arrive();
    expect(await figure.locator('[data-verdict]:visible').count()).toBe(0);
    await pressCheck(figure);
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
  });
});

describe('when storage is forbidden or full', () => {
  it.each([
    [
      'forbidden',
      `Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });
      Object.defineProperty(window, 'sessionStorage', { configurable: true, get() { throw new DOMException('denied', 'SecurityError'); } });`,
    ],
    ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`],
    [
      'full of what another site of the host has left there',
      `for (const store of [localStorage, sessionStorage])
        for (const [key, value] of Object.entries({
          'starlight-theme': '"], *, [x="', 'sl-sidebar-state': '{"open":null,"scroll":{},"hash":1', 'gc-exercises': '{"__proto__":[1]}',
          'playground-draft': '{"version":2,"state":{"mode":"constructor"},"kept":{"length":9}}', 'failure-message': '<img src=x>', 'gc-storage': '__proto__',
        })) if (store.getItem('left') === null) store.setItem(key, value);
      localStorage.setItem('left', 'yes'); sessionStorage.setItem('left', 'yes');`,
    ],
  ])('%s: the page works, and its theme can be changed', async (_case, script) => {
    const context = await site.browser().newContext({ serviceWorkers: 'block', colorScheme: 'light' });
    await context.addInitScript(script);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${site.url()}method/three-checks/`);
    await island(page, 'check-runner');
    await page.getByLabel('Select theme').first().selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.goto(site.url() + PLAYGROUND);
    await island(page, 'playground');
    expect(errors).toEqual([]);
  });
});

describe('when the frame that runs code dies in the middle of a run', () => {
  it('Stop still ends the run, and the cell runs again', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(cell, 'console.log("started");\nawait new Promise(() => {});');
    await cell.getByRole('button', { name: 'Run' }).click();
    await page.locator('iframe').first().waitFor({ state: 'attached' });
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await cell.getByRole('button', { name: 'Stop' }).click();
    await cell.getByText('Stopped').first().waitFor();
    expect(await runInCell(page, 'console.log("still here");')).toBe('still here');
  });
});

describe('when the reader goes back in the middle of a run', () => {
  it('and comes again, the page is whole and can run', async () => {
    const { page, troubles } = await site.open('method/three-checks/');
    await page.goto(`${site.url()}method/gradient-checker/`);
    const cell = await programOf(page);
    await cell.getByRole('button', { name: 'Run' }).click();
    await page.goBack();
    await island(page, 'check-runner');
    await page.goForward();
    const again = await programOf(page);
    await again.getByRole('button', { name: 'Run' }).click();
    await again.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    expect(troubles).toEqual([]);
  });

  it('and a figure was set, going back gives the figure as it was set', async () => {
    const { page } = await site.open('method/three-checks/');
    const runner = await island(page, 'check-runner');
    await runner.getByLabel('Step h, as a number').fill('1e-3');
    await page.waitForFunction(() => location.search + location.hash !== '');
    await page.getByRole('link', { name: 'The rules' }).first().click();
    await page.waitForURL(/rules/);
    await page.goBack();
    const again = await island(page, 'check-runner');
    expect(await again.getByLabel('Step h, as a number').inputValue()).toMatch(/1e-3|0\.001/);
  });
});
