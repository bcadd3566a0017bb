/** Stanford's CS231n: grad_check_sparse, at random places, and the largest relative error of each parameter. */
import type { Fact } from '../reading.ts';
import { numberAfter } from '../text/number.ts';
import { bothAfter, type Format, matchLines, pairsOf } from './format.ts';

const PAIR = /numerical: .{1,60} analytic: /;
const ERROR = /^\s{0,8}(\S{1,40}) (?:max )?(?:relative )?error: {1,4}(?=[\d.])/;

export const cs231n: Format = {
  knows: (text) => PAIR.test(text) || /(?:max relative|relative|\bd\w{1,8}) error: /.test(text),
  read: ({ lines }) => {
    const found = matchLines(lines, PAIR).flatMap(
      ({ line }) => bothAfter(lines[line], 'analytic:', 'numerical:') ?? [],
    );
    const facts = matchLines(lines, ERROR).flatMap(({ match, line }): Fact[] => {
      const number = numberAfter(lines[line], 'error:');
      return number
        ? [{ kind: 'relative', label: match[1], value: number.value, half: number.half, of: 'sum', all: false }]
        : [];
    });
    if (found.length === 0 && facts.length === 0) return undefined;
    const named = found.map((pair, i) => ({ ...pair, name: `line ${i + 1}` }));
    return {
      tool: found.length > 0 ? 'CS231n grad_check_sparse' : 'CS231n relative errors',
      pairs: pairsOf(named, { label: 'W', style: 'own', nature: 'sampled', more: true }),
      facts,
      snippet: 'numpy',
    };
  },
};
