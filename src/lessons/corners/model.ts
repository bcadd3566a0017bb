/** A corner as it is drawn: the function, and the slope that is returned there. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly } from '@/charts/marks/series.ts';
import { idField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { CORNERS, type Corner, REACH } from './corners.ts';

export const fields = { corner: idField(CORNERS) };

export const cornerOf = ({ corner }: StateOf<typeof fields>): Corner =>
  CORNERS.find(({ id }) => id === corner) ?? CORNERS[0];

const SAMPLES = 80;

export function cornerDrawing({ f, x, returned }: Corner): LineChartSpec {
  const places = Array.from({ length: SAMPLES + 1 }, (_, i) => x + REACH * ((2 * i) / SAMPLES - 1));
  const value = f(x);
  const curve = places.map((place) => [place, f(place)] as const);
  const ends = Number.isFinite(returned) ? [-REACH, REACH] : [];
  const claim = ends.map((t) => [x + t, value + returned * t] as const);
  return {
    x: { label: '*x*', domain: [x - REACH, x + REACH] },
    y: { label: '*f*' },
    series: [
      lineOnly('f', '*f*', curve, 'truth'),
      lineOnly('returned', 'the slope that is returned', claim, 'analytic', 'dashed'),
    ],
    highlights: [{ x, y: value, tone: 'ink' }],
  };
}
