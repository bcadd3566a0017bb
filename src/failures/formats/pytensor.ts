/** Theano's and PyTensor's verify_grad: the worst element of one argument, by its flat position. val1 is analytic. */
import { placeName, product, subscripts } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { bothAfter, type Format, pairsOf, placesOf } from './format.ts';

const PLACE = /^At position (\d{1,12}) of argument (\d{1,6}) with shape \(([\d, ]{0,80})\)/;

export const pytensor: Format = {
  knows: (text) => text.includes('numeric gradient and analytic gradient exceed tolerance'),
  read: ({ text }) => {
    const starts = placesOf(text, 'At position ');
    const pairs = starts.flatMap((at, i): Pairs[] => {
      const part = text.slice(at, Math.min(at + 2000, starts[i + 1] ?? text.length));
      const place = PLACE.exec(part);
      const pair = bothAfter(part, 'val1 =', 'val2 =');
      if (!place || !pair) return [];
      const shape = place[3].match(/\d+/g)?.map(Number) ?? [];
      const label = `argument ${place[2]}`;
      const name = label + placeName(subscripts(shape, Number(place[1])));
      const total = product(shape);
      return pairsOf([{ ...pair, name }], { label, style: 'own', nature: 'worst', shape, total });
    });
    return {
      tool: text.includes('pytensor') || text.includes('PyTensor') ? 'PyTensor verify_grad' : 'Theano verify_grad',
      pairs,
      claims: 'failure',
      snippet: 'pytensor',
      expected: 'two numbers after “val1 =” and “val2 =”',
    };
  },
};
