import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import type { Problem } from '@/lessons/directions/problem.ts';
import { search } from '@/lessons/directions/search.ts';
import { fields, problemOf } from '@/lessons/directions/state.ts';
import { redrawTime } from './support/redraw.ts';
import { atRest, island, useSite } from './support/site.ts';

const site = useSite();
const deep = useSite('/some/sub/');
const ADDRESS = 'practice/at-scale/';

const open = async (query = '', options = {}, from = site) => {
  const opened = await from.open(`${ADDRESS}${query}`, { reducedMotion: 'reduce' as const, ...options });
  return { ...opened, figure: await island(opened.page, 'directions') };
};

/** Verdict and evaluations as the page shows them, and how many parts are drawn. */
const shown = async (figure: Locator) => ({
  verdict: await figure.locator('.directions-verdict [data-verdict]').getAttribute('data-verdict'),
  evaluations: await figure.locator('[data-check="directions"] [data-value]').first().getAttribute('data-value'),
  named: (await figure.locator('.directions-verdict').innerText()).match(/x\[\d+\]/g) ?? [],
  comparisons: (await figure.locator('.directions-step').innerText()).match(/\d+/)?.[0],
});
const expected = (change: Partial<Problem> = {}) => {
  const { verdict, evaluations, named, steps } = search({ ...problemOf(initialState(fields)), ...change });
  return {
    verdict: verdict as string,
    evaluations: String(evaluations),
    named: named.map(({ name }) => name),
    comparisons: String(steps.length),
  };
};
const status = (figure: Locator) => figure.locator('.directions-verdict').getAttribute('data-status');
const box = (figure: Locator, name: string) => figure.getByLabel(name, { exact: true });
const wrongOf = (page: Page) => page.getByLabel('Wrong elements', { exact: true }).inputValue();
const bar = (figure: Locator) => figure.locator('.directions-bar').locator('visible=true');

