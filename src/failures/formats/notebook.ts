/** The notebook of this site's course: `FAIL  rel_err=3.33e-01`, |a - n| over |a| + |n| of the whole gradient. */
import type { Fact } from '../reading.ts';
import { numberAfter } from '../text/number.ts';
import { type Format, matchLines } from './format.ts';

const LINE = /^(.{0,80}?)\s{0,4}:?\s{0,4}\b(PASS|FAIL)\s{1,8}rel_err=/;

export const notebook: Format = {
  knows: (text) => text.includes('rel_err='),
  read: ({ lines }) => {
    const found = matchLines(lines, LINE);
    const facts = found.flatMap(({ match, line }): Fact[] => {
      const number = numberAfter(lines[line], 'rel_err=');
      return number
        ? [{ kind: 'relative', label: match[1], value: number.value, half: number.half, of: 'sum', all: true }]
        : [];
    });
    return {
      tool: 'the notebook',
      pairs: [],
      facts,
      claims: found.some(({ match }) => match[2] === 'FAIL') ? 'failure' : 'agreement',
      snippet: 'numpy',
      ...(facts.length === 0 ? { unread: 'lines “PASS  rel_err=…” or “FAIL  rel_err=…”' } : {}),
    };
  },
};
