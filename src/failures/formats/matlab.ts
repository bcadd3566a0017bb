/** MATLAB's checkGradients and CheckGradients: the worst difference, and perhaps its element. */
import type { Fact, Pairs } from '../reading.ts';
import { numberAfter } from '../text/number.ts';
import { bothAfter, type Format, pairsOf, placesOf } from './format.ts';

const ELEMENT = /derivative element \(([\d, ]{1,40})\)/;
const MAXIMUM = /aximum relative difference between supplied/;

export const matlab: Format = {
  knows: (text) =>
    MAXIMUM.test(text) ||
    (text.includes('upplied derivative element') && text.includes('inite-difference derivative element')),
  read: ({ text }) => {
    const starts = placesOf(text, 'upplied derivative element');
    const pairs = starts.flatMap((at, i): Pairs[] => {
      const part = text.slice(at, Math.min(at + 1000, starts[i + 1] ?? text.length));
      const place = ELEMENT.exec(part)?.[1] ?? '';
      const pair = bothAfter(
        part.replace(/element \([\d, ]{1,40}\)/g, 'element'),
        'upplied derivative element',
        'inite-difference derivative element',
      );
      const found = pair ? [{ ...pair, name: `(${place})` }] : [];
      return pairsOf(found, { label: 'the worst element', style: 'general', nature: 'worst', more: true });
    });
    const worst = numberAfter(text, 'finite-difference derivatives =');
    const facts: Fact[] = worst ? [{ kind: 'norm', what: 'The largest relative difference', value: worst.value }] : [];
    const failed = /failed|exceeds/i.test(text);
    return {
      tool: 'MATLAB checkGradients',
      pairs,
      facts,
      snippet: 'matlab',
      ...(failed
        ? { claims: 'failure' as const }
        : text.includes('successfully passed')
          ? { claims: 'agreement' as const }
          : {}),
    };
  },
};
