import { describe, expect, it } from 'vitest';
import { layouts } from '@/charts/axes/layout.ts';
import { pileModel } from '@/lessons/thresholds/drawing.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { population } from '@/lessons/thresholds/population.ts';

const cases = population();
const textbook = thresholdsModel(cases, { rule: 'global', threshold: 1e-5 });
const element = thresholdsModel(cases, { rule: 'element', threshold: 1e-5 });

describe('the piles', () => {
  it.each(layouts(0.5))('place every gradient within the drawing: $name', (layout) => {
    for (const { judged } of [textbook, element]) {
      const { dots, frame } = pileModel(judged, layout, { label: '', domain: [1e-14, 1] });
      const places = dots.flatMap((group) => group.places.map((place) => ({ ...place, radius: group.radius })));
      expect(places.length).toBe(cases.length);
      for (const { x, y, radius } of places) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(layout.width);
        expect(y - radius).toBeGreaterThanOrEqual(frame.plot.top - 1);
        expect(y + radius).toBeLessThanOrEqual(frame.plot.bottom + 1);
      }
    }
  });

  it('draw mistakes larger than the verdicts that are right', () => {
    const { dots } = pileModel(textbook.judged, layouts(0.5)[0], { label: '', domain: [1e-14, 1] });
    const radii = (mistaken: boolean) => dots.filter((one) => one.mistaken === mistaken).map(({ radius }) => radius);
    expect(Math.min(...radii(true))).toBeGreaterThan(Math.max(...radii(false)));
  });

  it('put right gradients above the ground and wrong ones below', () => {
    const { dots, ground } = pileModel(textbook.judged, layouts(0.5)[0], { label: '', domain: [1e-14, 1] });
    for (const { right, places } of dots) {
      for (const { y } of places) expect(right ? y < ground : y > ground).toBe(true);
    }
  });
});
