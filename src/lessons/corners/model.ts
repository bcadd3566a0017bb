/** A corner as it is drawn: the function, and the slope that is returned there. */
import type { LineChartSpec, Series } from '@/charts/line-chart.ts';
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
  const claim: Series = {
    key: 'returned',
    label: 'the slope that is returned',
    points: Number.isFinite(returned) ? [-REACH, REACH].map((t) => [x + t, value + returned * t] as const) : [],
    tone: 'analytic',
    dash: 'dashed',
    marks: false,
  };
  return {
    x: { label: '*x*', domain: [x - REACH, x + REACH] },
    y: { label: '*f*' },
    endLabels: false,
    series: [
      {
        key: 'f',
        label: '*f*',
        points: places.map((place) => [place, f(place)] as const),
        tone: 'truth',
        dash: 'solid',
        marks: false,
      },
      claim,
    ],
    highlights: [{ x, y: value, tone: 'ink' }],
  };
}
