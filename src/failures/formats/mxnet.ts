/** MXNet's check_numeric_gradient: two arrays, the numeric one first, nearly always cut. */
import { arrayPairs, listPairs } from '../pairs.ts';
import type { Pairs } from '../reading.ts';
import { valueAt } from '../text/array.ts';
import { numberAfter, numberAt, type Printed } from '../text/number.ts';
import type { Format } from './format.ts';

const NUMERICAL = /NUMERICAL(?:_(\w{1,60}))? ?: ?/g;
const BACKWARD = /BACKWARD(?:_(\w{1,60}))? ?: ?/g;
const WORST = /ocation of maximum {1,3}error: ?\(([\d, ]{0,80})\), (\w{1,80})=/;
const PERCENT = /\(mismatch (\d{1,3}(?:\.\d{1,12})?)%\)/;

interface Labelled {
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

const allOf = (text: string, pattern: RegExp): Labelled[] =>
  [...text.matchAll(pattern)].map((match) => ({
    name: match[1] ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }));

/** The step that stands nearest before the array. */
function stepBefore(text: string, at: number): number | undefined {
  const back = text.slice(Math.max(0, at - 4000), at);
  const last = back.lastIndexOf('numeric_eps');
  return last < 0 ? undefined : numberAfter(back.slice(last, last + 60), 'numeric_eps')?.value;
}

function arrays(text: string): Pairs[] {
  const backward = allOf(text, BACKWARD);
  let next = 0;
  return allOf(text, NUMERICAL).flatMap(({ name, at, end }): Pairs[] => {
    while (next < backward.length && backward[next].at < at) next++;
    const other = backward[next];
    const [numeric, analytic] = [valueAt(text, end), other && valueAt(text, other.end)];
    const step = stepBefore(text, at);
    const options = { label: name || 'the input', style: 'array', ...(step === undefined ? {} : { step }) } as const;
    return numeric && analytic ? arrayPairs(analytic, numeric, options) : [];
  });
}

/** The pair at the worst place: the two names that follow it. */
function worst(text: string): Pairs[] {
  const match = WORST.exec(text);
  if (!match) return [];
  const first = numberAt(text, match.index + match[0].length);
  const rest = first && /^, (\w{1,80})=/.exec(text.slice(first.end, first.end + 100));
  const second = first && rest ? numberAt(text, first.end + rest[0].length) : undefined;
  if (!first || !second || !rest) return [];
  const swapped = /BACKWARD|analytic/i.test(match[2]);
  const [numeric, analytic]: [Printed, Printed] = swapped ? [second, first] : [first, second];
  const place = match[1].match(/\d+/g)?.map(Number) ?? [];
  return [
    listPairs([analytic], [numeric], {
      label: 'the output',
      style: 'own',
      nature: 'worst',
      places: [place],
      shape: [],
      more: true,
    }),
  ];
}

export const mxnet: Format = {
  knows: (text) =>
    (text.includes('NUMERICAL') && text.includes('BACKWARD')) ||
    (text.includes('exceeds tolerance rtol') && text.includes('aximum ')),
  read: ({ text }) => {
    const found = [arrays(text), worst(text)].find((pairs) => pairs.length > 0) ?? [];
    const percent = PERCENT.exec(text);
    return {
      tool: 'MXNet check_numeric_gradient',
      pairs: found,
      facts: percent ? [{ kind: 'count', wrong: Number(percent[1]), total: 100 }] : [],
      claims: 'failure',
      snippet: 'mxnet',
      expected: 'two arrays after “NUMERICAL” and “BACKWARD”',
    };
  },
};
