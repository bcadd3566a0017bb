import { describe, expect, it } from 'vitest';
import { island, useSite } from './support/site.ts';

const site = useSite();

describe('an exercise', () => {
  it('disproves a wrong gradient with a point and a wrong program in words, accepts the right ones, and remembers them', async () => {
    const { page, troubles } = await site.open('method/numerical-differentiation/');
    const exercise = await island(page, 'exercise');
    await exercise.getByLabel(/derivatives/).fill('2*x*y; x^2 + y^2');
    await exercise.getByRole('button', { name: 'Check' }).click();
    const verdict = exercise.locator('[data-verdict]');
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('fail');
    const [x, y, numeric, analytic] = await verdict
      .locator('[data-value]')
      .evaluateAll((all) => all.map((each) => Number((each as HTMLElement).dataset['value'])));
    expect(numeric).toBeCloseTo(x * x + 3 * y * y, 6);
    expect(analytic).toBeCloseTo(x * x + y * y, 12);

    await exercise.getByLabel(/derivatives/).fill('2*x*y; x^2 + 3*y^2');
    await page.keyboard.press('Enter');
    await exercise.locator('[data-verdict="pass"]').waitFor();
    const mark = page.locator('.sidebar-content a[aria-current="page"] .exercise-mark');
    expect(await mark.textContent()).toBe('1/3');

    const program = page.locator('[data-island="exercise"]').nth(2);
    await program.scrollIntoViewIfNeeded();
    await program.getByRole('button', { name: 'Check' }).click();
    await program.getByText(/Its error falls with the power .* of h/).waitFor();
    await program
      .getByLabel('Your code')
      .fill('const slope = (f, x, h) => (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h);');
    await program.getByRole('button', { name: 'Check' }).click();
    await program.locator('[data-verdict="pass"]').waitFor();
    await expect.poll(() => mark.textContent()).toBe('2/3');

    await page.goto(`${site.url()}misleads/thresholds/`);
    // the script that marks the side bar is fetched once it is known that there is something to mark
    await expect.poll(() => page.locator('.exercise-mark').allTextContents()).toEqual(['2/3']);
    await page.goto(`${site.url()}method/numerical-differentiation/`);
    const again = await island(page, 'exercise');
    expect(await again.locator('.exercise-done').textContent()).toBe('Solved');
    await again.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => page.locator('.exercise-mark').allTextContents()).toEqual(['1/3']);
    expect(troubles).toEqual([]);
  });

  it('is answered by keyboard alone where a line is to be chosen, at 320 px', async () => {
    const { page, troubles } = await site.open('misleads/reading-a-failure/', {
      viewport: { width: 320, height: 800 },
    });
    const exercise = await island(page, 'exercise');
    await exercise.getByLabel(/^Line 1:/).focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await exercise.locator('[data-verdict="pass"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(troubles).toEqual([]);
  });

  it('is marked as solved, and as reset, in the reader’s other tabs as well', async () => {
    const { page, context } = await site.open('method/numerical-differentiation/');
    const other = await context.newPage();
    await other.goto(page.url());
    const there = await island(other, 'exercise');
    const exercise = await island(page, 'exercise');
    await exercise.getByLabel(/derivatives/).fill('2*x*y; x^2 + 3*y^2');
    await page.keyboard.press('Enter');
    await there.getByText('Solved', { exact: true }).waitFor();
    await there.getByRole('button', { name: 'Reset' }).click();
    await exercise.getByText('Not solved yet').waitFor();
  });

  it('says that its grader did not load, and grades at the next try', async () => {
    const { page } = await site.open('method/numerical-differentiation/');
    await page.route('**/_astro/exercise.worker*', (route) => route.abort());
    const exercise = await island(page, 'exercise');
    await exercise.getByLabel(/derivatives/).fill('2*x*y; x^2 + 3*y^2');
    await page.keyboard.press('Enter');
    await exercise.getByRole('alert').getByText('could not be loaded').waitFor();
    expect(await exercise.locator('[data-verdict]').count()).toBe(0);
    await page.unroute('**/_astro/exercise.worker*');
    await exercise.getByRole('button', { name: 'Try again' }).click();
    await exercise.locator('[data-verdict="pass"]').waitFor();
  });

  it('lives where nothing can be kept', async () => {
    const { page, troubles } = await site.open('method/choosing-h/');
    await page.evaluate(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      });
    });
    const exercise = await island(page, 'exercise');
    await exercise.getByLabel('The step h').fill('1e-8');
    await exercise.getByRole('button', { name: 'Check' }).click();
    await exercise.locator('[data-verdict="pass"]').waitFor();
    expect(troubles).toEqual([]);
  });
});