describe('the search among many elements', () => {
  it('shows its result, every comparison and the costs, before any script and after', async () => {
    const { page, context } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="directions"]');
    expect(await shown(figure)).toEqual(expected());
    expect(await figure.locator('.gc-table').first().locator('tbody tr').count()).toBe(Number(expected().comparisons));
    expect(await figure.getByText('not run yet').count()).toBe(2);
    await context.close();
    const awake = await open();
    expect(await shown(awake.figure)).toEqual(expected());
    expect(awake.troubles).toEqual([]);
  });

  it('takes every digit that is typed, while its sliders set round numbers', async () => {
    const { page, figure } = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await figure.getByLabel('Number of elements n, as a number').fill('12345');
    await figure.getByLabel('Error, as a share of the element, as a number').fill('0.125');
    // the link holds the state of this moment, although the address may lag behind
    await figure.getByRole('button', { name: 'Copy link' }).click();
    await figure.getByText('Link copied.').waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.searchParams.get('directions.n')).toBe('12345');
    expect(link.searchParams.get('directions.share')).toBe('0.125');
    expect(await figure.getByLabel('Number of elements n, as a number').inputValue()).toBe('12345');
    await figure.getByLabel('Number of elements n', { exact: true }).press('ArrowRight');
    expect(await figure.getByLabel('Number of elements n, as a number').inputValue()).toMatch(/^1[34]000$/);
  });

  it('measures both checks here, in a worker', async () => {
    const { figure, troubles } = await open('?directions.n=2000&directions.wrong=7');
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('ended');
    expect(await shown(figure)).toEqual(expected({ n: 2000, wrong: [7] }));
    const times = await figure
      .locator('[data-how]')
      .evaluateAll((all) =>
        all.map((one) => [(one as HTMLElement).dataset['how'], Number((one as HTMLElement).dataset['seconds']) > 0]),
      );
    expect(times).toEqual([
      ['measured', true],
      ['measured', true],
    ]);
    expect(troubles).toEqual([]);
  });

  it('runs under a deep path, where the worker is found as well', async () => {
    const { figure, troubles } = await open('?directions.n=500&directions.wrong=7', {}, deep);
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('ended');
    expect(await shown(figure)).toEqual(expected({ n: 500, wrong: [7] }));
    expect(troubles).toEqual([]);
  });

  it('predicts the time of the textbook check where it is not run, and says so', async () => {
    const { figure } = await open('?directions.n=20000&directions.wrong=7');
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('ended');
    const time = figure.locator('[data-check="textbook"] [data-how]');
    expect(await time.getAttribute('data-how')).toBe('predicted');
    expect(await time.innerText()).toContain('predicted');
    expect(await figure.locator('[data-check="textbook"] [data-value]').first().getAttribute('data-value')).toBe(
      '40000',
    );
  });

  it('plants an element where the bar is clicked, and moves one that is dragged', async () => {
    const { page, figure } = await open('?directions.n=1000&directions.wrong=100');
    await bar(figure).scrollIntoViewIfNeeded();
    const place = (await bar(figure).boundingBox())!;
    const y = place.y + place.height / 2;
    await page.mouse.click(place.x + place.width * 0.75, y);
    await expect.poll(() => wrongOf(page)).toMatch(/^100, 7[45]\d$/);
    await page.mouse.move(place.x + place.width * 0.1005, y);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width * 0.3, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => wrongOf(page)).toMatch(/^(29|30)\d, 7[45]\d$/);
    const wrong = (await wrongOf(page)).split(', ').map(Number);
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 1000, wrong }));
  });

  it('answers to the keyboard alone', async () => {
    const { page, figure } = await open('?directions.n=1000&directions.wrong=100');
    await figure.getByRole('slider', { name: 'Wrong element 1' }).locator('visible=true').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => wrongOf(page)).toBe('105');
    await figure.getByRole('button', { name: 'Plant another' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await wrongOf(page)).split(', ').length).toBe(2);
    const wrong = (await wrongOf(page)).split(', ').map(Number);
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 1000, wrong }));
    await figure.getByRole('slider', { name: 'Comparison' }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => figure.locator('.gc-wide .directions-part').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => figure.locator('.gc-wide .directions-part').count()).toBe(1);
    await box(figure, 'Wrong elements').fill('');
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 1000, wrong: [] }));
  });

  it('says what is no index, and which element does not exist', async () => {
    const { figure } = await open();
    await box(figure, 'Wrong elements').fill('27,x');
    expect(await figure.getByRole('alert').innerText()).toContain('“x” is no index');
    await box(figure, 'Wrong elements').fill('10000');
    expect(await figure.getByRole('alert').innerText()).toContain('x[10000] does not exist');
  });

  it('can be stopped in the middle of a million, and concludes nothing then', async () => {
    const { page, figure } = await open('?directions.n=1000000&directions.wrong=271828');
    const counted = async () => Number((await figure.locator('.gc-table').first().locator('tbody tr').count()) > 0);
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('searching');
    await expect.poll(counted, { timeout: 30_000 }).toBe(1);
    await figure.getByRole('button', { name: 'Stop' }).click();
    expect(await status(figure)).toBe('stopped');
    expect(await figure.locator('.directions-verdict [data-verdict]').count()).toBe(0);
    const before = await figure.locator('.directions-verdict').innerText();
    // no worker is left that could answer
    await expect.poll(() => page.workers().length).toBe(0);
    await atRest(page);
    expect(await figure.locator('.directions-verdict').innerText()).toBe(before);
    // It can be started again, with something smaller.
    await box(figure, 'Number of elements n, as a number').fill('100');
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 100, wrong: [27] }));
  });

  it('drops the answers to what is no longer asked', async () => {
    const { page, figure } = await open('?directions.n=1000000&directions.wrong=271828');
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('searching');
    await box(figure, 'Number of elements n, as a number').fill('200');
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 200, wrong: [54] }));
    // the worker that searched the million elements has been ended
    await expect.poll(() => page.workers().length).toBeLessThanOrEqual(1);
    await atRest(page);
    expect(await shown(figure)).toEqual(expected({ n: 200, wrong: [54] }));
  });

  it('shows one comparison after the other where motion is welcome, and all at once where it is not', async () => {
    const drawn = async (reducedMotion: 'reduce' | 'no-preference') => {
      const { page, context, figure } = await open('', { reducedMotion });
      const counts = await page.evaluate(async () => {
        const figure = document.querySelector('[data-island="directions"]')!;
        const parts = () => figure.querySelectorAll('.gc-wide .directions-part').length;
        const button = [...figure.querySelectorAll('button')].find(({ textContent }) => textContent === 'Play')!;
        const slider = figure.querySelector<HTMLInputElement>('.directions-scrub input')!;
        const seen = new Set<number>();
        const observer = new MutationObserver(() => seen.add(parts()));
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        button.click();
        do await new Promise((done) => setTimeout(done));
        while (slider.value !== slider.max);
        observer.disconnect();
        return [...seen.add(parts())];
      });
      await expect(figure.count()).resolves.toBe(1);
      await context.close();
      return counts;
    };
    expect((await drawn('reduce')).length).toBe(1);
    expect((await drawn('no-preference')).length).toBeGreaterThan(5);
  });

  it('fits 320 px, and plants where it is touched', async () => {
    const { page, figure } = await open('?directions.n=1000&directions.wrong=100', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await bar(figure).scrollIntoViewIfNeeded();
    const place = (await bar(figure).boundingBox())!;
    await page.touchscreen.tap(place.x + place.width * 0.6, place.y + place.height / 2);
    await expect.poll(() => wrongOf(page)).toMatch(/^100, (59|60)\d$/);
    const wrong = (await wrongOf(page)).split(', ').map(Number);
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected({ n: 1000, wrong }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('is set by its URL, and by Reset to where it began', async () => {
    const { page, figure } = await open('?directions.n=300&directions.wrong=7, 8&directions.share=0.01');
    await expect
      .poll(() => shown(figure), { timeout: 30_000 })
      .toEqual(expected({ n: 300, wrong: [7, 8], share: 0.01 }));
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => shown(figure), { timeout: 30_000 }).toEqual(expected());
    await page.waitForFunction(() => location.search === '');
  });

  it.each([320, 1280])('keeps its height while it runs and after: %i px', async (width) => {
    const { figure } = await open('', { viewport: { width, height: 900 }, ownFonts: true });
    const height = async () => (await figure.boundingBox())!.height;
    const before = await height();
    await box(figure, 'Number of elements n, as a number').fill('3000');
    expect(await height()).toBe(before);
    await expect.poll(() => status(figure), { timeout: 30_000 }).toBe('ended');
    expect(await height()).toBe(before);
    await box(figure, 'Error, as a share of the element, as a number').fill('1e-10');
    await expect.poll(async () => (await shown(figure)).verdict, { timeout: 30_000 }).toBe('pass');
    expect(await height()).toBe(before);
  });

  it.each(['light', 'dark'] as const)(
    'tells parts that agree from those that do not in the %s theme',
    async (scheme) => {
      const { figure } = await open('', { colorScheme: scheme });
      const colour = (agrees: boolean) =>
        figure
          .locator(`.gc-wide .directions-part[data-agrees="${agrees}"]`)
          .first()
          .evaluate((part) => getComputedStyle(part).stroke);
      expect(await colour(true)).not.toBe(await colour(false));
    },
  );

  it('moves the grip within a frame while it is dragged', async () => {
    const { page, figure } = await open();
    await figure.getByRole('slider', { name: 'Wrong element 1' }).locator('visible=true').focus();
    expect(await redrawTime(page)).toBeLessThan(16);
  });
});
