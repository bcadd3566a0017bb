/** The slope of an output that is read from the calls of F that were made for another one. */
import { describe, expect, it } from 'vitest';
import { columnAt, type Ground, lineIn } from '@/checker/layers/column.ts';
import { memoryOf, openOutputs } from '@/checker/layers/outputs.ts';
import { unitCotangent, viewOf } from '@/checker/layers/view.ts';
import { readSlope } from '@/checker/layers/walk.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { FIRST_STEP, slopeAlong } from '@/checker/slope/slope.ts';

const X = 0.7;

interface Asked {
  /** The second output; the first is a sine, whose steps it may share. */
  readonly of: (x: number) => number;
  readonly claimed: number;
  /** How far it moves when x moves by its scale. */
  readonly span?: number;
  /** x = unit times X. */
  readonly unit?: number;
  readonly budget?: number;
}

/** How the second output is judged along x, and the calls of F that this takes. */
function read({ of, claimed, span = 1, unit = 1, budget = 1000 }: Asked) {
  const { layout, values } = layoutOf([unit * X]);
  const opened = openOutputs<number[]>(
    ([x]) => [Math.sin(x / unit), of(x / unit)],
    [...values],
    values,
    1000,
    undefined,
  );
  const { outputs } = opened;
  const memory = memoryOf(opened, values);
  const sight = { outputs, memory, inputs: layout, values, scales: values, seed: 1 };
  const view = (k: number, slope: number) =>
    viewOf(sight, unitCotangent(2, k), {
      analytic: Float64Array.of(slope / unit),
      wobble: Float64Array.of(0),
      floor: 2 ** -24,
    });
  const [first, second] = [view(0, Math.cos(X)), view(1, claimed)];
  const ground: Ground = { outputs, layout, values, scales: values, reaches: values };
  let allowed = outputs.calls + 1000;
  const column = columnAt(ground, 0, layout.blocks[0], () => allowed);
  slopeAlong(lineIn(column, ground, first), FIRST_STEP * values[0]);
  // a short step, by which a noisy output can be confirmed
  for (const side of [1, -1]) column.at(side * unit * 2 ** -17);
  const before = outputs.calls;
  allowed = before + budget;
  const judged = readSlope(ground, column, second, column.steps[0], span);
  return { ...judged, calls: outputs.calls - before, known: before };
}

describe('the slope of another output', () => {
  it.each([
    ['an exponential', Math.exp, Math.exp(X)],
    ['a large one', (x: number) => 1e6 * Math.exp(x), 1e6 * Math.exp(X)],
    ['a line', (x: number) => 3 * x, 3],
  ])('takes no call where it is as smooth, and right: %s', (_, of, claimed) => {
    for (const unit of [2 ** -9, 1, 2 ** 12]) {
      const { calls, wrong, difference, tolerance } = read({ of, claimed, unit });
      expect([calls, wrong]).toEqual([0, false]);
      expect(difference).toBeLessThanOrEqual(tolerance);
    }
  });

  it('takes no call where it stands still, as is claimed', () => {
    expect(read({ of: () => 3, claimed: 0 })).toMatchObject({
      calls: 0,
      wrong: false,
      slope: { shape: 'flat', value: 0 },
    });
    // another claim may be told by further calls
    expect(read({ of: () => 3, claimed: 1 })).toMatchObject({ wrong: true });
    const moves = read({ of: (x) => x / 8, claimed: 0 });
    expect([moves.wrong, moves.slope.value]).toEqual([true, 0.125]);
  });

  it('is wrong where it is, by the same calls', () => {
    const { calls, wrong, difference } = read({ of: Math.exp, claimed: 1.1 * Math.exp(X) });
    expect([calls, wrong]).toEqual([0, true]);
    expect(difference).toBeCloseTo(0.1 * Math.exp(X), 9);
  });

  it('takes calls of its own where the steps of the other are too long for it', () => {
    const waves = (x: number) => Math.sin(3000 * x);
    const { calls, wrong, difference, tolerance } = read({ of: waves, claimed: 3000 * Math.cos(3000 * X), span: 3000 });
    expect(calls).toBeGreaterThan(0);
    expect(wrong).toBe(false);
    expect(difference).toBeLessThanOrEqual(tolerance);
    expect(tolerance).toBeLessThan(1);
  });

  it('takes calls of its own at a kink, and beside one', () => {
    const at = read({ of: (x) => Math.abs(x - X), claimed: 0 });
    expect([at.slope.shape, at.wrong]).toEqual(['kink', false]);
    expect(at.calls).toBeGreaterThan(0);
    const beside = read({ of: (x) => Math.max(0, x - X - 1e-4) + x, claimed: 1 });
    expect([beside.wrong, beside.slope.value]).toEqual([false, expect.closeTo(1, 8)]);
    expect(beside.calls).toBeGreaterThan(0);
  });

  it.each([
    // known to 3 % of its size
    ['a slope', 6e-7, 1, 0],
    ['a slope', 1e-6, 1, 8],
    // or, where that is more, to a thousandth of what the output moves in all
    ['a slope', 1e-6, 30, 8],
    ['a slope', 1e-6, 100, 0],
    ['a slope', 1e-5, 300, 8],
    ['a slope', 1e-5, 1000, 0],
    // but to no more than its size
    ['a slope', 1e-4, 1e6, 4],
    // of a slope of 0, to a thousandth of the slopes on both sides, or a millionth of what the output moves in all
    ['a slope of 0', 1e-11, 1, 0],
    ['a slope of 0', 1e-10, 1, 4],
    ['a slope of 0', 1e-10, 10, 0],
    ['a slope of 0', 1e-9, 10, 4],
    ['a slope of 0', 1e-9, 100, 0],
    ['a slope of 0', 1e-8, 100, 8],
    ['a slope of 0', 1e-8, 1000, 0],
  ])(
    '%s takes calls where it is not known four times as well as a pass needs: noise %d, span %d',
    (kind, noise, span, calls) => {
      const smooth = kind === 'a slope' ? Math.exp : (x: number) => Math.cos(3 * (x - X));
      const of = (x: number) => smooth(x) + noise * Math.sin(2 ** 70 * x);
      const claimed = kind === 'a slope' ? Math.exp(X) : 0;
      for (const unit of [2 ** -9, 1, 2 ** 12]) {
        const found = read({ of, claimed, span, unit });
        expect(found.wrong).toBe(false);
        expect(found.calls > 0).toBe(calls > 0);
        expect(found.calls).toBeLessThanOrEqual(1.5 * calls);
      }
    },
  );

  it('is unknown where no calls are left to make it out', () => {
    const waves = { of: (x: number) => Math.sin(3000 * x), claimed: 3000 * Math.cos(3000 * X), span: 3000 };
    const starved = read({ ...waves, budget: 5 });
    expect([starved.slope.shape, starved.slope.starved]).toEqual(['unsettled', true]);
    expect(starved.calls).toBeLessThanOrEqual(5);
    const { calls } = read({ ...waves, budget: 6 });
    expect([calls > 0, calls <= 6]).toEqual([true, true]);
    expect(read({ of: Math.exp, claimed: Math.exp(X), budget: 0 }).slope.shape).toBe('smooth');
  });
});
