/** TensorFlow: assertAllClose's own words; what compute_gradient returns is two arrays, and is read as such. */
import { arrayPairs } from '../pairs.ts';
import { valueAfter } from '../text/array.ts';
import type { Format } from './format.ts';

const SHAPE = /dtype = (\w{1,20}), shape = \(([\d, ]{0,80})\)/;

export const tensorflow: Format = {
  knows: (text) => text.includes('not close lhs') || text.includes('not close where'),
  read: ({ text }) => {
    const [analytic, numeric] = [valueAfter(text, 'not close lhs ='), valueAfter(text, 'not close rhs =')];
    const shape = SHAPE.exec(text)?.[2].match(/\d+/g)?.map(Number);
    const total = shape?.reduce((size, length) => size * length, 1);
    const pairs =
      analytic && numeric
        ? arrayPairs(analytic, numeric, {
            label: 'the elements that differ',
            style: 'array',
            nature: 'flagged',
            sides: 'assumed',
            ...(total ? { total } : {}),
          })
        : [];
    return {
      tool: 'TensorFlow assertAllClose',
      pairs,
      facts: [],
      claims: 'failure',
      snippet: 'tensorflow',
      ...(pairs.length > 0 ? {} : { unread: 'two arrays after “not close lhs =” and “not close rhs =”' }),
    };
  },
};
