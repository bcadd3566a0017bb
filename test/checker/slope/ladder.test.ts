import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/checker/random.ts';
import { kinkAt } from '@/checker/slope/kink.ts';
import { descend } from '@/checker/slope/ladder.ts';
import { unsettled } from '@/checker/slope/measured-slope.ts';
import { evenly } from '@/checker/slope/precision.ts';
import { lineOf } from './kit.ts';

const TOP = 2 ** -3;
/** Rounding of values of about 1. */
const precision = evenly(2 ** -54);
const coarse = unsettled(precision);
const at1 = (f: (x: number) => number) => lineOf(f, 1, { precision });

describe('a kink at x', () => {
  it('has the slopes of its two sides, at step 0', () => {
    const slope = kinkAt(
      lineOf((x) => (x < 0 ? Math.exp(x) : 1 + 3 * x + x * x), 0, { precision }),
      2 ** -8,
    );
    expect(slope?.shape).toBe('kink');
    expect(slope?.slopes?.left).toBeCloseTo(1, 6);
    expect(slope?.slopes?.right).toBeCloseTo(3, 6);
    expect(slope?.variation).toBeCloseTo(2, 2);
  });

  it('is none where f is smooth, or bends sharply but smoothly', () => {
    expect(kinkAt(at1(Math.sin), 2 ** -8)).toBeUndefined();
    expect(
      kinkAt(
        lineOf((x) => Math.hypot(x, 2 ** -12), 0, { precision }),
        2 ** -8,
      ),
    ).toBeUndefined();
  });

  it('is none where the noise could make the gap', () => {
    for (const noise of [1e-7, 1e-6, 1e-5])
      expect(
        kinkAt(
          lineOf((x) => 3 * x, 1, { precision: evenly(noise) }),
          2 ** -2,
        ),
      ).toBeUndefined();
  });

  it('is none while the evaluations do not show it', () => {
    expect(kinkAt(lineOf(Math.abs, 0, { precision, budget: 3 }), 2 ** -8)).toBeUndefined();
  });

  it('is found by the whole ladder too, with a bar that covers both slopes', () => {
    const slope = descend(
      at1((x) => Math.sin(x) + 2 * Math.abs(x - 1)),
      TOP,
      coarse,
    );
    expect(slope.shape).toBe('kink');
    expect(Math.abs((slope.slopes?.left ?? 0) - (Math.cos(1) - 2))).toBeLessThan(slope.errorBar);
    expect(Math.abs((slope.slopes?.right ?? 0) - (Math.cos(1) + 2))).toBeLessThan(slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-5);
  });
});

describe('a jump at x', () => {
  it.each([
    ['from one side to the other', (x: number) => Math.sin(x) + (x < 1 ? 0 : 1)],
    ['to a single value', (x: number) => (x === 1 ? 5 : Math.sin(x))],
    ['to the value halfway', (x: number) => Math.sign(x - 1) + Math.sin(x)],
  ])('%s is told from a kink, for the gap widens', (_, f) => {
    expect(descend(at1(f), TOP, coarse).shape).toBe('jump');
  });
});

describe('below a place where f is not smooth', () => {
  const d = 2 ** -7 * 1.1;

  it.each([
    ['kink-nearby', (x: number) => x / 4 + 3 * Math.max(0, x - 1 - d)],
    ['jump', (x: number) => x / 4 + (x > 1 + d ? 1 : 0)],
  ] as const)('the slope is that of the shorter steps, and a %s is reported at about its distance', (kind, f) => {
    const slope = descend(at1(f), TOP, coarse);
    expect(slope.shape).toBe('smooth');
    expect(Math.abs(slope.value - 1 / 4)).toBeLessThanOrEqual(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-8);
    expect(slope.nearby?.kind).toBe(kind);
    expect(slope.nearby?.distance).toBeGreaterThanOrEqual(d);
    expect(slope.nearby?.distance).toBeLessThanOrEqual(8 * d);
  });

  it('nothing is reported where there is no such place', () => {
    expect(
      descend(
        at1((x) => x / 4),
        TOP,
        coarse,
      ).nearby,
    ).toBeUndefined();
  });
});

describe('a ladder', () => {
  it('has the slope of a smooth f within its error bar', () => {
    const slope = descend(at1(Math.exp), TOP, coarse);
    expect(Math.abs(slope.value - Math.E)).toBeLessThan(8 * slope.errorBar);
    expect(slope.errorBar).toBeLessThan(1e-8);
  });

  it('keeps the variation of the longest steps where the slope is 0', () => {
    const slope = descend(
      lineOf((x) => 1 + x ** 4, 0, { precision }),
      TOP,
      coarse,
    );
    expect(Math.abs(slope.value)).toBeLessThanOrEqual(8 * slope.errorBar);
    expect(slope.variation).toBeGreaterThan((TOP / 8) ** 3 / 2);
    expect(slope.variation).toBeLessThanOrEqual(TOP ** 3);
  });

  it('calls flat what does not move at all', () => {
    const slope = descend(
      lineOf(() => 3, 1),
      TOP,
      coarse,
    );
    expect([slope.shape, slope.value, slope.variation]).toEqual(['flat', 0, 0]);
  });

  it('has a bar that reaches a limit to which the slopes converge slowly', () => {
    const slope = descend(
      lineOf((x) => Math.sign(x) * Math.abs(x) ** 1.05 + x, 0, { precision: evenly(2 ** -44) }),
      TOP,
      coarse,
    );
    expect(slope.shape).toBe('smooth');
    expect(Math.abs(slope.value - 1)).toBeLessThan(2 * slope.errorBar);
  });

  it('has a bar that covers a slope to which the rungs converge slowly, although noise hides the last changes', () => {
    const random = seededRandom(1);
    const missed: number[] = [];
    for (let n = 0; n < 400; n++) {
      const p = 1.2 + random() / 2;
      // as rounding moves values of about 1
      const rounded = (v: number) => v + 2 ** -53 * (2 * random() - 1);
      const f = (x: number) => (x === 0 ? 0 : rounded(Math.sign(x) * Math.abs(x) ** p + x));
      const slope = descend(lineOf(f, 0, { precision }), TOP, coarse);
      // where no two rungs agree, nothing is claimed
      if (Math.abs(slope.value - 1) > 8 * slope.errorBar) missed.push(p);
    }
    expect(missed).toEqual([]);
  });

  it('leaves the slope of the long step where the noise hides all shorter ones', () => {
    expect(descend(lineOf(Math.sin, 1, { precision: evenly(1) }), TOP, coarse)).toBe(coarse);
  });

  it('says where f is no longer what it was', () => {
    let calls = 0;
    const slope = descend(
      at1((x) => x + calls++),
      TOP,
      coarse,
    );
    expect([slope.unsteady, slope.shape]).toEqual([true, 'unsettled']);
  });

  it('says where the evaluations run out, and keeps to them', () => {
    for (const budget of [0, 1, 4]) {
      const line = lineOf(Math.sin, 1, { precision, budget });
      expect(descend(line, TOP, coarse).starved).toBe(true);
      expect(line.offsets.length).toBeLessThanOrEqual(budget);
    }
  });
});
