/** dlib's layer tests: which parameter differs, and by how much; no values. */
import { numberAfter } from '../text/number.ts';
import { type Format, matchLines } from './format.ts';

const LINE = /Gradient error in (?:parameter|data variable) #(\d{1,9})/;

export const dlib: Format = {
  knows: (text) => LINE.test(text),
  read: ({ lines }) => {
    const found = matchLines(lines, LINE);
    const errors = found.map(({ line }) => numberAfter(lines[line], 'Relative error:')?.value ?? 0);
    const worst = errors.reduce((most, error) => Math.max(most, error), 0);
    return {
      tool: 'dlib test_layer',
      pairs: [],
      facts: [{ kind: 'norm', what: `The relative error of the worst of ${found.length} elements`, value: worst }],
      claims: 'failure',
      snippet: 'cpp',
    };
  },
};
