/** deeplearning.ai's gradient_check_n: one number, ||a - n|| / (||a|| + ||n||). */
import type { Fact } from '../reading.ts';
import { numberAfter } from '../text/number.ts';
import type { Format } from './format.ts';

/** The value of the exercise as it is handed out, with two mistakes planted in it. */
const EXERCISE = 0.285_093_156_776;

const SAYS =
  'This is the number of the exercise as it is handed out, with its planted mistakes: dW2 carries a factor 2 and db1 a factor 4 in place of 1. Look at these two lines.';

export const deeplearningAi: Format = {
  knows: (text) => text.includes('backward propagation') && text.includes('difference ='),
  read: ({ text }) => {
    const number = numberAfter(text, 'difference =');
    if (!number) return undefined;
    const { value, half } = number;
    const known = Math.abs(value - EXERCISE) < 1e-9;
    const relative: Fact = { kind: 'relative', label: '', value, half, of: 'sum', all: true };
    return {
      tool: 'deeplearning.ai gradient_check_n',
      pairs: [],
      facts: [known ? { kind: 'known-number', says: SAYS } : relative],
      claims: text.includes('mistake') ? 'failure' : 'agreement',
      snippet: 'numpy',
    };
  },
};
