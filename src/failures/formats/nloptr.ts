/** R's nloptr: check.derivatives. */
import type { Format } from './format.ts';
import { tildeComparisons } from './tilde-lines.ts';

const DETECTED = /Derivative checker results: (\d{1,9}) error/;

export const nloptr: Format = {
  knows: (text) => text.includes('Derivative checker results:'),
  read: ({ text, lines }) => {
    const wrong = Number(DETECTED.exec(text)?.[1] ?? Number.NaN);
    const pairs = tildeComparisons(lines, 'own', wrong);
    return {
      tool: 'R nloptr check.derivatives',
      pairs,
      facts: Number.isNaN(wrong) ? [] : [{ kind: 'count', wrong }],
      claims: wrong === 0 ? 'agreement' : 'failure',
      snippet: 'r',
    };
  },
};
