/** PyTorch's gradcheck and gradgradcheck: the numeric tensor first, rows for the elements of the input. */
import { arrayPairs } from '../pairs.ts';
import type { Fact, Pairs } from '../reading.ts';
import { valueAfter } from '../text/array.ts';
import { numberAfter } from '../text/number.ts';
import { type Format, placesOf } from './format.ts';

const MISMATCH = 'mismatch for output ';
const HEADER = /^(\d{1,6}) with respect to input (\d{1,6})/;

/** One message: from its header to the next one. */
function readOne(text: string, at: number, until: number): { pairs: Pairs[]; facts: Fact[] } {
  const part = text.slice(at + MISMATCH.length, until);
  const header = HEADER.exec(part);
  const before = text.slice(Math.max(0, at - 120), at);
  const half = /considering the (real|imaginary) part of complex (outputs|inputs)/.exec(before);
  const label = `output ${header?.[1] ?? 0}, input ${header?.[2] ?? 0}${half ? `, ${half[1]} part of ${half[2]}` : ''}`;
  const slow = part.indexOf('Numerical:');
  const numeric = slow < 0 ? valueAfter(part, 'numerical:') : valueAfter(part, 'Numerical:', slow);
  const analytic = slow < 0 ? valueAfter(part, 'analytical:') : valueAfter(part, 'Analytical:', slow);
  const difference = numberAfter(part, 'difference (slow mode) is:');
  const small = part.includes('Fast gradcheck failed but element-wise differences are small');
  const fast = slow < 0 && numeric?.shape.length === 0 && analytic?.shape.length === 0;
  return {
    pairs:
      numeric && analytic
        ? arrayPairs(analytic, numeric, { label, style: 'own', nature: fast ? 'projection' : 'elements' })
        : [],
    facts: small ? [{ kind: 'fast-mode-only', difference: difference?.value ?? 0 }] : [],
  };
}

export const torchGradcheck: Format = {
  knows: (text) => text.includes(MISMATCH) && text.includes('acobian'),
  read: ({ text }) => {
    const places = placesOf(text, MISMATCH);
    const found = places.map((at, i) => readOne(text, at, places[i + 1] ?? text.length));
    return {
      tool: text.includes('gradgradcheck') ? 'PyTorch gradgradcheck' : 'PyTorch gradcheck',
      pairs: found.flatMap(({ pairs }) => pairs),
      facts: found.flatMap(({ facts }) => facts),
      claims: 'failure',
      snippet: 'torch',
      ...(found.some(({ pairs }) => pairs.length === 0)
        ? { unread: 'two tensors after “numerical:” and “analytical:”' }
        : {}),
    };
  },
};
