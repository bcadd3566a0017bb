import { describe, expect, it } from 'vitest';
import { isFull, partsOf, type Setting } from '@/checker/layers/setting.ts';
import { layoutOf } from '@/checker/point/layout.ts';

/** The outputs of a layer of so many inputs. */
const settingOf = (y: Parameters<typeof layoutOf>[0], inputs = 10, full?: boolean): Setting<unknown> => {
  const { layout, values } = layoutOf(y);
  return {
    opened: { layout, first: values },
    values: new Float64Array(inputs),
    options: { full },
  } as unknown as Setting<unknown>;
};
const outputs = (count: number) => new Float64Array(count).fill(1);

describe('each output is compared', () => {
  const isEach = (count: number, inputs: number) => isFull(settingOf(outputs(count), inputs));

  it('up to 64 of them, whatever the number of inputs', () => {
    expect([isEach(64, 1_000_000), isEach(65, 1_000_000)]).toEqual([true, false]);
  });

  it('up to 256 of them, as long as the entries are no more than 40,000', () => {
    expect([isEach(256, 156), isEach(256, 157), isEach(257, 1)]).toEqual([true, false, false]);
  });

  it('or is not, as was asked for', () => {
    expect(isFull(settingOf(outputs(2), 2, false))).toBe(false);
    expect(isFull(settingOf(outputs(1000), 1000, true))).toBe(true);
  });

  it('but for those that are not finite', () => {
    const setting = settingOf([1, 2, 3]);
    setting.opened.first[1] = Number.NaN;
    expect(partsOf(setting, outputs(3), true).map((v) => [...v])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
  });
});

describe('where they are too many', () => {
  const mixture = Float64Array.of(0.5, -1, 0.25, 2);

  it('each of their groups is a mixture of its own', () => {
    const parts = partsOf(settingOf({ mean: [1, 2], spread: [3], rest: [4] }), mixture, false);
    expect(parts.map((v) => [...v])).toEqual([
      [0.5, -1, 0, 0],
      [0, 0, 0.25, 0],
      [0, 0, 0, 2],
    ]);
  });

  it('a group that the mixture leaves out has none', () => {
    const parts = partsOf(settingOf({ mean: [1, 2], spread: [3, 4] }), Float64Array.of(0.5, -1, 0, 0), false);
    expect(parts.map((v) => [...v])).toEqual([[0.5, -1, 0, 0]]);
  });

  it('one group has no parts, and neither have more than sixteen', () => {
    const groups = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, k) => [`y${k}`, [1]]));
    const parts = (count: number) => partsOf(settingOf(groups(count)), outputs(count), false).length;
    expect([parts(1), parts(2), parts(16), parts(17)]).toEqual([0, 2, 16, 0]);
  });
});
