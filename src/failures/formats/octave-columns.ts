/** checkNNGradients of Stanford's machine learning course, in Octave or MATLAB: two columns, the numeric one on the left. */
import { listPairs } from '../pairs.ts';
import { numberAfter } from '../text/number.ts';
import { rowOf } from '../text/rows.ts';
import type { Format } from './format.ts';

export const octaveColumns: Format = {
  knows: (text) => /Left-Your Numerical Gradient|Relative Difference:/.test(text),
  read: ({ text, lines }) => {
    const rows = lines.flatMap((line) => {
      const row = line.length < 200 ? rowOf(line) : undefined;
      return row?.length === 2 ? [row] : [];
    });
    const difference = numberAfter(text, 'Relative Difference:');
    if (rows.length === 0 && !difference) return undefined;
    const [numeric, analytic] = [rows.map(([left]) => left), rows.map(([, right]) => right)];
    return {
      tool: 'checkNNGradients',
      pairs: rows.length > 0 ? [listPairs(analytic, numeric, { label: 'nn_params', style: 'own' })] : [],
      facts:
        difference && rows.length === 0
          ? [{ kind: 'relative', label: '', value: difference.value, half: difference.half, of: 'sum', all: true }]
          : [],
      snippet: 'matlab',
    };
  },
};
