/** Numbers with a name before each: `analytic: 0.5 numeric: 0.25`, on one line or on two. A lone number is a norm. */
import type { Reading } from '../reading.ts';
import { numberAt, numbersIn, type Printed } from '../text/number.ts';
import { type Side, sideOf } from './any-sides.ts';
import { type Format, type NamedPair, pairsOf } from './format.ts';

const NAMED = /([\p{L}_][\p{L}\w ./()-]{0,48}?) {0,3}[:=] {0,4}(?=[-+\d.])/gu;

/** The numbers of a line whose names tell a side. */
function sidesIn(line: string): { side: Side; number: Printed }[] {
  if (line.length > 500) return [];
  NAMED.lastIndex = 0;
  return [...line.matchAll(NAMED)].flatMap((match) => {
    const number = numberAt(line, match.index + match[0].length);
    const side = sideOf(match[1].split(',').pop() ?? '');
    return number && side ? [{ side, number }] : [];
  });
}

function pairsIn(lines: readonly string[]): NamedPair[] {
  const found: NamedPair[] = [];
  const open: { analytic?: Printed; numeric?: Printed } = {};
  for (const line of lines) {
    for (const { side, number } of sidesIn(line)) {
      if (side === 'analytic' || side === 'numeric') open[side] = number;
      if (!open.analytic || !open.numeric) continue;
      found.push({ analytic: open.analytic, numeric: open.numeric });
      delete open.analytic;
      delete open.numeric;
    }
  }
  return found;
}

export const anyLines: Format = {
  knows: (text) => /[:=]/.test(text),
  read: ({ lines }) => {
    const found = pairsIn(lines);
    if (found.length === 0) return undefined;
    const label = 'gradient';
    return {
      tool: 'printed by hand',
      pairs: pairsOf(found, { label, style: 'own', nature: 'sampled' }),
      snippet: 'numpy',
    };
  },
};

/** The meaning of a number that stands alone, by the call that printed it; the last entry where no call is in sight. */
const CALLS = [
  { words: 'check_derivative', tool: 'scipy check_derivative', what: 'The largest difference', snippet: 'scipy' },
  {
    words: 'compute_gradient',
    tool: 'TensorFlow compute_gradient_error',
    what: 'The largest difference',
    snippet: 'tensorflow',
  },
  {
    words: 'check_grad',
    tool: 'scipy.optimize.check_grad',
    what: 'The 2-norm of the difference',
    snippet: 'scipy',
  },
] as const;

/** The text is one number, or the call of a checker and one number. */
export const loneNumber: Format = {
  knows: (text) => text.length < 400,
  read: ({ text, lines }): Reading | undefined => {
    const last = lines.findLast((line) => line.trim() !== '') ?? '';
    const bare = last.replace(/^(?:np|numpy|jnp)?\.?(?:float64|float32)?\(|\)$/g, '').trim();
    const number = numberAt(bare, 0);
    if (!number || number.end !== bare.length || !Number.isFinite(number.value)) return undefined;
    const called = CALLS.find(({ words }) => text.includes(words)) ?? CALLS[CALLS.length - 1];
    if (
      numbersIn(last).length !== 1 ||
      (lines.filter((line) => line.trim() !== '').length > 1 &&
        !/check_grad|check_derivative|compute_gradient|err/.test(text))
    )
      return undefined;
    return {
      tool: called.tool,
      pairs: [],
      facts: [{ kind: 'norm', what: called.what, value: number.value }],
      snippet: called.snippet,
    };
  },
};
