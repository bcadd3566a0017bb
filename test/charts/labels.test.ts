import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, overlap, placeFree, spreadColumn, stackRows } from '@/charts/labels/labels.ts';

const length = (max: number) => fc.double({ min: 0, max, noNaN: true });

describe('labels over vertical lines', () => {
  it('share a row where they are apart, and take another where they are not', () => {
    const labels = [
      { at: 50, width: 40 },
      { at: 60, width: 40 },
      { at: 150, width: 40 },
    ];
    expect(stackRows(labels, 0, 200).map(({ row }) => row)).toEqual([0, 1, 0]);
  });

  it('never lie on one another', () => {
    const label = fc.record({ at: length(600), width: fc.double({ min: 1, max: 120, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const boxes = stackRows(labels, 0, 600).map(({ at, row }, index) =>
          boxOf({ x: at, y: row * 16, anchor: 'middle' }, labels[index].width, 16),
        );
        boxes.forEach((box, index) => {
          expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
        });
      }),
    );
  });
});

describe('labels in a column beside the plot', () => {
  it('stay where they wish to be when they are apart', () => {
    expect(spreadColumn([20, 60, 100], 16, 0, 120)).toEqual([20, 60, 100]);
  });

  it('are moved apart, within the column, and dropped only when there is no room', () => {
    fc.assert(
      fc.property(fc.array(length(300), { maxLength: 30 }), (wishes) => {
        const places = spreadColumn(wishes, 16, 0, 300);
        const kept = places.filter((place) => place !== null).sort((a, b) => a - b);
        expect(kept).toHaveLength(Math.min(wishes.length, Math.floor(300 / 16)));
        kept.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(8 - 1e-6);
          expect(place).toBeLessThanOrEqual(292 + 1e-6);
          if (index > 0) expect(place - kept[index - 1]).toBeGreaterThanOrEqual(16 - 1e-6);
        });
      }),
    );
  });
});

describe('labels inside the plot', () => {
  const bounds = { left: 0, right: 100, top: 0, bottom: 100 };

  it('go where they cover no point', () => {
    const label = {
      width: 20,
      candidates: [
        { x: 50, y: 20, anchor: 'middle' as const },
        { x: 50, y: 80, anchor: 'middle' as const },
      ],
    };
    expect(placeFree([label], bounds, 16, [[50, 20]])).toEqual([label.candidates[1]]);
  });

  it('are left out rather than laid on another', () => {
    const label = { width: 20, candidates: [{ x: 50, y: 20, anchor: 'middle' as const }] };
    expect(placeFree([label, label], bounds, 16)).toEqual([label.candidates[0], null]);
  });

  it('leave out one that may be left out, where a line would cross it at every place', () => {
    const label = { width: 20, candidates: [{ x: 50, y: 20, anchor: 'middle' as const }] };
    const crossed = [46, 50, 54].map((x): [number, number] => [x, 20]);
    expect(placeFree([label], bounds, 16, crossed)[0]).not.toBeNull();
    expect(placeFree([{ ...label, optional: true }], bounds, 16, crossed)).toEqual([null]);
  });
});
