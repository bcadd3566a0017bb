/** DyNet's check_grad: `***[rel] a n` for each element that differs, in float32 with a step of 5e-3. */
import { firstNumber, type Printed } from '../text/number.ts';
import { type Format, type NamedPair, pairsOf } from './format.ts';

const STEP = 5e-3;

/** Two numbers and nothing else. */
function twoNumbers(text: string): readonly [Printed, Printed] | undefined {
  const first = firstNumber(text);
  if (!first) return undefined;
  const rest = text.slice(first.end);
  const second = firstNumber(rest);
  return second && rest.slice(second.end).trim() === '' ? [first, second] : undefined;
}

export const dynet: Format = {
  knows: (text) => text.includes('***['),
  read: ({ text, lines }) => {
    let whole = false;
    const found = lines.flatMap((line): NamedPair[] => {
      if (line.length > 200) return [];
      const close = line.startsWith('***[') ? line.indexOf(']') : -1;
      const both = twoNumbers(line.slice(close + 1));
      if (!both) return [];
      if (close < 0) whole = true;
      return [{ analytic: both[0], numeric: both[1] }];
    });
    if (found.length === 0) return undefined;
    const pairs = pairsOf(found, {
      label: 'parameters',
      style: 'general',
      nature: whole ? 'elements' : 'flagged',
      more: !whole,
      step: STEP,
    });
    return {
      tool: 'DyNet check_grad',
      pairs,
      snippet: 'cpp',
      ...(text.includes('PASSED') ? {} : { claims: 'failure' as const }),
    };
  },
};
