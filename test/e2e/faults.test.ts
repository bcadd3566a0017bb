import { describe, expect, it } from 'vitest';
import { CELL_PAGE, openCell, runInCell, setCode } from './support/cell.ts';
import { allAwake, island, useSite } from './support/site.ts';

const site = useSite();

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
    await context.close();
  });

  it('the other figures of the same page wake', async () => {
    const context = await site.browser().newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${site.url()}method/three-checks/`);
    const components = await page
      .locator('astro-island')
      .evaluateAll((all) => new Set(all.map((each) => each.getAttribute('component-url'))).size);
    await allAwake(page);
    expect(components).toBeGreaterThan(0);
    await page.route('**/_astro/run.*.js*', (route) => route.abort());
    await page.goto(`${site.url()}method/gradient-checker/`);
    const cell = await island(page, 'code-cell');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByText('could not be loaded').first().waitFor();
    // The way on: the connection is back, and the same button runs.
    await page.unroute('**/_astro/run.*.js*');
    await cell.getByRole('button', { name: 'Run' }).waitFor();
    await context.close();
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
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('when the frame that runs code dies in the middle of a run', () => {
  it('Stop still ends the run, and the cell runs again', async () => {
    const { page, context } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(cell, 'console.log("started");\nawait new Promise(() => {});');
    await cell.getByRole('button', { name: 'Run' }).click();
    await page.locator('iframe').first().waitFor({ state: 'attached' });
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    await cell.getByRole('button', { name: 'Stop' }).click();
    await cell.getByText('Stopped').first().waitFor();
    expect(await runInCell(page, 'console.log("still here");')).toBe('still here');
    await context.close();
  });
});

describe('when the reader goes back in the middle of a run', () => {
  it('and comes again, the page is whole and can run', async () => {
    const { page, context, troubles } = await site.open('method/three-checks/');
    await page.goto(`${site.url()}method/gradient-checker/`);
    const cell = await island(page, 'code-cell');
    await cell.getByRole('button', { name: 'Run' }).click();
    await page.goBack();
    await island(page, 'check-runner');
    await page.goForward();
    const again = await island(page, 'code-cell');
    await again.getByRole('button', { name: 'Run' }).click();
    await again.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('and a figure was set, going back gives the figure as it was set', async () => {
    const { page, context } = await site.open('method/three-checks/');
    const runner = await island(page, 'check-runner');
    await runner.getByLabel('Step h, as a number').fill('1e-3');
    await page.waitForFunction(() => location.search + location.hash !== '');
    await page.getByRole('link', { name: 'The rules' }).first().click();
    await page.waitForURL(/rules/);
    await page.goBack();
    const again = await island(page, 'check-runner');
    expect(await again.getByLabel('Step h, as a number').inputValue()).toMatch(/1e-3|0\.001/);
    await context.close();
  });
});
