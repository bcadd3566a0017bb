import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { titleOf } from '@/checker/words/wording.ts';
import { workOf } from './support/redraw.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'tools/failure/';

const opened = async (options = {}) => {
  const at = await site.open(ADDRESS, options);
  return { ...at, figure: await island(at.page, 'failure') };
};

const box = (figure: Locator) => figure.getByRole('textbox', { name: 'The message, as it was printed' });
const verdict = (figure: Locator) => figure.locator('.verdict');

/** Pastes into the box. An event that a script made has no default action: it tells what the page itself does with it. */
const paste = (page: Page, text: string) =>
  page.locator('.failure-box').evaluate((area, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

const doubled = (count: number) =>
  ['analytic,numeric', ...Array.from({ length: count }, (_, i) => `${2 * Math.sin(i + 1)},${Math.sin(i + 1)}`)].join(
    '\n',
  );

describe('the page that reads failures', () => {
  it('has a whole answer without any script, and says what the box would do', async () => {
    const { page, troubles } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="failure"]');
    expect(await verdict(figure).getAttribute('data-verdict')).toBe('fail');
    expect(await figure.innerText()).toContain(titleOf('transposed'));
    expect(await figure.locator('tbody tr').count()).toBe(9);
    expect(await figure.getByText('With scripts on').isVisible()).toBe(true);
    expect(await figure.getByRole('button').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('reads what is pasted in place of the example, and links the name to the bug list', async () => {
    const { page, figure, troubles } = await opened();
    await paste(page, 'analytic,numeric\n1.250,-1.250\n2.500,-2.500\n-3.125,3.125\n0.710,-0.710');
    await figure.locator('[data-finding="sign"]').waitFor();
    expect(await box(figure).inputValue()).toMatch(/^analytic,numeric/);
    expect(await verdict(figure).getAttribute('data-verdict')).toBe('fail');
    expect(await figure.getByRole('link', { name: titleOf('sign') }).getAttribute('href')).toMatch(
      /tools\/bugs\/#sign$/,
    );
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
    expect(troubles).toEqual([]);
  });

  it('keeps what was typed where it cannot be read, and says what it expects', async () => {
    const { figure } = await opened();
    await box(figure).fill('the gradient is wrong, I think');
    await figure.getByText('Not all of it could be read').waitFor();
    expect(await verdict(figure).getAttribute('data-verdict')).toBe('inconclusive');
    expect(await box(figure).inputValue()).toBe('the gradient is wrong, I think');
  });

  it('tries a sample, with lines for its tool where the answer is hidden', async () => {
    const { figure, troubles } = await opened({ permissions: ['clipboard-write', 'clipboard-read'] });
    await figure.getByRole('combobox', { name: 'Or try a sample' }).selectOption({ label: 'SciPy check_grad' });
    await figure.locator('[data-conclusion="undecided"]').waitFor();
    expect(await figure.locator('pre').innerText()).toContain('approx_fprime');
    await figure.getByRole('button', { name: 'Copy' }).click();
    await figure.getByText('Copied.').waitFor();
    await figure
      .getByRole('combobox', { name: 'Or try a sample' })
      .selectOption({ label: 'PyTorch gradcheck, in float32' });
    await figure.locator('[data-conclusion="right"]').waitFor();
    expect(await verdict(figure).innerText()).toContain('The gradient is right');
    expect(troubles).toEqual([]);
  });

  it('swaps the sides, and back', async () => {
    const { figure } = await opened();
    await box(figure).fill(doubled(6));
    await figure.getByText('twice the numeric slope').waitFor();
    const swap = figure.getByRole('button', { name: 'Swap the two sides' });
    await swap.click();
    await figure.getByText('half the numeric slope').waitFor();
    expect(await swap.getAttribute('aria-pressed')).toBe('true');
    await swap.click();
    await figure.getByText('twice the numeric slope').waitFor();
  });

  it('is worked by keyboard alone, and announces its answer', async () => {
    const { page, figure } = await opened();
    await box(figure).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(doubled(6));
    await figure.getByText('twice the numeric slope').waitFor();
    await figure.locator('> [role="status"]').getByText('The gradient is wrong').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Clear');
    for (let tab = 0; tab < 3; tab += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Swap the two sides') break;
    }
    await page.keyboard.press('Enter');
    await figure.getByText('half the numeric slope').waitFor();
  });

  it('is corrected by a menu where another format was meant', async () => {
    const { figure } = await opened();
    const menu = figure.getByRole('combobox', { name: 'Read as' });
    expect(await menu.locator('option:checked').innerText()).toBe('PyTorch gradcheck (recognised)');
    await menu.selectOption({ label: 'Ceres GradientChecker' });
    await figure.getByText('num diff dx/dy').waitFor();
    await menu.selectOption({ label: 'whatever is recognised' });
    await figure.locator('[data-finding="transposed"]').waitFor();
  });

  it('opens on the message that a link names, and forgets it for one of the reader’s own', async () => {
    const { page, figure, troubles } = await opened();
    for (const [chapter, count] of [
      ['practice/beyond-finite-differences/', 4],
      ['misleads/reading-a-failure/', 1],
    ] as const) {
      await page.goto(new URL(`../../${chapter}`, page.url()).href);
      const links = page.getByRole('link', { name: 'Have this message read' });
      expect(await links.count()).toBe(count);
      const printed = await page.locator('.printed').first().innerText();
      await links.first().click();
      const box = page.locator('.failure-box');
      await page.waitForFunction(
        (text) => document.querySelector<HTMLTextAreaElement>('.failure-box')?.value.trim() === text.trim(),
        printed,
      );
      await page.locator('[data-island="failure"] [data-conclusion="wrong"]').waitFor();
      expect(new URL(page.url()).hash).not.toBe('');
      await box.fill('analytic,numeric\n1,-1\n2,-2\n3,-3');
      await page.locator('[data-finding="sign"]').waitFor();
      expect(new URL(page.url()).hash).toBe('');
    }
    expect(await figure.count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  it('takes over what was pasted into the box on the first page', async () => {
    const { page, troubles } = await site.open('');
    const first = await island(page, 'paste-box');
    await first.getByRole('textbox').fill('analytic,numeric\n1,-1\n2,-2\n3,-3');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('[data-island="failure"] [data-finding="sign"]').waitFor();
    expect(await page.locator('.failure-box').inputValue()).toMatch(/^analytic,numeric/);
    expect(new URL(page.url()).hash).toBe('');
    await page.reload();
    await island(page, 'failure');
    expect(await page.locator('.failure-box').inputValue()).toContain('gradcheck');
    expect(troubles).toEqual([]);
  });

  it('names the characters of a paste that cannot be seen', async () => {
    const { figure } = await opened();
    await box(figure).fill('analytic,numeric\n\u202e1,-1\n2,-2\n3,-3');
    await figure.getByText('cannot be seen: \\u202e').waitFor();
  });

  it('opens files: two arrays are the two sides by their names', async () => {
    const { figure } = await opened();
    const npy = (values: readonly number[]) => {
      const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${values.length},), }`.padEnd(118);
      const head = Buffer.concat([Buffer.from([0x93]), Buffer.from('NUMPY'), Buffer.from([1, 0, 118, 0])]);
      return Buffer.concat([head, Buffer.from(header), Buffer.from(Float64Array.from(values).buffer)]);
    };
    await figure.getByLabel('Or open files').setInputFiles([
      { name: 'numeric.npy', mimeType: 'application/octet-stream', buffer: npy([1, 2, -3, 0.5]) },
      { name: 'analytic.npy', mimeType: 'application/octet-stream', buffer: npy([-1, -2, 3, -0.5]) },
    ]);
    await figure.locator('[data-finding="sign"]').waitFor();
    await figure.getByText('numeric.npy, analytic.npy').waitFor();
  });

  it('does not freeze while it reads 5 MB', async () => {
    const { page, figure, troubles } = await opened();
    const text = doubled(140_000);
    expect(text.length).toBeGreaterThan(5e6);
    // the message is copied into the page first; only the page's own work on it counts
    await page.evaluate((message) => Object.assign(window, { message }), text);
    const work = await workOf(page, async () => {
      await page.locator('.failure-box').evaluate((area) => {
        const data = new DataTransfer();
        data.setData('text/plain', (window as unknown as { message: string }).message);
        area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      });
      await figure.locator('[data-finding="factor-two"]').waitFor();
    });
    // reading takes seconds, of another thread
    expect(work).toBeLessThan(1000);
    expect(await figure.getByText('140,000 pairs').isVisible()).toBe(true);
    expect((await box(figure).inputValue()).length).toBeLessThan(10_000);
    expect(troubles).toEqual([]);
  });

  it('loads what reads messages on first use only', async () => {
    const { page, figure } = await opened();
    await page.waitForLoadState('networkidle');
    const scripts: string[] = [];
    page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()));
    await box(figure).fill('analytic,numeric\n1,-1\n2,-2\n3,-3');
    await figure.locator('[data-finding="sign"]').waitFor();
    expect(scripts.some((url) => url.includes('failure.worker'))).toBe(true);
  });
});
