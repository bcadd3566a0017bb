import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useSite } from './support/site.ts';

const site = useSite();

/** A page of another site, at another origin, with a figure in a frame that follows the figure's height. */
let host: Server;
const SCRIPT = `addEventListener('message', ({ data, source }) => {
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source && data.type === 'gradient-checking:height') frame.height = data.height;
});`;
beforeAll(() => {
  host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<iframe width="600" height="50" src="${site.url()}embed/step-size/?step-size.h=1e-9&theme=dark"></iframe><script>${SCRIPT}</script>`,
    );
  }).listen(0, '127.0.0.1');
});
afterAll(() => host.close());

describe('a figure in a page of somebody else’s', () => {
  it('is awake, as its address says, and the frame grows to its height', async () => {
    const page = await site.browser().newPage();
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await frame.locator('[data-island="step-size"][data-ready]').waitFor();
    expect(await frame.getByRole('textbox', { name: 'Step h, as a number' }).inputValue()).toBe('1e-9');
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.waitForFunction(() => Number(document.querySelector('iframe')?.height) > 300);
    const [height, needed] = [
      Number(await page.locator('iframe').getAttribute('height')),
      await frame.locator('body').evaluate(({ ownerDocument }) => ownerDocument.body.offsetHeight),
    ];
    expect(height).toBe(needed);
  });

  it('is copied as a frame that shows it as it is set', async () => {
    const { page, troubles } = await site.open('method/choosing-h/?step-size.h=1e-9', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const figure = page.locator('#figure-step-size[data-ready]');
    await figure.getByRole('button', { name: 'Embed' }).click();
    await figure.getByText('Frame copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^<iframe [^>]*title="The error of a numerical gradient, by step"/);
    const [, address] = copied.match(/src="([^"]+)"/) as RegExpMatchArray;
    expect(address.replaceAll('&amp;', '&')).toBe(`${site.url()}embed/step-size/?step-size.h=1e-9`);
    await page.goto(address);
    await page.locator('[data-island="step-size"][data-ready]').waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('a page taken along', () => {
  it('is copied as Markdown', async () => {
    const { page } = await site.open('practice/layers/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# A layer on its own\n/);
  });
});
