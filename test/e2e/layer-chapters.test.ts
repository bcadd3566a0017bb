import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { titleOf } from '@/checker/index.ts';
import { initialState } from '@/input/url-state.ts';
import { fields as cotangentFields, cotangentModel } from '@/lessons/layers/cotangent.ts';
import { errorAt, WAYS } from '@/lessons/second/steps.ts';
import { slopeText, taylorOf } from '@/lessons/taylor/model.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();
/** A figure is no taller than this on a page of 1280 × 800, so that its paragraph is seen with it. */
const TALLEST = 420;

async function open(chapter: string) {
  const opened = await site.open(`practice/${chapter}/`, { viewport: { width: 1280, height: 800 }, ownFonts: true });
  return { ...opened, figure: (name: string) => island(opened.page, name) };
}
const height = async (figure: Locator) => (await figure.boundingBox())?.height;
const radio = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true });
const verdict = (figure: Locator) => figure.locator('.verdict').getAttribute('data-verdict');

describe('the figures of “A layer on its own”', () => {
  it('set v and see the bug, choose a bug and see both its ends', async () => {
    const { figure, troubles } = await open('layers');
    const cotangent = await figure('cotangent');
    expect(await height(cotangent)).toBeLessThanOrEqual(TALLEST);
    expect(await cotangent.locator('[data-seen]').getAttribute('data-seen')).toBe('0');
    await radio(cotangent, 'random').check();
    const { seen } = cotangentModel({ ...initialState(cotangentFields), v: 'random' });
    await cotangent.locator(`[data-seen="${seen.filter(Boolean).length}"]`).waitFor();

    const ends = await figure('layer-ends');
    expect(await height(ends)).toBeLessThanOrEqual(TALLEST);
    await ends.getByLabel('Layer and bug').selectOption('linear/bias-not-summed');
    await ends.getByText(titleOf('broadcast-not-summed')).waitFor();
    expect(await ends.locator('th[data-verdict="fail"]').allInnerTexts()).toEqual(['b', 'y']);
    expect(troubles).toEqual([]);
  });
});

describe('the figures of “Tests without a threshold”', () => {
  it('plant an error that bends a line, and hold a pair to its layer', async () => {
    const { figure, troubles } = await open('without-threshold');
    const taylor = await figure('taylor');
    expect(await height(taylor)).toBeLessThanOrEqual(TALLEST);
    expect(await verdict(taylor)).toBe('pass');
    await radio(taylor, 'the gradient').check();
    await taylor.locator('.verdict[data-verdict="fail"]').waitFor();
    const [, first] = taylorOf({ planted: 'gradient', size: 0.01 }).slopes;
    expect(await taylor.locator('.verdict').innerText()).toContain(slopeText(first));

    const pair = await figure('dot-product');
    expect(await height(pair)).toBeLessThanOrEqual(TALLEST);
    expect(await verdict(pair)).toBe('pass');
    await radio(pair, 'Δt forgotten in both').check();
    await radio(pair, 'to F as well').check();
    await pair.getByText('Neither belongs to F.').first().waitFor();
    expect(await verdict(pair)).toBe('fail');
    expect(troubles).toEqual([]);
  });
});

describe('the figures of “Solvers and constraints”', () => {
  it('let the solver run longer, and move out of a surface or along it', async () => {
    const { figure, troubles } = await open('constraints');
    const solver = await figure('solver');
    expect(await height(solver)).toBeLessThanOrEqual(TALLEST);
    await solver.getByText('fixed point: fail').waitFor();
    await radio(solver, '1e−12').check();
    await solver.getByText('fixed point: pass').waitFor();

    const surface = await figure('surface');
    const verdicts = () =>
      surface.locator('.verdict').evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['verdict']));
    expect(await verdicts()).toEqual(['pass', 'pass']);
    await radio(surface, 'its part in the surface').check();
    await expect.poll(verdicts).toEqual(['fail', 'pass']);
    expect(troubles).toEqual([]);
  });
});

describe('the figures of “Second derivatives”', () => {
  it('take another step, and another Hessian', async () => {
    const { figure, troubles } = await open('second-derivatives');
    const steps = await figure('second-steps');
    expect(await height(steps)).toBeLessThanOrEqual(TALLEST);
    const h = steps.getByLabel('Step h, as a number');
    await h.fill('0.01');
    await h.press('Enter');
    const error = async () => Number(await steps.locator('p [data-value]').first().getAttribute('data-value'));
    await expect.poll(async () => (await error()) / errorAt(WAYS[0], 0.01)).toBeCloseTo(1, 1);

    const hessian = await figure('hessian');
    expect(await height(hessian)).toBeLessThanOrEqual(TALLEST);
    expect(await verdict(hessian)).toBe('fail');
    await radio(hessian, 'right').check();
    await hessian.locator('.verdict[data-verdict="pass"]').waitFor();
    expect(troubles).toEqual([]);
  });
});
