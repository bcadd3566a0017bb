/** Chainer's check_backward and check_double_backward: one slope along a random direction. */

import { arrayPairs } from '../pairs.ts';
import { valueAfter } from '../text/array.ts';
import type { Format } from './format.ts';
import { numpyBody } from './numpy-allclose.ts';

export const chainer: Format = {
  knows: (text) =>
    text.includes('check_backward failed') ||
    text.includes('gradients (numeric):') ||
    text.includes('x: numeric gradient, y: backward gradient'),
  read: ({ text }) => {
    const [numeric, analytic] = [valueAfter(text, 'gradients (numeric):'), valueAfter(text, 'gradients (backward):')];
    const label = 'the slope along the direction';
    const pairs =
      numeric && analytic ? arrayPairs(analytic, numeric, { label, style: 'exact', nature: 'projection' }) : [];
    const body = numpyBody(text, { analytic: 'second', sides: 'labelled', nature: 'projection', label });
    return {
      tool: 'Chainer check_backward',
      pairs: pairs.length > 0 ? pairs : body.pairs,
      facts: body.facts,
      claims: 'failure',
      snippet: 'numpy',
      expected: 'two numbers after “gradients (numeric):” and “gradients (backward):”',
    };
  },
};
