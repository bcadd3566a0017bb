/** Julia's test utilities (ChainRulesTestUtils, EnzymeTestUtils, FiniteDifferences): isapprox(actual, expected; …). */
import { arrayPairs } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { valueAt } from '../text/array.ts';
import { type Format, placesOf } from './format.ts';

const PROBLEM = /Problem: ([^\n]{1,160})/;

export const julia: Format = {
  knows: (text) => text.includes('Evaluated: isapprox('),
  read: ({ text }) => {
    const starts = placesOf(text, 'Evaluated: isapprox(');
    const pairs = starts.flatMap((at, i): Pairs[] => {
      const from = at + 'Evaluated: isapprox('.length;
      const analytic = valueAt(text, from);
      let comma = analytic?.end ?? from;
      while (comma < text.length && ', \n'.includes(text[comma])) comma++;
      const numeric = analytic && valueAt(text, comma);
      const problem = PROBLEM.exec(text.slice(i === 0 ? 0 : starts[i - 1], at).slice(-2000));
      const label = problem ? problem[1].split(',')[0] : 'the value';
      return analytic && numeric ? arrayPairs(analytic, numeric, { label, style: 'exact' }) : [];
    });
    const tool =
      text.includes('test_reverse') || text.includes('test_forward') ? 'EnzymeTestUtils' : 'ChainRulesTestUtils';
    return {
      tool: `Julia ${tool}`,
      pairs,
      claims: 'failure',
      snippet: 'julia',
      expected: 'two values within “isapprox(…, …; rtol = …)”',
    };
  },
};
