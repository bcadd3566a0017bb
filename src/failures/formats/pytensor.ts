/** Theano's and PyTensor's verify_grad: the worst element of one argument, by its flat position. val1 is analytic. */
import type { Pairs } from '../reading.ts';
import { bothAfter, type Format, pairsOf, placesOf } from './format.ts';

const PLACE = /^At position (\d{1,12}) of argument (\d{1,6}) with shape \(([\d, ]{0,80})\)/;

/** Subscripts of a flat position. */
function subscripts(flat: number, shape: readonly number[]): string {
  let rest = flat;
  const found: number[] = [];
  for (const length of [...shape].reverse()) {
    found.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return found.map((i) => `[${i}]`).join('');
}

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
      const name = `${label}${subscripts(Number(place[1]), shape)}`;
      const total = shape.reduce((size, length) => size * length, 1);
      return [pairsOf([{ ...pair, name }], { label, style: 'own', nature: 'worst', shape, total })];
    });
    return {
      tool: text.includes('pytensor') || text.includes('PyTensor') ? 'PyTensor verify_grad' : 'Theano verify_grad',
      pairs,
      facts: [],
      claims: 'failure',
      snippet: 'pytensor',
      ...(pairs.length === 0 ? { unread: 'two numbers after “val1 =” and “val2 =”' } : {}),
    };
  },
};
