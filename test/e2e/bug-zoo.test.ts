import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { explainFinding, titleOf } from '@/checker/words/wording.ts';
import { families, plantedBugs } from '@/examples/programs/index.ts';
import { initialState } from '@/input/url-state.ts';
import { bugNamed, check, shortName, zooModel } from '@/lessons/bug-zoo/model.ts';
import { fields, NO_BUG } from '@/lessons/bug-zoo/state.ts';
import { decisive } from '@/lessons/report/diagnosis.ts';
import { shiftWithin } from './support/layout-shift.ts';
import { atRest, island, useSite } from './support/site.ts';

const site = useSite();
const ADDRESS = 'misleads/reading-a-failure/';
const initial = initialState(fields);

const open = async (query = '', options = {}) => {
  const opened = await site.open(`${ADDRESS}${query}`, options);
  return { ...opened, figure: await island(opened.page, 'bug-zoo') };
};

const familyNamed = (id: string) => families.find((family) => family.id === id) ?? families[0];

/** The page as a reader sees it, and the checker in Node on the same gradient, must say the same. */
async function shows(figure: Locator, familyId: string, name: string) {
  const family = familyNamed(familyId);
  const bug = bugNamed(family, name);
  const report = check(family, bug);
  await expect
    .poll(() => figure.locator('.zoo-planted .island-title').textContent())
    .toBe(bug?.title ?? 'Nothing planted');
  expect(await figure.locator('.verdict').getAttribute('data-verdict')).toBe(report.verdict);
  const shown = await figure.locator('.program-line').allTextContents();
  const program = zooModel(family, bug).program.flatMap(({ code, mend }) =>
    mend === undefined ? [code] : [`wrong: ${code}`, `right: ${mend}`],
  );
  expect(shown).toEqual(program);
  const [first] = decisive(report);
  if (first === undefined) return;
  const said = figure.locator('.diagnosis-finding').first();
  expect(await said.getAttribute('data-finding')).toBe(first.kind);
  expect(await said.textContent()).toContain(explainFinding(first));
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const marks = (figure: Locator) => figure.locator('svg.gc-drawing >> visible=true').locator('.gc-series');

describe('the bug zoo', () => {
  it('is complete before any script: chart, table, diagnosis, and the line that mends it', async () => {
    const { page } = await site.open(ADDRESS, { javaScriptEnabled: false });
    const figure = page.locator('[data-island="bug-zoo"]');
    await shows(figure, initial.family, initial.bug);
    expect(await marks(figure).count()).toBeGreaterThan(0);
    await figure.getByText('Data', { exact: true }).click();
    const { elements } = zooModel(families[0], families[0].bugs[0]);
    expect(await figure.locator('.gc-table tbody tr').count()).toBe(elements.length);
  });

  it('moves nothing when it wakes', async () => {
    const { page, troubles } = await open();
    expect(await shiftWithin(page, 'bug-zoo')).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('shows the diagnosis of each family’s bugs as the checker gives it, and links it to the list of bugs', async () => {
    const { figure, troubles } = await open();
    for (const family of families) {
      await figure.getByLabel('Family').selectOption(family.id);
      await shows(figure, family.id, 'first');
      const last = family.bugs[family.bugs.length - 1];
      await figure.getByLabel('Planted bug').selectOption(shortName(last));
      await shows(figure, family.id, shortName(last));
      const [{ kind }] = decisive(check(family, last));
      const link = await figure.locator('.diagnosis-finding a').first().getAttribute('href');
      expect(link).toMatch(new RegExp(`/tools/bugs/#${kind}$`));
    }
    await figure.getByLabel('Planted bug').selectOption(NO_BUG);
    await shows(figure, families[families.length - 1].id, NO_BUG);
    expect(troubles).toEqual([]);
  });

  it('asks before it tells, and keeps the score', async () => {
    const { page, figure } = await open();
    let right = 0;
    for (let asked = 1; asked <= 3; asked++) {
      await figure.getByRole('button', { name: /Guess first|Draw another/ }).click();
      const question = figure.locator('.zoo-question');
      await question.getByRole('button', { disabled: false }).nth(3).waitFor();
      expect(await figure.locator('[data-verdict]').count()).toBe(0);
      expect(await figure.locator('.program-line.removed').count()).toBe(0);
      expect(await page.evaluate(() => location.search)).not.toContain('unseen');
      await question.getByRole('button').first().click();
      const answered = await question.getAttribute('data-answered');
      if (answered === 'right') right++;
      expect(await figure.locator('[data-score]').textContent()).toBe(`${right} of ${asked} right`);
      // What is revealed is a bug of the zoo, with its true name.
      const title = await figure.locator('.zoo-planted .island-title').textContent();
      const told = await figure.locator('.diagnosis-finding').first().getAttribute('data-finding');
      const family = await figure.getByLabel('Family').inputValue();
      const bug = plantedBugs.find((one) => one.title === title && one.family === family);
      expect(told).toBe(bug?.kind);
      if (bug && answered === 'wrong') expect(await question.textContent()).toContain(titleOf(bug.kind));
    }
  });

  it('keeps a choice that was made while an unseen bug was on its way', async () => {
    const { page, figure } = await open();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/_astro/engine.*.js*', async (route) => {
      await released;
      await route.continue();
    });
    await figure.getByRole('button', { name: /Guess first/ }).click();
    await figure.getByLabel('Planted bug').selectOption(NO_BUG);
    release();
    await shows(figure, initial.family, NO_BUG);
    // drawing fetches the whole zoo, choosing one family of it
    await page.waitForLoadState('networkidle');
    await atRest(page);
    await shows(figure, initial.family, NO_BUG);
    expect(await figure.locator('.zoo-question').count()).toBe(0);
  });

  it('answers to the keyboard alone', async () => {
    const { page, figure } = await open();
    await figure.getByLabel('Family').focus();
    await page.keyboard.type('Soft');
    await shows(figure, 'softmax-regression', 'first');
    await figure.getByLabel('Planted bug').focus();
    await page.keyboard.press('ArrowDown');
    await shows(figure, 'softmax-regression', 'decay-forgotten');
    await figure.getByRole('radio', { name: 'scatter' }).focus();
    await page.keyboard.press('ArrowRight');
    await figure.getByText('Analytic / numeric, element by element').waitFor();
    await figure.getByRole('button', { name: /Guess first/ }).focus();
    await page.keyboard.press('Enter');
    await figure.locator('.zoo-question button').first().focus();
    await page.keyboard.press('Space');
    await figure.locator('.zoo-question[data-answered]').waitFor();
  });

  it('reads an element by pointer, with its name and both gradients', async () => {
    const { page, figure } = await open();
    const { elements } = zooModel(families[0], families[0].bugs[0]);
    const reader = figure.locator('.gc-reader >> visible=true');
    const box = (await reader.boundingBox())!;
    await page.mouse.move(box.x + box.width - 30, box.y + 10);
    // the bias has the largest slope of all, so it stands in the upper right corner
    const largest = elements.reduce((a, b) => (b.numeric > a.numeric ? b : a));
    await expect
      .poll(() => figure.locator('.gc-readout').allTextContents())
      .toContainEqual(expect.stringContaining(largest.name));
  });

  it('fits 320 px and answers to a finger, in every view', async () => {
    const { page, figure } = await open('', {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    for (const view of ['ratio', 'residual', 'residual by x', 'scatter']) {
      await figure.getByText(view, { exact: true }).tap();
      expect(await figure.getByRole('radio', { name: view, exact: true }).isChecked()).toBe(true);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    await figure.getByRole('button', { name: /Guess first/ }).tap();
    await figure.locator('.zoo-question button').first().tap();
    await figure.locator('.zoo-question[data-answered]').waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('is set by its URL, writes it, and goes back by Reset to where it began', async () => {
    const { page, figure } = await open('?bug-zoo.family=two-layer-network&bug-zoo.bug=reshaped&bug-zoo.view=error');
    await shows(figure, 'two-layer-network', 'reshaped');
    expect(await figure.getByRole('radio', { name: 'residual', exact: true }).isChecked()).toBe(true);
    await figure.getByLabel('Planted bug').selectOption('bias-detached');
    await page.waitForFunction(() => location.search.includes('bug-zoo.bug=bias-detached'));
    await figure.getByRole('button', { name: 'Reset' }).click();
    await shows(figure, initial.family, initial.bug);
    await page.waitForFunction(() => location.search === '');
  });

  it('refuses what the URL may not ask for', async () => {
    const { figure } = await open('?bug-zoo.family=evil&bug-zoo.bug=%3Cscript%3E&bug-zoo.view=none');
    await shows(figure, initial.family, initial.bug);
  });

  it.each(['light', 'dark'] as const)(
    'marks wrong and right line by sign and colour in the %s theme',
    async (colorScheme) => {
      const { figure } = await open('', { colorScheme });
      const look = (kind: string) =>
        figure.locator(`.program-line.${kind}`).evaluate((line) => ({
          sign: getComputedStyle(line, '::before').content,
          colour: getComputedStyle(line).color,
        }));
      const [wrong, right] = [await look('removed'), await look('added')];
      expect(wrong.sign).toContain('−');
      expect(right.sign).toContain('+');
      expect(wrong.colour).not.toBe(right.colour);
    },
  );
});
