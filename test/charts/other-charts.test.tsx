import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { layouts } from '@/charts/axes/layout.ts';
import { BarChart } from '@/charts/BarChart.tsx';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { toCsv } from '@/charts/figure/table.ts';
import { rawText } from '@/charts/format.ts';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import { nearestPoint, placePoints, scatterModel } from '@/charts/scatter.ts';

const [wide] = layouts();
const broken = /NaN|Infinity|undefined/;
const geometry = (html: string) =>
  [...html.matchAll(/ (?:d|[xyr][12]?|c[xy]|width|height|viewBox)="([^"]*)"/g)].map(([, text]) => text);
const value = fc.oneof(fc.double(), fc.constantFrom(0, Number.NaN, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE));
const texts = { title: 't', description: 'd' };

describe('analytic against numeric', () => {
  const groups = [
    {
      key: 'W1',
      label: 'W1',
      points: [
        { x: 1, y: 1 },
        { x: -100, y: -100 },
        { x: 0, y: 3, name: 'W1[2]' },
      ],
    },
    { key: 'b1', label: 'b1', points: [{ x: 2, y: Number.NaN }] },
  ];
  const spec = {
    x: { label: 'analytic', kind: 'symlog' as const },
    y: { label: 'numeric', kind: 'symlog' as const },
    groups,
  };

  it('puts equal values on the diagonal', () => {
    const { frame, diagonal } = scatterModel(spec, wide);
    const [{ x1, y1, x2, y2 }] = diagonal;
    for (const same of [-100, -3, 0, 0.5, 1]) {
      const share = (frame.x.position(same) - x1) / (x2 - x1);
      expect(frame.y.position(same)).toBeCloseTo(y1 + share * (y2 - y1), 6);
    }
  });

  it('gives a NaN of one direction no gutter in the other', () => {
    const { frame } = scatterModel(spec, wide);
    expect(frame.y.lanes.map(({ gutter }) => gutter)).toEqual(['nan']);
    expect(frame.x.lanes).toEqual([]);
  });

  it('finds the point under the finger', () => {
    const { frame } = scatterModel(spec, wide);
    const places = placePoints(groups, frame);
    const index = nearestPoint(places, frame.x.position(0) + 2, frame.y.position(3) - 2);
    expect(places[index].name).toBe('W1[2]');
  });
});

describe('any data at all', () => {
  it('is drawn with finite numbers alone by every chart', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 8 }),
        fc.constantFrom('log' as const, 'linear' as const),
        (values, kind) => {
          const axis = { label: 'a', kind };
          const points = values.map((x, index) => ({ x, y: values[values.length - 1 - index] }));
          const html = render(
            <>
              <ScatterChart {...texts} x={axis} y={axis} groups={[{ key: 'a', label: 'a', points }]} />
              <BarChart
                {...texts}
                of="a"
                x={axis}
                bars={values.map((one, index) => ({ key: `${index}`, label: 'a', value: one }))}
              />
            </>,
          );
          for (const text of geometry(html)) expect(text).not.toMatch(broken);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a table as CSV', () => {
  it('has raw doubles, and quotes what needs quotes', () => {
    const table = [
      { label: 'step *h*', values: [1e-5, -0] },
      { label: 'a, b', values: [1 / 3, undefined] },
    ];
    expect(toCsv(table)).toBe('step h,"a, b"\r\n0.00001,0.3333333333333333\r\n-0,\r\n');
  });

  it.each([
    '=1+1',
    '+A1',
    '-A1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1+1',
    '-1+cmd|x!A0',
    '=HYPERLINK("http://example.org")',
    '-',
  ])('has no cell that a spreadsheet would run: %j is text', (text) => {
    const [label, cell] = toCsv([{ label: text, values: [text] }]).split('\r\n');
    expect(label).toMatch(/^"?'/);
    expect(cell).toBe(text.includes('"') ? `"'${text.replaceAll('"', '""')}"` : `'${text}`);
  });

  it.each([
    ['W;=1+1', "W;'=1+1"],
    ['W;"=1+1', `"W;""'=1+1"`],
    ['W\t@SUM(A1)', "W\t'@SUM(A1)"],
    ['W; b', 'W; b'],
  ])('has none where a semicolon or a tab parts the fields: %j', (text, cell) => {
    expect(toCsv([{ label: 'name', values: [text] }]).split('\r\n')[1]).toBe(cell);
  });

  it('leaves every number a number, negative ones and those in text too', () => {
    const values = [-1.5, -1e-300, Number.NEGATIVE_INFINITY, Number.NaN, '-2.5', '+1e3', 'W[0][1]', 'a-b'];
    expect(
      toCsv([{ label: 'value', values }])
        .split('\r\n')
        .slice(1, -1),
    ).toEqual([...values.slice(0, 4).map((value) => rawText(value as number)), '-2.5', '+1e3', 'W[0][1]', 'a-b']);
  });
});

describe('a number in prose', () => {
  it('carries its raw double', () => {
    expect(render(<NumberText value={1.3886795155014771e-11} digits={3} />)).toBe(
      '<span class="gc-number" data-value="1.3886795155014771e-11" title="1.3886795155014771e-11">1.39 × 10<sup>−11</sup></span>',
    );
  });
});
