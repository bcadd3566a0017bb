/** Ceres' GradientChecker: a table of all entries of each block, to six significant digits. */
import type { Pairs } from '../reading.ts';
import { cellsOf, type Format, matchLines, pairsOf } from './format.ts';

const BLOCK = /[Jj]acobian for block (\d{1,6}): \((\d{1,9}) by (\d{1,9})\)/;

export const ceres: Format = {
  knows: (text) => text.includes('acobian for block ') && text.includes('num diff dx/dy'),
  read: ({ lines }) => {
    const blocks = matchLines(lines, BLOCK);
    const pairs = blocks.flatMap(({ match, line }, i): Pairs[] => {
      const rows = lines.slice(line + 1, blocks[i + 1]?.line ?? lines.length).flatMap((text) => {
        const cells = /^\s{0,20}\d/.test(text) ? cellsOf(text, 7) : undefined;
        return cells && cells[0].decimals < 0 && cells[2].decimals < 0 ? [cells] : [];
      });
      const size = Number(match[2]) * Number(match[3]);
      const whole = rows.length === size;
      return pairsOf(
        rows.map(([, , , analytic, numeric]) => ({ analytic, numeric })),
        {
          label: `block ${match[1]}`,
          style: 'general',
          total: Math.max(size, rows.length),
          shape: whole ? [Number(match[2]), Number(match[3])] : [],
          ...(whole ? {} : { places: rows.map(([, row, column]) => [row.value, column.value]) }),
        },
      );
    });
    return {
      tool: 'Ceres GradientChecker',
      pairs,
      claims: 'failure',
      snippet: 'cpp',
      expected: 'rows of numbers below “block row col user dx/dy num diff dx/dy”',
    };
  },
};
