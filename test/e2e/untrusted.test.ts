/** Text that somebody else wrote, brought into a page, in both browsers. */
import { deflateRawSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { inBothBrowsers } from './support/both-browsers.ts';
import { PLAYGROUND, packedLink } from './support/playground.ts';

const FIGURE = '[data-island="playground"]';
const FAILURE = '[data-island="failure"]';

/** A right pair with groups of names that a spreadsheet would run. */
const NAMED = ['=1+1', '+cmd', '-2-3', '@SUM(A1)', 'W;=1+1'];
const CODE = `export const x = {${NAMED.map((name) => `'${name}': [1, 2]`).join(', ')}};
export const loss = (p) => Object.values(p).flat().reduce((sum, v) => sum + v * v, 0);
export const gradient = (p) => Object.fromEntries(Object.entries(p).map(([name, w]) => [name, w.map((v) => 2 * v)]));
`;

const MESSAGE = `<img src=x onerror="document.title=1">
constructor
analytic,numeric
${[1.25, 2.5, -3.125, 0.71].map((v) => `${v},${-v}`).join('\n')}`;

const NEST = `{"mode": "formula", "formula": "y^2", "gradient": "", "point": {"y": ${'['.repeat(31_000)}1${']'.repeat(31_000)}}}`;

inBothBrowsers(({ page, url, troubles, text, press, has }) => {
  afterEach(() => expect(troubles.splice(0)).toEqual([]));

  it('an address with two slashes opens the page of this host, and its figure', async () => {
    await page().goto(`${url()}/${PLAYGROUND}`);
    await page().waitForSelector(`${FIGURE}[data-ready]`);
    expect(await page().$(`${FIGURE} [data-verdict]`)).not.toBeNull();
  });

  it('a link whose point is a nest of 31,000 lists is read without it', async () => {
    await page().goto('about:blank');
    await page().goto(`${url()}${PLAYGROUND}#v2=z${deflateRawSync(NEST).toString('base64url')}`);
    await page().waitForSelector(`${FIGURE}[data-ready] .playground-notice`);
    expect(await text(`${FIGURE} .playground-notice`)).toMatch(/could not be used.*point/s);
  });

  it('names that a spreadsheet would run are text in the file that a chart gives', async () => {
    await page().goto('about:blank');
    await page().goto(url() + PLAYGROUND + packedLink({ mode: 'typescript', code: CODE }));
    await page().waitForSelector(`${FIGURE}[data-ready] .playground-notice`);
    await has(FIGURE, 'Check');
    await press(FIGURE, 'Check');
    await page().waitForSelector(`${FIGURE} .check-report .gc-downloads button`);
    await page().evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        if (file instanceof Blob)
          void file.text().then((made) => document.documentElement.setAttribute('data-made', made));
        return make.call(URL, file);
      };
    });
    await page().evaluate(
      (root) => document.querySelector<HTMLElement>(`${root} .check-report [aria-label^="Download CSV"]`)?.click(),
      FIGURE,
    );
    await page().waitForSelector('[data-made]');
    const made = await page().evaluate(() => document.documentElement.getAttribute('data-made') ?? '');
    for (const name of NAMED) expect(made).toContain(name.replace(/^(?=[=+@-])|;(?==)/, "$&'"));
    const cells = made.split(/\r\n|[,;]/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell) && !Number.isFinite(Number(cell)))).toEqual([]);
  });

  it('a message of another tool is text, whatever stands in it', async () => {
    await page().goto(`${url()}tools/failure/`);
    await page().waitForSelector(`${FAILURE}[data-ready]`);
    await page().focus('.failure-box');
    await page().keyboard.down('Control');
    await page().keyboard.press('a');
    await page().keyboard.up('Control');
    await page().evaluate((message) => document.execCommand('insertText', false, message), MESSAGE);
    await page().waitForFunction(
      (root) => document.querySelector(`${root} [data-finding="sign"]`) !== null,
      {},
      FAILURE,
    );
    expect(await page().evaluate((root) => document.querySelectorAll(`${root} img`).length, FAILURE)).toBe(0);
    expect(await page().title()).not.toBe('1');
  });
});
