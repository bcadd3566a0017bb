/** The error curve as the chapter's text speaks of it: the large figure's, with fewer settings and a shorter table. */
import { sparseTable, type Table } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { errorDrawing } from './drawing.ts';
import type { Curves } from './model.ts';
import { fields as large } from './state.ts';

const { function: example, scheme, precision, h } = large;

/** The reader sets the scheme and h; a phrase in the text may set the function and the precision too. */
export const fields = { function: example, scheme, precision, h };

/** The large figure's curve without its marks, which weigh more in the HTML than the line does. */
export function armsDrawing(curves: Curves): LineChartSpec {
  const drawing = errorDrawing(curves);
  const plain = { ...drawing, series: drawing.series.map((one) => ({ ...one, marks: false })) };
  return withTable(plain, armsTable);
}

/** Every seventh step of the sweep, the first and the last among them. */
export const armsTable = (spec: LineChartSpec): Table => sparseTable(spec, 7);
