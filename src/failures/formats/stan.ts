/** Stan's diagnose, and CmdStanR's gradients(): a row an element, with its value. */
import { cellsOf, type Format, type NamedPair, pairsOf } from './format.ts';

const HEADER = /param[ _]idx\s{1,40}value\s{1,40}model\s{1,40}finite[ _]diff\s{1,40}error/;

export const stan: Format = {
  knows: (text) => HEADER.test(text),
  read: ({ lines }) => {
    const start = lines.findIndex((line) => line.length < 400 && HEADER.test(line));
    const found: NamedPair[] = [];
    let width = 0;
    for (const line of lines.slice(start + 1)) {
      const cells = cellsOf(line, Math.max(5, width));
      if (!cells) {
        if (line.trim() === '') continue;
        break;
      }
      width = cells.length;
      const [index, x, analytic, numeric] = cells.slice(-5);
      found.push({ analytic, numeric, x, name: `x[${index.value}]` });
    }
    return {
      tool: lines[start]?.includes('param_idx') ? 'CmdStanR diagnose' : 'Stan diagnose',
      pairs: pairsOf(found, { label: 'x', style: 'general' }),
      snippet: 'stan',
      expected: 'rows of five numbers below “param idx value model finite diff error”',
    };
  },
};
