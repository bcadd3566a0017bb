/** Stanford's CS224n: gradcheck_naive, which stops at the first wrong element. */
import { bothAfter, type Format, pairsOf, placesOf } from './format.ts';

const PLACE = /First gradient error found at index ([^\n]{1,80})/g;

export const cs224n: Format = {
  knows: (text) => text.includes('First gradient error found at index') || text.includes('Your gradient:'),
  read: ({ text }) => {
    const places = [...text.matchAll(PLACE)].map((match) => match[1].split(' in the vector')[0].trim());
    const starts = placesOf(text, 'Your gradient:');
    const pairs = starts.flatMap((at, i) => {
      const pair = bothAfter(text.slice(at, at + 300), 'Your gradient:', 'Numerical gradient:');
      const place = places[i] ?? '';
      const found = pair ? [{ ...pair, name: place }] : [];
      return pairsOf(found, { label: 'x', style: 'own', nature: 'worst', more: true });
    });
    return {
      tool: 'CS224n gradcheck_naive',
      pairs,
      claims: 'failure',
      snippet: 'numpy',
      expected: 'numbers after “Your gradient:” and “Numerical gradient:”',
    };
  },
};
