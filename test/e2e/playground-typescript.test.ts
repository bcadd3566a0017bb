import { describe, expect, it } from 'vitest';
import { titleOf } from '@/checker/words/wording.ts';
import { TEMPLATES } from '@/lessons/playground/templates.ts';
import { violations } from './support/axe.ts';
import { setCode } from './support/cell.ts';
import { check, PLAYGROUND, playground, pressCheck, typescript } from './support/playground.ts';
import { atWidth, inTheme, useSite } from './support/site.ts';

const site = useSite();
const network = TEMPLATES.find(({ id }) => id === 'two-layer-network')!.code;

describe('TypeScript in the playground', () => {
  it('leads from a pasted network with a wrong bias gradient to its group and its bug in one click', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    // db2 averaged over the batch a second time
    const own = network.replace('addTo(b2, delta);', 'addTo(b2, delta.map((d) => d / sizes.n));');
    expect(own).not.toBe(network);
    await setCode(figure, own);
    await figure.getByRole('button', { name: 'Check' }).click();
    await figure.locator('.verdict[data-verdict="fail"]').waitFor();
    const finding = figure.locator('[data-finding]').first();
    expect(await finding.innerText()).toContain(titleOf('missing-mean'));
    expect(await finding.innerText()).toContain('b2');
    expect(await finding.getByRole('link').getAttribute('href')).toMatch(/tools\/bugs\/#missing-mean$/);
    const verdicts = await figure
      .locator('[data-group]')
      .evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-group'), row.getAttribute('data-verdict')]));
    expect(verdicts).toEqual([
      ['W1', 'pass'],
      ['b1', 'pass'],
      ['W2', 'pass'],
      ['b2', 'fail'],
    ]);
    expect(await figure.getByRole('region', { name: 'Elements of the gradient' }).innerText()).toContain('b2[0]');
    expect(troubles).toEqual([]);
  });

  it('names the bias that a pasted layer does not sum over the batch, in one click', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    // nothing is exported: only the names show which function is which
    const own = `const x = { h: [[0.2, 1.1], [1.4, -0.3], [-0.7, 0.8]], W: [[0.6, -0.4], [0.3, 0.9]], b: [0.1, -0.5] };
const forward = ({ h, W, b }) => h.map((row) => W.map((w, j) => w[0] * row[0] + w[1] * row[1] + b[j]));
const vjp = ({ h, W }, v) => ({
  h: v.map((d) => [0, 1].map((k) => d[0] * W[0][k] + d[1] * W[1][k])),
  W: W.map((w, j) => w.map((_, k) => v.reduce((sum, d, i) => sum + d[j] * h[i][k], 0))),
  b: v,
});`;
    await setCode(figure, own);
    await figure.getByRole('button', { name: 'Check' }).click();
    const finding = figure.locator('[data-finding]').first();
    await finding.waitFor();
    expect(await finding.innerText()).toContain(titleOf('broadcast-not-summed'));
    const verdicts = await figure
      .locator('[data-group]')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-group')} ${row.getAttribute('data-verdict')}`),
      );
    expect(verdicts).toEqual(['h pass', 'W pass', 'b fail', 'y fail']);
    expect(troubles).toEqual([]);
  });

  it('passes each template as it stands, by Ctrl+Enter', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    for (const { id, code } of TEMPLATES) {
      await figure.getByLabel('Start from').selectOption(id);
      await expect.poll(() => figure.locator('.cm-content').innerText()).toContain(code.split('\n')[0]);
      await figure.locator('.cm-content').press('Control+Enter');
      await figure.locator('.check-said [data-verdict="pass"]').waitFor();
      await expect.poll(() => figure.getByText('The code has changed').count()).toBe(0);
    }
    expect(troubles).toEqual([]);
  });

  it('has no accessibility violation with a report open, in both themes and widths', async () => {
    const { page } = await site.open(PLAYGROUND, { viewport: { width: 1280, height: 800 } });
    const figure = await typescript(page);
    await check(figure, `console.log('a');\n${network.replace('addTo(b1, back);', '')}`);
    await figure.locator('.verdict[data-verdict="fail"]').waitFor();
    for (const width of [1280, 320]) {
      await atWidth(page, width);
      for (const theme of ['light', 'dark'] as const) {
        await inTheme(page, theme);
        expect(await violations(page, {}, '[data-island="playground"]')).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  it('says at which line it failed, marks it, and goes there', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await check(
      figure,
      'export const x = [1];\nexport const loss = (x: number[]) => {\n  return missing(x);\n};\nexport const gradient = (x: number[]) => x;',
    );
    await figure.getByRole('alert').getByText('missing is not defined').waitFor();
    expect(await figure.locator('.cm-error-line').innerText()).toContain('missing(x)');
    await figure.getByRole('button', { name: 'Line 3' }).click();
    await page.keyboard.type('// ');
    expect(await figure.locator('.cm-content').innerText()).toContain('//   return missing(x);');
    await check(figure, 'export const loss = (x: number) => x;');
    await figure.getByRole('alert').getByText('exports no “gradient”').waitFor();
  });

  it('says beside Check that it failed, and where, without scrolling', async () => {
    const { page } = await site.open(PLAYGROUND, { viewport: { width: 1280, height: 800 } });
    const figure = await typescript(page);
    await check(figure, 'const x = 1;\nlet y = ;\n');
    const said = figure.getByText('✗ Error, line 2');
    await said.waitFor();
    const [button, error] = [
      await figure.getByRole('button', { name: 'Check' }).boundingBox(),
      await said.boundingBox(),
    ];
    expect(Math.abs((button?.y ?? 0) - (error?.y ?? 1e9))).toBeLessThan(60);
  });

  it('takes a loss, a gradient and a point that are not exported, and exports by CommonJS', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    const bare = 'function loss(x) { return x[0] ** 2; }\nconst gradient = (x) => [2 * x[0]];\nconst x = [3];';
    for (const code of [bare, `${bare.replace('loss', 'f')}\nmodule.exports = { loss: f };`]) {
      await check(figure, code);
      await figure.locator('.check-said [data-verdict="pass"]').waitFor();
      expect(await figure.locator('.cm-content').innerText()).toBe(code);
    }
  });

  it('offers what may be meant, and takes it in one click', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    const code = 'const f = (w: number[]) => w[0] ** 2;\nconst df = (w: number[]) => [3 * w[0]];\nconst w0 = [3];';
    await check(figure, code);
    await figure.getByRole('alert').getByText('exports no “loss”').waitFor();
    await figure.getByRole('button', { name: 'Use f as loss, df as gradient and w0 as x' }).click();
    await figure.locator('.check-said [data-verdict="fail"]').waitFor();
    expect(await figure.locator('.cm-content').innerText()).toContain('export { f as loss, df as gradient, w0 as x };');
    await check(figure, 'def loss(w):\n    return (w ** 2).mean()');
    await figure.getByText('This looks like Python').waitFor();
  });

  it('shows no error in red beside a verdict that passes', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await check(
      figure,
      `export const x = [1, 2];
export const loss = (x: number[]) => {
  if (x[0] > 1) throw new Error('out of range');
  return x[0] * x[1];
};
export const gradient = (x: number[]) => [x[1], x[0]];`,
    );
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
    await figure.getByRole('alert').getByText('The check did without it').waitFor();
    expect(await figure.locator('.field-error, .cm-error-line').count()).toBe(0);
  });

  it('is ended at its deadline, and sooner by Stop; the page goes on', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await check(figure, 'for (;;) {}');
    await figure.getByRole('alert').getByText('Stopped at the time limit: the code at the top level').waitFor();
    const pair = 'export const x = 1;\nexport const loss = (x: number) => x * x;\n';
    await check(figure, `${pair}export const gradient = (x: number) => { for (;;) x++; };`);
    await figure.getByRole('alert').getByText('a call of gradient (number 1) had not returned').waitFor();
    await figure.getByLabel('Time limit').selectOption('60 s');
    const slow = 'const end = Date.now() + 2500;\nwhile (Date.now() < end);\n';
    await check(figure, `${slow}${pair}export const gradient = (x: number) => 2 * x;`);
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
    await setCode(figure, 'for (;;) {} // again');
    await figure.getByRole('button', { name: 'Check' }).click();
    await figure.getByRole('progressbar').waitFor();
    await figure.getByRole('button', { name: 'Stop' }).click();
    await figure.getByText('Stopped.', { exact: true }).waitFor();
    await check(figure, network);
    await figure.locator('.check-said [data-verdict="pass"]').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('says so where the browser has ended the sandbox', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await figure.getByLabel('Time limit').selectOption('30 s');
    await setCode(figure, 'await new Promise(() => {});');
    await figure.getByRole('button', { name: 'Check' }).click();
    // a frame whose process is gone is as silent as one that was taken away
    await page.locator('iframe').evaluate((frame) => setTimeout(() => frame.remove(), 300));
    await figure.getByText('Ended by the browser').waitFor({ timeout: 15_000 });
  });

  it('checks a hundred thousand elements along directions, and names the wrong one', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await figure.getByLabel('Time limit').selectOption('60 s');
    await check(
      figure,
      `const n = 100_000;
export const x = { w: Float64Array.from({ length: n }, (_, i) => 1 + (i % 8) / 8) };
export const loss = ({ w }: { w: Float64Array }) => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += w[i] * w[i];
  return sum / 2;
};
export const gradient = ({ w }: { w: Float64Array }) => ({ w: w.map((v, i) => (i === 54_321 ? 2 * v : v)) });`,
    );
    await figure.locator('.verdict[data-verdict="fail"]').waitFor();
    expect(await figure.getByRole('region', { name: 'Elements of the gradient' }).innerText()).toContain('w[54321]');
    expect(await figure.locator('.check-report').innerText()).toContain('100000 elements along');
  });

  it('shows HTML in names, in the console and in errors as text', async () => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    const html = '<img src=x onerror="window.escaped=1"><b>bold</b>';
    await check(
      figure,
      `const name = ${JSON.stringify(html)};
console.log(name);
export const x = { [name]: [1, 2] };
export const loss = (x: any) => x[name][0] * x[name][1];
export const gradient = (x: any) => ({ [name]: [x[name][1], 3 * x[name][0]] });`,
    );
    await figure.locator('.verdict[data-verdict="fail"]').waitFor();
    expect(await figure.locator('.check-report').innerText()).toContain(html);
    expect(await figure.locator('[data-output]').innerText()).toBe(html);
    await check(figure, `throw new Error(${JSON.stringify(html)});`);
    await figure.getByRole('alert').getByText('<b>bold</b>').waitFor();
    expect(await figure.locator('img, b b').count()).toBe(0);
    expect(await page.evaluate(() => 'escaped' in window)).toBe(false);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['a gradient of ten million elements', 'gradient = () => new Array(1e7).fill(1)', /shape|time limit/i],
    ['a name of a million characters', 'gradient = (x: any) => x; export const y = 1', /characters/],
    ['a loss that returns a string of a million characters', 'gradient = (x: any) => x', /loss|number/i],
  ])('bounds a huge result: %s', async (what, gradient, says) => {
    const { page, troubles } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    const x = what.includes('name') ? "{ ['w'.repeat(1e6)]: 1 }" : '[1, 2]';
    const loss = what.includes('string') ? "() => 'x'.repeat(1e6) as any" : '() => 1';
    await check(figure, `export const x: any = ${x};\nexport const loss = ${loss};\nexport const ${gradient};`);
    const said = await figure.locator('.playground-mode:not([hidden])').innerText();
    expect(said).toMatch(says);
    expect(said.length).toBeLessThan(20_000);
    expect(troubles).toEqual([]);
  });

  it('keeps what was typed when a template takes its place', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await setCode(figure, '// my own');
    await figure.getByLabel('Start from').selectOption('empty');
    await figure.getByRole('button', { name: 'Bring back mine' }).click();
    await expect.poll(() => figure.locator('.cm-content').innerText()).toBe('// my own');
  });

  it('keeps what was typed over a reload, another mode, and a step back in the middle of a run', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    await setCode(figure, 'for (;;) {} // my own');
    await figure.getByRole('button', { name: 'Check' }).click();
    await page.locator('iframe').waitFor({ state: 'attached' });
    await page.goto(`${site.url()}method/choosing-h/`);
    await page.goBack();
    await playground(page);
    const again = page.locator('[data-island="playground"]');
    await again.locator('.cm-content').waitFor();
    expect(await again.locator('.cm-content').innerText()).toBe('for (;;) {} // my own');
    expect(await page.locator('iframe').count()).toBe(0);
    await again.getByText('A formula').click();
    await again.getByText('TypeScript', { exact: true }).click();
    expect(await again.locator('.cm-content').innerText()).toBe('for (;;) {} // my own');
    await again.getByRole('button', { name: 'Reset' }).click();
    await again.getByRole('button', { name: 'Bring back mine' }).click();
    await expect.poll(() => again.locator('.cm-content').innerText()).toBe('for (;;) {} // my own');
    await pressCheck(again);
  });
});
