/** TensorFlow: what compute_gradient returns, and the words of assertAllClose and of tf.debugging.assert_near. */
import { arrayPairs, listPairs, product } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { valueAfter, valueAt } from '../text/array.ts';
import { numbersIn } from '../text/number.ts';
import { type Format, type FormatReading, placesOf } from './format.ts';

const SHAPE = /dtype = (\w{1,20}), shape = \(([\d, ]{0,80})\)/;

function sizeOf(shape: string | undefined): number | undefined {
  const lengths = shape?.match(/\d+/g);
  return lengths ? product(lengths.map(Number)) : undefined;
}

/** The elements that differ, each as often as the message lists it. */
function allClose(text: string): FormatReading {
  const [analytic, numeric] = [valueAfter(text, 'not close lhs ='), valueAfter(text, 'not close rhs =')];
  const total = sizeOf(SHAPE.exec(text)?.[2]);
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
    claims: 'failure',
    snippet: 'tensorflow',
    expected: 'two arrays after “not close lhs =” and “not close rhs =”',
  };
}

export const tensorflow: Format = {
  knows: (text) => text.includes('not close lhs') || text.includes('not close where'),
  read: ({ text }) => allClose(text),
};

/** `((A, B), (A, B))`: the analytic Jacobian of every input, then the numeric ones. Rows are elements of the input. */
export const tensorflowGradient: Format = {
  knows: (text) => text.includes('compute_gradient') && text.includes('array('),
  read: ({ text }) => {
    const arrays = placesOf(text, 'array(').flatMap((at) => valueAt(text, at) ?? []);
    const half = arrays.length / 2;
    if (half < 1 || !Number.isInteger(half)) return undefined;
    const pairs = arrays
      .slice(0, half)
      .flatMap((analytic, i): Pairs[] =>
        arrayPairs(analytic, arrays[half + i], { label: half === 1 ? 'the input' : `input ${i}`, style: 'array' }),
      );
    return { tool: 'TensorFlow compute_gradient', pairs, snippet: 'tensorflow' };
  },
};

const NEAR = /[xy] \(shape=\(([\d, ]{0,80})\) dtype=\w{1,20}\) = /g;

/** The first few elements of either side, on the line after its name. */
export const tensorflowNear: Format = {
  knows: (text) => text.includes('x and y not equal to tolerance'),
  read: ({ text }) => {
    const [x, y] = [...text.matchAll(NEAR)].map((match) => {
      const from = text.indexOf('\n', match.index) + 1;
      const end = text.indexOf('\n', from);
      return {
        total: sizeOf(match[1]) ?? 1,
        numbers: from > 0 ? numbersIn(text, from, end < 0 ? text.length : end) : [],
      };
    });
    const count = Math.min(x?.numbers.length ?? 0, y?.numbers.length ?? 0);
    const total = x?.total ?? count;
    return {
      tool: 'tf.debugging.assert_near',
      pairs:
        count === 0
          ? []
          : [
              listPairs(x.numbers.slice(0, count), y.numbers.slice(0, count), {
                label: 'x',
                style: 'mixed',
                sides: 'assumed',
                total,
                more: total > count,
              }),
            ],
      claims: 'failure',
      snippet: 'tensorflow',
      expected: 'numbers below “x (shape=… dtype=…) =” and “y (shape=… dtype=…) =”',
    };
  },
};
