import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { LINE, layouts, TEXT } from '@/charts/axes/layout.ts';
import { labelWidth } from '@/charts/figure/rich.ts';
import { LineChart } from '@/charts/LineChart.tsx';
import { boxOf, overlap } from '@/charts/labels/labels.ts';
import { type LineChartSpec, lineModel } from '@/charts/line-chart.ts';

const [wide, narrow] = layouts();
const steps = Array.from({ length: 14 }, (_, index) => 10 ** (index - 14));
const errorCurve: LineChartSpec = {
  x: { label: 'step *h*', kind: 'log' },
  y: { label: 'relative error', kind: 'log' },
  series: [
    { key: 'central', label: 'central', points: steps.map((h) => [h, 1e-16 / h + h * h]) },
    { key: 'complex', label: 'complex step', points: steps.map((h) => [h, h < 1e-8 ? 0 : h * h]) },
  ],
  rules: [
    { axis: 'x', value: 1e-5, label: '*h* = 10^{−5}' },
    { axis: 'x', value: 4e-6, label: 'smallest error' },
    { axis: 'y', value: 1e-7, label: 'threshold' },
  ],
  guides: [{ slope: 2, through: [1e-2, 1e-4], label: 'slope 2' }],
  highlights: [{ x: 1e-5, y: 1.1e-10, label: 'here' }],
};

/** Every number in a piece of path data or markup that a renderer would choke on. */
const broken = /NaN|Infinity|undefined/;
const geometry = (html: string) =>
  [...html.matchAll(/ (?:d|[xyr][12]?|c[xy]|width|height|viewBox)="([^"]*)"/g)].map(([, text]) => text);

describe('the model of an error curve', () => {
  it('draws a slope of two as two decades up for one decade right', () => {
    const { frame, annotations } = lineModel(errorCurve, wide);
    const { x1, y1, x2, y2 } = annotations.guides[0];
    const decadeX = frame.x.position(1e-2) - frame.x.position(1e-3);
    const decadeY = frame.y.position(1e-3) - frame.y.position(1e-2);
    // Coordinates are rounded to a tenth of a unit.
    expect((y1 - y2) / decadeY / ((x2 - x1) / decadeX)).toBeCloseTo(2, 2);
  });

  it('has a lane for zeros, and breaks the line there', () => {
    const { frame, series } = lineModel(errorCurve, wide);
    expect(frame.y.lanes.map(({ gutter }) => gutter)).toEqual(['zero']);
    expect(frame.y.lanes[0].at).toBeGreaterThan(frame.y.range[0]);
    expect(series[1].gutters.map(({ gutter }) => gutter)).toEqual(['zero']);
    // Six steps from 1e-14 to 1e-9 have an error of exactly 0.
    expect(series[1].gutters[0].path.match(/M/g)).toHaveLength(6);
    expect(series[0].gutters).toEqual([]);
  });

  it('gives NaN, zero and infinity lanes of their own', () => {
    const points = [
      [1e-3, Number.NaN],
      [1e-2, 0],
      [1e-1, Number.POSITIVE_INFINITY],
      [1, -1],
    ] as const;
    const { frame } = lineModel({ ...errorCurve, series: [{ key: 'a', label: 'a', points }] }, wide);
    expect(frame.y.lanes.map(({ gutter }) => gutter).sort()).toEqual(['infinite', 'nan', 'negative', 'zero']);
    expect(new Set(frame.y.lanes.map(({ at }) => at)).size).toBe(4);
  });

  it.each([wide, narrow])('lays no label on another: $name', (layout) => {
    const { annotations } = lineModel(errorCurve, layout);
    const boxes = annotations.labels.map((label) => boxOf(label, labelWidth(label.text, TEXT), LINE));
    expect(boxes.length).toBeGreaterThanOrEqual(4);
    boxes.forEach((box, index) => {
      expect(boxes.slice(index + 1).filter((other) => overlap(box, other))).toEqual([]);
    });
  });

  it('labels fewer decades where it is narrow', () => {
    expect(lineModel(errorCurve, narrow).frame.x.ticks.length).toBeLessThan(
      lineModel(errorCurve, wide).frame.x.ticks.length,
    );
  });
});

describe('a line chart without any script', () => {
  const html = render(<LineChart title="Error curve" description="It falls, then rises." {...errorCurve} />);

  it('has both drawings, each an image with a name', () => {
    expect(html.match(/role="img" aria-label="Error curve"/g)).toHaveLength(2);
    expect(html).toContain('It falls, then rises.');
  });

  it('has each point in a table, rounded to six digits at most', () => {
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, text]) =>
      Number(
        text
          .replace(/<[^>]*>/g, '')
          .replaceAll('−', '-')
          .replace(' × 10', 'e'),
      ),
    );
    const rows = steps.map((h, index) => [h, ...errorCurve.series.map(({ points }) => points[index][1])]);
    expect(cells).toEqual(rows.flat().map((value) => Number(value.toPrecision(6))));
  });

  it('has nothing to press, drag or focus but the table that scrolls', () => {
    expect(html).not.toContain('<button');
    expect(html).not.toContain('role="slider"');
    expect(html.match(/tabindex/gi)).toHaveLength(1);
  });
});

describe('any data at all', () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE));
  const kind = fc.constantFrom('linear' as const, 'log' as const, 'symlog' as const);
  const series = fc.array(fc.array(fc.tuple(value, value), { maxLength: 6 }), { maxLength: 3 });

  it('is drawn with finite numbers alone, empty and degenerate data included', () => {
    fc.assert(
      fc.property(kind, kind, series, value, (x, y, lists, level) => {
        const html = render(
          <LineChart
            title="t"
            description="d"
            x={{ label: 'x', kind: x }}
            y={{ label: 'y', kind: y }}
            series={lists.map((points, index) => ({ key: `${index}`, label: `${index}`, points }))}
            rules={[{ axis: 'y', value: level, label: 'level' }]}
            guides={[{ slope: 1, through: [1, level], label: 'slope' }]}
          />,
        );
        for (const text of geometry(html)) expect(text).not.toMatch(broken);
      }),
      { numRuns: 150 },
    );
  });
});
