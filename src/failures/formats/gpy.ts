/** GPy's checkgrad(verbose=True): a table with a row a parameter; its ratio is numeric over analytic. */
import { firstNumber, type Printed } from '../text/number.ts';
import { type Format, type NamedPair, pairsOf } from './format.ts';

const cellNumber = (cell: string): Printed | undefined => {
  const number = firstNumber(cell);
  return number && cell.slice(number.end).trim() === '' ? number : undefined;
};

export const gpy: Format = {
  knows: (text) =>
    text.includes('dF_ratio') || (text.includes('Analytical') && text.includes('Numerical') && text.includes('| ')),
  read: ({ lines }) => {
    const found = lines.flatMap((line): NamedPair[] => {
      const cells = line.length < 1000 ? line.split('|') : [];
      const [name, ratio, , analytic, numeric, last] = cells;
      // A row that breaks off within a number has no last column.
      const numbers = [ratio, analytic, numeric].map((cell) => (cell === undefined ? undefined : cellNumber(cell)));
      if (
        cells.length < 5 ||
        numbers.includes(undefined) ||
        (cells.length === 5 && last === undefined && !line.trimEnd().endsWith('|'))
      )
        return [];
      return [{ analytic: numbers[1] as Printed, numeric: numbers[2] as Printed, name: name.trim() }];
    });
    return {
      tool: 'GPy checkgrad',
      pairs: pairsOf(found, { label: 'parameters', style: 'own' }),
      snippet: 'numpy',
      expected: 'rows “name | ratio | difference | analytical | numerical | dF_ratio”',
    };
  },
};
