import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { fields as arrowFields, arrowsOf, tipAfterKey } from '@/lessons/gradient-checker/arrows.ts';
import { ordersOf } from '@/lessons/secant/orders.ts';
import { sidesOf } from '@/lessons/secant/sides.ts';
import { stairsOf } from '@/lessons/secant/stairs.ts';
import { floorOf } from '@/lessons/step-size/floor.ts';
import { curvesOf, readingsOf } from '@/lessons/step-size/model.ts';
import { fields as stepFields } from '@/lessons/step-size/state.ts';
import { island, useSite } from './support/site.ts';

const site = useSite();

const values = (figure: Locator, of: string) =>
  figure
    .locator(`${of}[data-value], ${of} [data-value]`)
    .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset['value'])));
const set = (figure: Locator, label: string, to: string) => figure.getByLabel(`${label}, as a number`).fill(to);

describe('the small figures beside their sentences', () => {
  it('compare sides, orders and digits at the step that is set', async () => {
    const { page, troubles } = await site.open('method/numerical-differentiation/');
    const sides = await island(page, 'sides');
    await set(sides, 'Step h', '0.25');
    const { forward, central, gain } = sidesOf(0.25);
    await expect.poll(() => values(sides, 'p')).toEqual([forward.error, central.error, gain]);

    const orders = await island(page, 'orders');
    await set(orders, 'Step h', '0.2');
    await expect.poll(() => values(orders, 'p')).toEqual(ordersOf(0.2).map((order) => order.gain));

    const stairs = await island(page, 'stairs');
    await set(stairs, 'Step h', '1e-8');
    const digits = stairsOf(1e-8).values;
    await expect.poll(() => values(stairs, 'dd')).toEqual(digits.map(({ value }) => value));
    expect(await stairs.locator('s').first().innerText()).toBe(digits[0].digits.text.slice(0, digits[0].digits.same));
    expect(troubles).toEqual([]);
  });

  it('divide the distance of two arrows by their lengths, wherever keys and pointer take the tips', async () => {
    const { page, troubles } = await site.open('method/gradient-checker/');
    const figure = await island(page, 'arrows');
    const first = initialState(arrowFields);
    const shown = (model: ReturnType<typeof arrowsOf>) => [model.lengths.distance, model.bySum, model.byLarger];
    expect(await values(figure, 'dd')).toEqual(shown(arrowsOf(first)));

    const tip = figure.getByRole('slider', { name: 'Analytic gradient' });
    await tip.focus();
    await page.keyboard.press('ArrowLeft');
    const [ax, ay] = tipAfterKey([first.ax, first.ay], 'ArrowLeft', false)!;
    await expect.poll(() => values(figure, 'dd')).toEqual(shown(arrowsOf({ ...first, ax, ay })));

    const grip = async (name: string) =>
      (await figure.getByRole('slider', { name }).locator('.gc-grip').boundingBox())!;
    const [from, to] = [await grip('Analytic gradient'), await grip('Numeric gradient')];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => values(figure, 'dd')).toEqual([0, 0, 0]);
    await figure.locator('[data-verdict="pass"]').waitFor();

    await page.getByRole('link', { name: 'wrong sign' }).first().click();
    await set(figure, 'Size of the gradients', '1e-14');
    const opposite = { ...first, ax: -0.4, ay: -0.3, nx: 0.4, ny: 0.3, unit: 1e-14 };
    await expect.poll(() => values(figure, 'dd')).toEqual(shown(arrowsOf(opposite)));
    expect(arrowsOf(opposite).passes).toBe(true);
    await set(figure, 'Floor in the denominator', '1e-16');
    await figure.locator('[data-verdict="fail"]').waitFor();
    expect(troubles).toEqual([]);
  });

  it('lift the floor with the noise of f, and move the valley with the scheme', async () => {
    const { page, troubles } = await site.open('method/choosing-h/');
    const floor = await island(page, 'floor');
    await set(floor, 'κ: how many roundings', '1000');
    const { best, error } = floorOf(1000);
    await expect.poll(() => values(floor, 'p')).toEqual([best, error]);

    const valleys = await island(page, 'valleys');
    await valleys.getByText('forward', { exact: true }).first().click();
    const curves = curvesOf({ ...initialState(stepFields), scheme: 'forward' });
    const [here] = readingsOf(curves, stepFields.h.initial);
    await expect.poll(() => values(valleys, 'p')).toEqual([here.error, here.truncation, here.roundOff]);
    expect(troubles).toEqual([]);
  });
});
