/**
 * OpenMDAO's check_partials and check_totals with compact_print=True: a row a Jacobian, with the two values where it is worst, or,
 * before 3.38, with the magnitudes of the whole.
 */
import type { Nature, Pairs } from '../reading.ts';
import { numberAt, type Printed } from '../text/number.ts';
import { type Format, type NamedPair, pairsOf } from './format.ts';

const HEADER = /(?:calc|fwd|rev) (?:val|mag\.).*(?:fd val|check mag\.)/;
const ANALYTIC = /^(calc|fwd|rev) (?:val|mag\.)$/;
const NUMERIC = /^(?:fd val|check mag\.)$/;

/** The cells between the bars, without the bars that frame the table. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s{0,8}\||\|\s{0,8}$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** Where each analytic value stands, and the numeric one that it is compared with: the next one, or the only one. */
function columnsOf(header: readonly string[]): { side: string; analytic: number; numeric: number }[] {
  return header.flatMap((name, analytic) => {
    const side = ANALYTIC.exec(name)?.[1];
    const next = NUMERIC.test(header[analytic + 1] ?? '')
      ? analytic + 1
      : header.findIndex((cell) => /check/.test(cell));
    return side && next > 0 ? [{ side, analytic, numeric: next }] : [];
  });
}

const numberIn = (cell: string | undefined): Printed | undefined =>
  cell === undefined ? undefined : numberAt(cell, 0);

/** `'CD'` and `'CL'` in two cells, or `'CD' wrt 'CL'` in one. */
const nameOf = (cells: readonly string[], first: number): string =>
  cells
    .slice(0, Math.min(first, 2))
    .join(' wrt ')
    .replace(/'/g, '')
    .replace(/\s{1,60}wrt\s{1,60}/, ' wrt ')
    .slice(0, 120);

export const openmdaoCompact: Format = {
  knows: (text) => text.includes('wrt') && /(?:fd val|check mag\.)/.test(text),
  read: ({ lines }) => {
    const start = lines.findIndex((line) => line.length < 600 && HEADER.test(line));
    if (start < 0) return undefined;
    const header = cellsOf(lines[start]);
    const nature: Nature = header.some((cell) => cell.endsWith('mag.')) ? 'projection' : 'worst';
    const columns = columnsOf(header);
    const rows = lines
      .slice(start + 1)
      .filter((line) => line.length < 600 && line.includes('|'))
      .map(cellsOf);
    const pairs = columns.flatMap(({ side, analytic, numeric }): Pairs[] => {
      const found = rows.flatMap((cells): NamedPair[] => {
        const [a, n] = [numberIn(cells[analytic]), numberIn(cells[numeric])];
        return a && n ? [{ analytic: a, numeric: n, name: nameOf(cells, columns[0].analytic) }] : [];
      });
      const label = nature === 'projection' ? `magnitudes, ${side}` : `worst entries, ${side}`;
      return pairsOf(found, { label, style: 'own', nature, more: true });
    });
    return {
      tool: 'OpenMDAO check_partials, compact',
      pairs,
      snippet: 'openmdao',
      expected: 'rows below “calc val | fd val” or “calc mag. | check mag.”',
    };
  },
};
