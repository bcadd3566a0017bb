import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layouts } from '@/charts/axes/layout.ts';
import { type Kept, placeReadout, readingText, readoutSize } from '@/charts/cursor/readout.ts';

const [wide, narrow] = layouts();
const plot = (layout: typeof wide) => ({ left: 50, right: layout.width - 16, top: 24, bottom: layout.height - 44 });
const covers = (place: { x: number; y: number }, size: { width: number; height: number }, { x, y, radius }: Kept) =>
  place.x < x + radius - 1 &&
  place.x + size.width > x - radius + 1 &&
  place.y < y + radius - 1 &&
  place.y + size.height > y - radius + 1;

describe('the read-out at the cursor', () => {
  const size = fc.record({ width: fc.integer({ min: 60, max: 240 }), height: fc.integer({ min: 23, max: 103 }) });
  const layout = fc.constantFrom(wide, narrow);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const finger = fc.constantFrom(10, 40);

  it('hides neither the points that it is about nor the finger that points at them', () => {
    fc.assert(
      fc.property(
        size,
        layout,
        share,
        share,
        finger,
        fc.array(share, { maxLength: 5 }),
        (box, at, x, y, radius, ys) => {
          const { left, right, top, bottom } = plot(at);
          const px = left + x * (right - left);
          const inPlot = (part: number) => top + part * (bottom - top);
          const kept = [{ x: px, y: inPlot(y), radius }, ...ys.map((part) => ({ x: px, y: inPlot(part), radius: 8 }))];
          const place = placeReadout(box, { plot: plot(at), layout: at }, kept);
          expect(kept.filter((one) => covers(place, box, one))).toEqual([]);
          expect(place.x).toBeGreaterThanOrEqual(0);
          expect(place.x + box.width).toBeLessThanOrEqual(at.width + 1);
        },
      ),
    );
  });

  it('stands above the point, to its right, within the plot, where there is room', () => {
    const box = { width: 120, height: 55 };
    const place = placeReadout(box, { plot: plot(wide), layout: wide }, [{ x: 300, y: 200, radius: 8 }]);
    expect(place).toEqual({ x: 312, y: 200 - 12 - 55 });
    const atTheEnd = placeReadout(box, { plot: plot(wide), layout: wide }, [{ x: 620, y: 40, radius: 8 }]);
    expect(atTheEnd).toEqual({ x: 620 - 12 - 120, y: 24 });
  });

  it('writes six digits, and a power of ten as it is set elsewhere', () => {
    expect(readingText(1.3886795155014771e-11)).toBe('1.38868 × 10^{−11}');
    expect(readingText(0)).toBe('0');
    expect(readingText('W1[2][0]')).toBe('W1[2][0]');
  });

  it('is as high as it has values', () => {
    const values = [
      { key: ' x', label: '*h*', value: 1e-5 },
      { key: 'a', label: 'central', value: Number.NaN },
    ];
    const [one, two] = [readoutSize(values.slice(0, 1)), readoutSize(values)];
    expect(two.height - one.height).toBe(16);
    expect(two.width).toBeGreaterThanOrEqual(one.width);
  });
});
