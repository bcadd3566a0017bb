import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { setCode } from './support/cell.ts';
import { link, PLAYGROUND, playground, pressCheck, typescript } from './support/playground.ts';
import { atRest, useSite } from './support/site.ts';

const site = useSite();

describe('a link to the playground', () => {
  it('brings back formula, gradient and point', async () => {
    const { page } = await site.open(PLAYGROUND, { permissions: ['clipboard-write', 'clipboard-read'] });
    const figure = await playground(page);
    await figure.getByLabel('f', { exact: true }).fill('x*y^2');
    await figure.getByLabel('Gradient, by hand').fill('y^2; x*y');
    await figure.getByLabel('Value of y').fill('3');
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await figure.getByText('Link copied.').waitFor();
    const other = await site.open(`${PLAYGROUND}${new URL(page.url()).hash}`);
    const theirs = await playground(other.page);
    await expect.poll(() => theirs.getByLabel('f', { exact: true }).inputValue()).toBe('x*y^2');
    await expect.poll(() => theirs.getByLabel('Gradient, by hand').inputValue()).toBe('y^2; x*y');
    await theirs.locator('.formula-table tr[data-verdict="fail"]').getByText('y', { exact: true }).waitFor();
    expect(await theirs.getByLabel('Value of y').inputValue()).toBe('3');
    expect(other.troubles).toEqual([]);
  });

  it('of version 1 opens, with its elements counted from 0', async () => {
    const state = { mode: 'formula', formula: 'w[1]^2 + 3*w[2]', gradient: '2*w[1]; 3', point: { w: [2, 1] } };
    const fragment = `#v1=j${Buffer.from(JSON.stringify(state)).toString('base64url')}`;
    const { page, troubles } = await site.open(`${PLAYGROUND}${fragment}`);
    const figure = await playground(page);
    await expect.poll(() => figure.getByLabel('f', { exact: true }).inputValue()).toBe('w[0]^2 + 3*w[1]');
    await figure.locator('.formula-table').getByText('w[1]').waitFor();
    await expect.poll(() => figure.getByText('✓ right').count()).toBe(2);
    expect(troubles).toEqual([]);
  });

  it('brings back code and time limit, and runs nothing until Check is pressed', async () => {
    const { page } = await site.open(PLAYGROUND, { permissions: ['clipboard-read', 'clipboard-write'] });
    const figure = await typescript(page);
    const code =
      "console.log('it runs');\nexport const x = 2;\nexport const loss = (x: number) => x * x;\nexport const gradient = (x: number) => 2 * x;";
    await setCode(figure, code);
    await figure.getByLabel('Time limit').selectOption('10 s');
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await figure.getByText('Link copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    let sandboxes = 0;
    const other = await site.open(`${PLAYGROUND}${new URL(copied).hash}`, {}, async (blank) => {
      blank.on('frameattached', () => {
        sandboxes += 1;
      });
    });
    const theirs = await playground(other.page);
    await theirs.locator('.cm-content').waitFor();
    expect(await theirs.locator('.cm-content').innerText()).toBe(code);
    expect(await theirs.getByLabel('Time limit').inputValue()).toBe('10000');
    await theirs.getByText('it runs when you press Check, not before').waitFor();
    await atRest(other.page);
    expect(sandboxes).toBe(0);
    expect(await theirs.locator('[data-output], [data-verdict]').count()).toBe(0);
    await pressCheck(theirs);
    expect(await theirs.locator('[data-output]').innerText()).toBe('it runs');
    expect(other.troubles).toEqual([]);
  });

  it.each([
    ['cut short', `${link({ mode: 'formula', formula: 'x^2' }).slice(0, 20)}`, /damaged/],
    ['of another version', '#v7=jAAAA', /another version/],
    ['of noise', '#v2=z////', /damaged/],
    [
      'of a bomb',
      `#v2=z${deflateRawSync(Buffer.alloc(5_000_000, 32)).toString('base64url')}`,
      /more than a playground/,
    ],
    ['that is not an object', `#v2=j${Buffer.from('[1]').toString('base64url')}`, /damaged/],
  ])('%s says so and shows the example', async (_, fragment, says) => {
    const { page, troubles } = await site.open(`${PLAYGROUND}${fragment}`);
    const figure = await playground(page);
    await figure.getByRole('status').getByText(says).waitFor();
    expect(await figure.getByLabel('f', { exact: true }).inputValue()).toContain('sum(w.^2)/3');
    expect(troubles).toEqual([]);
  });

  it('with hostile fields is used as far as it can be, and says what could not', async () => {
    const fragment = link({
      mode: 'formula',
      formula: '<img src=x onerror="window.escaped=1">',
      gradient: 7,
      point: { __proto__: 1, constructor: [1], x: [Number.MAX_VALUE], '<b>': 1 },
      deadline: 1e12,
      precision: 'float16',
    });
    const { page, troubles } = await site.open(`${PLAYGROUND}${fragment}`);
    const figure = await playground(page);
    await figure.getByText(/could not be used and is as in the example: .*gradient/).waitFor();
    await figure.locator('.field-error').first().waitFor();
    expect(await figure.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'escaped' in window || 'polluted' in {})).toBe(false);
    expect(troubles).toEqual([]);
  });

  it('keeps what the reader had before it was opened', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    await figure.getByLabel('f', { exact: true }).fill('x^3');
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      link({ mode: 'formula', formula: 'y^4', gradient: '' }),
    );
    await expect.poll(() => figure.getByLabel('f', { exact: true }).inputValue()).toBe('y^4');
    await figure.getByRole('button', { name: 'Bring back mine' }).click();
    expect(await figure.getByLabel('f', { exact: true }).inputValue()).toBe('x^3');
  });

  it('keeps the reader’s own also under a second link, over a page load, until it is let go', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await playground(page);
    const f = figure.getByLabel('f', { exact: true });
    await f.fill('x^3');
    // the draft follows the keys a moment later
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('#v2=');
    for (const formula of ['y^4', 'z^5']) {
      await page.goto('about:blank');
      await page.goto(`${site.url()}${PLAYGROUND}${link({ mode: 'formula', formula, gradient: '' })}`);
      await expect.poll(() => f.inputValue()).toBe(formula);
      await expect.poll(() => page.evaluate(() => sessionStorage.getItem('playground-draft'))).toContain(formula);
    }
    await figure.getByRole('button', { name: 'Bring back mine' }).click();
    expect(await f.inputValue()).toBe('x^3');
    expect(await figure.getByRole('button', { name: 'Let it go' }).count()).toBe(0);
  });

  it('that would be too long is not made, and that is said', async () => {
    const { page } = await site.open(PLAYGROUND);
    const figure = await typescript(page);
    let seed = 1;
    const noise = Array.from({ length: 12_000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(33 + (seed % 90));
    }).join('');
    await setCode(figure, `// ${noise}`);
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await figure.getByText(/The link would have \d+ characters/).waitFor();
  });
});
