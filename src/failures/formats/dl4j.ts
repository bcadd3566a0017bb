/** Deeplearning4j's GradientCheckUtil and SameDiff's GradCheckUtil: a line an element, which is counted over all arrays. */
import { numberAfter } from '../text/number.ts';
import { bothAfter, type Format, matchLines, type NamedPair, pairsOf } from './format.ts';

const PARAM = /Param (\d{1,12}) \((\S{1,80})\) (FAILED|passed)/;

export const dl4j: Format = {
  knows: (text) => text.includes('numericalGrad=') || text.includes('numericalGrad ='),
  read: ({ lines }) => {
    const arrays = new Map<string, NamedPair[]>();
    let whole = false;
    for (const { match, line } of matchLines(lines, PARAM)) {
      const text = lines[line].replaceAll(' =', '=');
      const pair = bothAfter(text.slice(match.index), 'grad=', 'numericalGrad=');
      if (!pair) continue;
      if (match[3] === 'passed') whole = true;
      const list = arrays.get(match[2]) ?? [];
      const x = numberAfter(text, 'paramValue=');
      list.push({ ...pair, name: `${match[2]}[${list.length}]`, x });
      arrays.set(match[2], list);
    }
    const pairs = [...arrays].flatMap(([label, list]) =>
      pairsOf(list, { label, style: 'exact', nature: whole ? 'elements' : 'flagged', more: !whole }),
    );
    return {
      tool: 'Deeplearning4j GradientCheckUtil',
      pairs,
      claims: 'failure',
      snippet: 'java',
      expected: 'lines “Param 0 (W) FAILED: grad= …, numericalGrad= …”',
    };
  },
};
