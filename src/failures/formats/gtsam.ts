/** GTSAM's assert_equal and EXPECT_CORRECT_FACTOR_JACOBIANS: matrices in brackets; the expected one is the numeric one. */
import { arrayPairs } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { valueAfter } from '../text/array.ts';
import { type Format, placesOf } from './format.ts';

const JACOBIAN = /Mismatch in Jacobian (\d{1,6})/;

export const gtsam: Format = {
  knows: (text) => text.includes('expected = [') && text.includes('actual = ['),
  read: ({ text }) => {
    const starts = placesOf(text, 'expected = [').filter(
      (at) => !text.slice(Math.max(0, at - 12), at).includes('actual - '),
    );
    const pairs = starts.flatMap((at, i): Pairs[] => {
      const part = text.slice(at, starts[i + 1] ?? text.length);
      const [numeric, analytic] = [valueAfter(part, 'expected = '), valueAfter(part, 'actual = ')];
      const named = JACOBIAN.exec(text.slice(starts[i - 1] ?? 0, at).slice(-400));
      const label = named ? `Jacobian ${named[1]}` : 'Jacobian';
      return numeric && analytic ? arrayPairs(analytic, numeric, { label, style: 'general' }) : [];
    });
    return {
      tool: 'GTSAM assert_equal',
      pairs,
      claims: 'failure',
      snippet: 'cpp',
      expected: 'matrices after “expected = ” and “actual = ”',
    };
  },
};
