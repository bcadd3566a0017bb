/** Paddle's OpTest.check_grad: the first element that is wrong, the numeric value before the analytic one. */
import { numberAfter, numbersIn } from '../text/number.ts';
import { type Format, pairsOf } from './format.ts';

const FIRST = 'the first error element is';

export const paddle: Format = {
  knows: (text) => text.includes('max gradient diff') && text.includes('over limit'),
  read: ({ text, lines }) => {
    const difference = numberAfter(text, 'max gradient diff');
    const variable = /[Vv]ariable (\S{1,80})/.exec(text)?.[1].replace(/[,(]$/, '') ?? 'x';
    const line = lines.find((each) => each.includes(FIRST) && each.length < 2000);
    const numbers = line ? numbersIn(line, line.indexOf(FIRST) + FIRST.length) : [];
    const [place, numeric, analytic] = numbers;
    const found = place && numeric && analytic ? [{ analytic, numeric, name: `${variable}[${place.value}]` }] : [];
    const pairs = pairsOf(found, { label: variable, style: 'own', nature: 'worst', more: true });
    return {
      tool: 'Paddle OpTest',
      pairs,
      facts: difference ? [{ kind: 'norm', what: 'The largest relative difference', value: difference.value }] : [],
      claims: 'failure',
      snippet: 'paddle',
    };
  },
};
