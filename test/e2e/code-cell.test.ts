import { describe, expect, it } from 'vitest';
import { CELL, CELL_PAGE, openCell, PROGRAM, programOf, runAndStop, runInCell, setCode } from './support/cell.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();

const PRINTED = /^PASS {2}relative error \d\.\d\de-1\d$/;

describe('a code cell of a chapter', () => {
  it('has its real output in the HTML before any script', async () => {
    const { page } = await site.open(CELL_PAGE, { javaScriptEnabled: false });
    const cell = page.locator(PROGRAM).first();
    expect((await cell.locator('[data-output]').innerText()).trim()).toMatch(PRINTED);
    expect(await cell.getByRole('button').count()).toBe(0);
  });

  it('prints in the page what it printed when the site was built', async () => {
    const { page, troubles } = await site.open(CELL_PAGE);
    const cell = await programOf(page);
    const output = cell.locator('[data-output]');
    const built = await output.innerText();
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByRole('status').getByText('PASS').waitFor({ state: 'attached' });
    expect(await output.innerText()).toBe(built);
    expect(troubles).toEqual([]);
  });

  it('takes a hundred keys one after the other without losing or repeating any', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(cell, '');
    const typed = `console.log("${'abcdefghij'.repeat(9)}");`;
    await page.keyboard.type(typed);
    expect(await cell.locator('.cm-content').innerText()).toBe(typed);
    await page.keyboard.press('Control+Enter');
    await cell.locator('[data-output]').getByText('abcdefghij'.repeat(9)).waitFor();
  });

  it('goes back to the code and output it came with', async () => {
    const { page } = await site.open(CELL_PAGE);
    expect(await runInCell(page, 'console.log(6 * 7);')).toBe('42');
    const cell = await openCell(page);
    await cell.getByRole('button', { name: 'Reset' }).click();
    expect(await cell.locator('[data-output]').innerText()).toMatch(PRINTED);
    expect(await cell.locator('.cm-content').innerText()).toContain('numericalGradient');
    expect(await cell.getByRole('button', { name: 'Reset' }).isDisabled()).toBe(true);
  });

  it('says at which line a program failed, and marks it', async () => {
    const { page } = await site.open(CELL_PAGE);
    const output = await runInCell(page, 'const a: number = 1;\nconst b = [];\nconsole.log(a);\nb.missing.more();\n');
    expect(output).toContain('1');
    expect(output).toMatch(/Line 4: TypeError/);
    const cell = await openCell(page);
    expect(await cell.locator('.cm-error-line').innerText()).toBe('b.missing.more();');
    expect(await runInCell(page, 'let x = 1;\nlet y = ;\n')).toMatch(/Line 2: /);
  });

  it('ends an endless loop at the deadline, and the page goes on', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(cell, 'while (true) {}');
    const started = Date.now();
    await cell.getByRole('button', { name: 'Run' }).click();
    // the page answers while the program hangs
    expect(await page.evaluate(() => document.title)).toContain('gradient checker');
    await cell.getByText('Stopped at the time limit').first().waitFor();
    expect(Date.now() - started).toBeGreaterThan(1900);
    expect(await runInCell(page, 'console.log("still here");')).toBe('still here');
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('stops at once when asked', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(cell, 'console.log("started");\nawait new Promise(() => {});');
    await runAndStop(cell);
    // at its deadline it would say so
    await cell.getByText('Stopped.', { exact: true }).first().waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('shows characters that cannot be seen, and counts lines as the editor does', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await setCode(
      cell,
      "const side = 'left\u202e'; // a\u2028\nconst zero\u200b = `\u2029`;\nthrow new Error('here\u2066');",
    );
    const marks = cell.locator('.cm-hidden-character');
    expect(await marks.allInnerTexts()).toEqual(['\\u202e', '\\u2028', '\\u200b', '\\u2029', '\\u2066']);
    await setCode(
      cell,
      "const side = 'left\u202e'; // a\u2028\nconst zero = `\u2029`;\nthrow new Error('here\u2066');",
    );
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByText('Line 3: Error: here\\u2066').first().waitFor();
    expect(await cell.locator('.cm-line').count()).toBe(3);
    expect(await cell.locator('.cm-line').nth(2).getAttribute('class')).toContain('cm-error-line');
  });

  it('shows TypeScript first, and either language with its output, also before any script', async () => {
    const { page } = await site.open(CELL_PAGE, { javaScriptEnabled: false });
    const cell = page.locator(CELL).first();
    expect(await cell.getByRole('radio', { name: 'TypeScript' }).isChecked()).toBe(true);
    await cell.getByText('NumPy', { exact: true }).click();
    expect(await page.locator(PROGRAM).first().isVisible()).toBe(false);
    const numpy = cell.locator('[data-program="python"]');
    expect(await numpy.locator('pre').innerText()).toContain('import numpy as np');
    expect((await numpy.locator('[data-output]').innerText()).trim()).toMatch(PRINTED);
  });

  it('keeps showing the reader’s choice of language while the other runs', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await island(page, 'code-cell');
    await cell.getByRole('button', { name: 'Run' }).click();
    await cell.getByText('NumPy', { exact: true }).click();
    await (await programOf(page)).locator('[role="status"]').getByText('PASS').waitFor({ state: 'attached' });
    expect(await cell.getByRole('radio', { name: 'NumPy' }).isChecked()).toBe(true);
    expect(await (await programOf(page, 'python')).locator('pre').isVisible()).toBe(true);
    expect(await cell.locator('pre:visible').count()).toBe(1);
  });

  it('runs, edits and resets its NumPy, which fetches Python at the first Run and not before', async () => {
    const { page, troubles } = await site.open(CELL_PAGE);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await (await island(page, 'code-cell')).getByText('NumPy', { exact: true }).click();
    const numpy = await programOf(page, 'python');
    const output = numpy.locator('[data-output]');
    const built = await output.innerText();
    const ended = (text: string) =>
      numpy.getByRole('status').getByText(text).waitFor({ state: 'attached', timeout: 30_000 });
    await numpy.getByText(/^The first Run fetches Python with NumPy from this site, \d\.\d MB/).waitFor();
    await numpy.getByRole('button', { name: 'Edit' }).click();
    await numpy.locator('.cm-content').waitFor();
    expect(asked.filter((url) => url.endsWith('.bin'))).toEqual([]);
    await numpy.getByRole('button', { name: 'Run' }).click();
    await ended('PASS');
    expect(await output.innerText()).toBe(built);
    await setCode(numpy, 'import numpy as np\nprint(np.arange(4).sum())\nnp.ones(2) @ np.ones(3)');
    await page.keyboard.press('Control+Enter');
    await ended('Line 3: ValueError: matmul');
    expect(await output.innerText()).toMatch(/^6\n/);
    expect(await numpy.locator('.cm-error-line').innerText()).toContain('np.ones(3)');
    await numpy.getByRole('button', { name: 'Reset' }).click();
    expect(await output.innerText()).toBe(built);
    expect(await numpy.locator('.cm-content').innerText()).toContain('numerical_gradient');
    expect(asked.filter((url) => url.endsWith('.bin'))).toHaveLength(1);
    expect(troubles).toEqual([]);
  });

  it('can be left by keyboard: Escape, then Tab', async () => {
    const { page } = await site.open(CELL_PAGE);
    const cell = await openCell(page);
    await cell.locator('.cm-content').focus();
    await page.keyboard.press('Tab');
    expect(await cell.locator('.cm-content').evaluate((it) => it.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await cell.locator('.cm-content').evaluate((it) => it.contains(document.activeElement))).toBe(false);
  });
});
