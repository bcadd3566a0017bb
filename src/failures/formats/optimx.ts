/** R's optimx: grchk with trace. R prints vectors with `[1]` before each row. */
import { listPairs } from '../pairs.ts';
import { numberAfter } from '../text/number.ts';
import { matrixAt } from '../text/rows.ts';
import type { Format } from './format.ts';

export const optimx: Format = {
  knows: (text) => text.includes('Compute analytic gradient') || text.includes('max(abs(gn-ga))'),
  read: ({ text, lines }) => {
    const after = (phrase: string) => {
      const line = lines.findIndex((each) => each.includes(phrase));
      return line < 0 ? undefined : matrixAt(lines, line + 1);
    };
    const [analytic, numeric] = [after('Compute analytic gradient'), after('Compute numeric gradient')];
    const norm = numberAfter(text, 'max(abs(gn-ga))/(1+abs(fval)) =');
    const same = analytic && numeric && analytic.numbers.length === numeric.numbers.length;
    return {
      tool: 'R optimx grchk',
      pairs: same ? [listPairs(analytic.numbers, numeric.numbers, { label: 'gradient', style: 'general' })] : [],
      facts: norm ? [{ kind: 'norm', what: 'max|gn - ga| / (1 + |f|)', value: norm.value }] : [],
      ...(text.includes('might be wrong') ? { claims: 'failure' as const } : {}),
      snippet: 'r',
    };
  },
};
