import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { titleOf } from '@/checker/words/wording.ts';
import { formulaPage } from '@/lessons/playground/formula-page.ts';
import { INITIAL } from '@/lessons/playground/state.ts';
import { shiftWithin } from './support/layout-shift.ts';
import { PLAYGROUND, playground, pressCheck, typescript } from './support/playground.ts';
import { workOf } from './support/redraw.ts';
import { useSite } from './support/site.ts';

const site = useSite();
const nested = useSite('/some/deep/path/');
const { answer } = formulaPage(INITIAL);
if (!answer.ok) throw new Error(answer.error.message);
const example = answer;

const values = (cells: { evaluateAll: <T>(run: (found: Element[]) => T) => Promise<T> }): Promise<number[]> =>
  cells.evaluateAll((found) => found.map((cell) => Number((cell as HTMLElement).dataset['value'])));

describe('the example of the playground', () => {
  it.each([true, false])('is complete: verdict, bug, every element by four ways; scripts on: %s', async (scripts) => {
    const { page, troubles } = await site.open(PLAYGROUND, { javaScriptEnabled: scripts });
    if (scripts) await playground(page);
    const figure = page.locator('[data-island="playground"]');
    expect(await figure.locator('[data-verdict]').first().getAttribute('data-verdict')).toBe('fail');
    const bug = figure.locator('[data-finding]').first();
    expect(await bug.innerText()).toContain(titleOf('missing-mean'));
    expect(await bug.getByRole('link').getAttribute('href')).toMatch(/tools\/bugs\/#missing-mean$/);
    expect(await values(figure.locator('.formula-table [data-value]'))).toEqual(
      example.rows.flatMap(({ typed, symbolic, numeric, errorBar, truth }) => [
        typed,
        symbolic,
        numeric,
        errorBar,
        truth.ok && truth.double,
      ]),
    );
    expect(await figure.locator('figure svg path').count()).toBeGreaterThan(4);
    expect(troubles).toEqual([]);
  });

  it('does not move when it wakes, and loads neither mathjs nor an editor', async () => {
    for (const width of [1280, 320]) {
      const { page } = await site.open(PLAYGROUND, { viewport: { width, height: 800 } });
      await playground(page);
      expect(await shiftWithin(page, 'playground')).toBeLessThan(0.001);
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect(loaded.filter((name) => /formula\.worker|mount|CodeMode|runtime\.worker/.test(name))).toEqual([]);
    }
  });
});

describe('a formula', () => {
  it('passes once the bug is mended, element by element', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('Gradient, by hand').fill('2*w/3; -2*b*exp(-b^2)');
    await figure.locator('.verdict[data-verdict="pass"]').waitFor();
    expect(await figure.getByText('✓ right').count()).toBe(4);
    expect(troubles).toEqual([]);
  });

  it('has its variables found, its gradient worked out and its error measured, without a gradient', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('f', { exact: true }).fill('sin(x)*exp(y) + log(1 + z^2)');
    await figure.getByLabel('Gradient, by hand').fill('');
    await figure.getByText('No gradient is typed').waitFor();
    for (const name of ['x', 'y', 'z']) expect(await figure.getByLabel(`Value of ${name}`).count()).toBe(1);
    expect(await figure.locator('[data-verdict]').count()).toBe(0);
    await figure.getByLabel('Value of x').fill('0');
    await figure.getByLabel('Value of y').fill('0');
    // ∂/∂x sin(x) eʸ = cos 0 · e⁰ = 1
    await expect.poll(async () => (await values(figure.locator('.formula-table .gc-truth [data-value]')))[0]).toBe(1);
    await figure.getByLabel('Kind of x').selectOption('a vector of 2');
    await figure.getByText('f as it stands wants a number here, not a vector of 2.').waitFor();
    expect(troubles).toEqual([]);
  });

  it('is read as people write: other signs, LaTeX, what is left out; and says how', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('Gradient, by hand').fill('');
    const f = figure.getByLabel('f', { exact: true });
    for (const [text, x, truth] of [
      ['x² + 2x', '3', 8],
      ['\\frac{1}{2} \\sin^2(x)', 'pi/4', 0.5],
      ['np.log(x)**2/2', '1', 0],
      ['x(x+1)', '1/2', 2],
    ] as const) {
      await f.fill(text);
      await figure.getByLabel('Value of x').fill(x);
      await expect
        .poll(async () => (await values(figure.locator('.formula-table .gc-truth [data-value]')))[0])
        .toBeCloseTo(truth, 14);
    }
    await figure.getByText('read as x*(x + 1), at 1').waitFor();
    expect(troubles).toEqual([]);
  });

  it('can hold a variable fixed as data, and brings it back from a link', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('f', { exact: true }).fill('log(1 + exp(-y*z))');
    await figure.getByLabel('Gradient, by hand').fill('-y/(1 + exp(y*z))');
    await figure.getByText('the gradient has 1 of 2 components: y, z').waitFor();
    await figure.getByLabel('Kind of y').selectOption('a number, fixed');
    await figure.locator('.formula-table').getByText('✓ right').waitFor();
    expect(await figure.locator('.formula-table tbody tr').count()).toBe(1);
    // the address follows after a pause, and may still be an earlier one; the button makes it follow at once
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await figure.getByText(/Link copied|copy the address bar/).waitFor();
    const other = await site.open(`${PLAYGROUND}${new URL(page.url()).hash}`);
    const theirs = await playground(other.page);
    await theirs.locator('.formula-table').getByText('✓ right').waitFor();
    expect(await theirs.getByLabel('Kind of y').inputValue()).toBe('number data');
    expect([...troubles, ...other.troubles]).toEqual([]);
  });

  it('makes a vector longer, and takes its new elements', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('Kind of w').selectOption('a vector of 5');
    await figure.locator('.formula-table').getByText('w[4]').waitFor();
    await figure.getByLabel('Value of w').fill('1, 2, 3');
    await figure.getByText('3 numbers found where 5 are needed').waitFor();
    await figure.getByLabel('Value of w').fill('1, 2, 3, 4, 5');
    await expect
      .poll(async () => (await values(figure.locator('.formula-table .gc-analytic [data-value]')))[4])
      .toBe(10);
  });

  it('has an error under the very character, and keeps what was shown, dimmed', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    const f = figure.getByLabel('f', { exact: true });
    await f.fill('sum(w.^2)/3 + exq(b)');
    await figure.getByText('exq is not a function known here, at 15').waitFor();
    const [text, marks] = (await figure.locator('.formula-caret').innerText()).split('\n');
    expect(text.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('exq');
    expect(await f.getAttribute('aria-invalid')).toBe('true');
    expect(await figure.locator('.formula-result[data-stale]').count()).toBe(1);
    await figure.locator('.formula-caret').click();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('exq');
    await figure.getByLabel('Gradient, by hand').fill('2*w; sin()');
    await f.fill('sum(w.^2)/3 + exp(b)');
    await figure.getByText('sin needs one argument, at 6').waitFor();
    expect(troubles).toEqual([]);
  });

  it('that is heavy leaves the page free to answer: another thread checks it', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('f', { exact: true }).fill('x');
    await figure.locator('.formula-table').getByText('x', { exact: true }).waitFor();
    const heavy = Array.from({ length: 25 }, (_, i) => `sin(w[${i}]*w[${(i + 7) % 25}])`).join('+');
    const work = await workOf(page, async () => {
      await figure.getByLabel('f', { exact: true }).fill(heavy);
      await figure.locator('.formula-table').getByText('w[24]').waitFor();
    });
    // drawing 25 rows is part of it; the check itself takes hundreds of milliseconds more
    expect(work).toBeLessThan(400);
  });

  it('can be downloaded as a test, with its gradient as typed', async () => {
    const { page } = await site.open(PLAYGROUND, { acceptDownloads: true });
    const figure = await playground(page);
    const saved = page.waitForEvent('download');
    await figure.getByRole('button', { name: 'Download as a test' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('gradient.test.ts');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('2*w; -2*b*exp(-b^2)');
    expect(text).toContain('toBeGradientOf');
  });

  it('is downloaded as it was when that was asked for, and the page goes on with what is typed', async () => {
    const { page } = await site.open(PLAYGROUND, { acceptDownloads: true });
    const figure = await playground(page);
    const gradient = figure.getByLabel('Gradient, by hand');
    const saved = page.waitForEvent('download');
    await gradient.fill('2*w/3; -2*b*exp(-b^2)');
    await figure.getByRole('button', { name: 'Download as a test' }).click();
    await gradient.fill('2*w/3; -3*b*exp(-b^2)');
    expect(readFileSync(await (await saved).path(), 'utf8')).toContain('2*w/3; -2*b*exp(-b^2)');
    await figure.locator('.verdict[data-verdict="fail"]').waitFor();
    await expect.poll(() => figure.locator('.formula-result[data-stale]').count()).toBe(0);
  });

  it('can be worked by keyboard alone', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByRole('radio', { name: 'A formula' }).focus();
    for (const label of ['f', 'f, as read', 'Gradient, by hand']) {
      await page.keyboard.press('Tab');
      const named = figure.getByLabel(label, { exact: true }).first();
      expect(await named.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2*w/3; -2*b*exp(-b^2)');
    await figure.locator('.verdict[data-verdict="pass"]').waitFor();
  });
});

describe('served below another path', () => {
  it('reads formulas and runs code there', async () => {
    const { page, troubles } = await nested.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('Gradient, by hand').fill('2*w/3; -2*b*exp(-b^2)');
    await figure.locator('.verdict[data-verdict="pass"]').waitFor();
    await typescript(page);
    await pressCheck(figure);
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
    expect(troubles).toEqual([]);
  });
});
