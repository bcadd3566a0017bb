/** HIPS autograd's check_grads: the slope along a random direction. */
import { arrayPairs } from '../pairs.ts';
import { valueAfter } from '../text/array.ts';
import { type Format, placesOf } from './format.ts';

const CHECK = /Derivative \((VJP|JVP)\) check of (\S{1,80}) failed/;

export const autograd: Format = {
  knows: (text) => CHECK.test(text) || (text.includes('autograd') && text.includes('Value mismatch:')),
  read: ({ text }) => {
    const starts = placesOf(text, 'analytic:').concat(placesOf(text, 'Value mismatch:'));
    const pairs = starts.flatMap((at, i) => {
      const part = text.slice(at, starts[i + 1] ?? text.length);
      const before = CHECK.exec(text.slice(Math.max(0, at - 4000), at));
      const analytic = valueAfter(part, 'analytic:') ?? valueAfter(part, 'x:');
      const numeric = valueAfter(part, 'numeric:') ?? valueAfter(part, 'y:');
      const label = before ? `${before[1]} of ${before[2]}` : 'the value';
      return analytic && numeric ? arrayPairs(analytic, numeric, { label, style: 'exact', nature: 'projection' }) : [];
    });
    return {
      tool: 'HIPS autograd check_grads',
      pairs,
      claims: 'failure',
      snippet: 'autograd',
      expected: 'two numbers after “analytic:” and “numeric:”',
    };
  },
};
