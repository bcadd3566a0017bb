/** SNOPT, MINOS and NPSOL: `j x(j) dx(j) g(j) Difference approxn`, with `ok` or `bad?` at the end. */
import { cellsOf, type Format, type NamedPair, pairsOf } from './format.ts';

const HEADER = /x\(j\)\s{1,40}dx\(j\)\s{1,40}g\(j\)\s{1,40}Difference approxn/;

export const snopt: Format = {
  knows: (text) => HEADER.test(text) || text.includes('XXX  The objective gradients seem to be incorrect'),
  read: ({ text, lines }) => {
    const found = lines.flatMap((line): NamedPair[] => {
      if (!/\s(?:ok|bad\?)\s{0,8}$/.test(line.slice(-12))) return [];
      const cells = cellsOf(line, 5);
      return cells ? [{ analytic: cells[3], numeric: cells[4], x: cells[1], name: `x(${cells[0].value})` }] : [];
    });
    return {
      tool: 'SNOPT or MINOS',
      pairs: pairsOf(found, { label: 'x', style: 'own' }),
      ...(text.includes('XXX') ? { claims: 'failure' as const } : {}),
      snippet: 'fortran',
      expected: 'rows “j x(j) dx(j) g(j) difference” that end in “ok” or “bad?”',
    };
  },
};
