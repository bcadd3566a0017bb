/** numpy.testing.assert_allclose and assert_array_almost_equal, in the wordings of 1.13 to 2.4. */
import { arrayPairs, listPairs } from '../pairs.ts';
import type { Fact, Pairs } from '../reading.ts';
import { valueAt } from '../text/array.ts';
import type { Bracketed } from '../text/bracketed.ts';
import { numberAfter, numberAt, type Printed } from '../text/number.ts';
import type { Format } from './format.ts';

/** The two arrays, by the names of either wording. */
const FIRST = /(?:^|\n) {0,8}(?:x|ACTUAL): (?=.)/g;
const SECOND = /(?:^|\n) {0,8}(?:y|DESIRED): (?=.)/g;
const LISTED = /^ {0,8}\[(\d[\d, ]{0,80})\]: (?=[-+\dni])/;
/** How many elements differ, of how many: torch.testing says it in the same words. */
export const COUNT = /Mismatched elements: (\d{1,15}) \/ (\d{1,15})/;
const PERCENT = /mismatch:? (\d{1,3}(?:\.\d{1,15})?)%/i;
const TOLERANCE = /rtol=([\d.e+-]{1,24}), ?atol=([\d.e+-]{1,24})/;

/** The only case in which arrays of two shapes are printed. */
const SHAPES = /\(shapes \([\d, ]{0,80}\), \([\d, ]{0,80}\) mismatch\)/;

/** Which of the two is the analytic side. */
export interface Sides {
  readonly analytic: 'first' | 'second';
  readonly sides: Pairs['sides'];
  readonly nature?: Pairs['nature'];
  readonly label?: string;
}

/** The lines ` [0, 1]: v (ACTUAL), w (DESIRED)` of numpy 2.4, in full digits. */
function listed(text: string): { first: Printed[]; second: Printed[]; places: number[][] } {
  const found = { first: [] as Printed[], second: [] as Printed[], places: [] as number[][] };
  for (const line of text.slice(0, 4000).split('\n')) {
    const head = LISTED.exec(line);
    const a = head && numberAt(line, head[0].length);
    const b = a && line.startsWith(' (ACTUAL), ', a.end) ? numberAt(line, a.end + 11) : undefined;
    if (!head || !a || !b) continue;
    found.first.push(a);
    found.second.push(b);
    found.places.push(head[1].split(',').map(Number));
  }
  return found;
}

function labelled(text: string, pattern: RegExp): Bracketed | undefined {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match ? valueAt(text, match.index + match[0].length) : undefined;
}

/** Pairs and facts of one message, without its first line. */
export function numpyBody(
  text: string,
  { analytic, sides, nature = 'elements', label = 'the array' }: Sides,
): {
  pairs: Pairs[];
  facts: Fact[];
} {
  const [first, second] = [labelled(text, FIRST), labelled(text, SECOND)];
  const count = COUNT.exec(text);
  const total = count ? Number(count[2]) : undefined;
  const options = { label, style: 'array', sides, nature } as const;
  const order = <T>(a: T, b: T): [T, T] => (analytic === 'first' ? [a, b] : [b, a]);
  const list = listed(text);
  const arrays =
    first && second
      ? arrayPairs(...order(first, second), { ...options, mayDiffer: SHAPES.test(text), ...(total ? { total } : {}) })
      : [];
  const rest =
    arrays.length > 0
      ? undefined
      : list.first.length > 0
        ? listPairs(...order(list.first, list.second), {
            ...options,
            style: 'exact',
            nature: 'flagged',
            places: list.places,
            shape: [],
            ...(total ? { total } : { more: true }),
          })
        : undefined;
  const pairs = rest ? [rest] : arrays;
  return { pairs, facts: factsOf(text, count, pairs.length === 0) };
}

function factsOf(text: string, count: RegExpExecArray | null, alone: boolean): Fact[] {
  const percent = PERCENT.exec(text);
  const tolerance = TOLERANCE.exec(text);
  const relative = alone ? numberAfter(text, 'Max relative difference') : undefined;
  return [
    ...(count
      ? ([{ kind: 'count', wrong: Number(count[1]), total: Number(count[2]) }] as const)
      : percent
        ? ([{ kind: 'count', wrong: Number(percent[1]), total: 100 }] as const)
        : []),
    ...(tolerance
      ? ([{ kind: 'tolerance', relative: Number(tolerance[1]), absolute: Number(tolerance[2]) }] as const)
      : []),
    ...(relative
      ? ([
          { kind: 'relative', label: '', value: relative.value, half: relative.half, of: 'numeric', all: false },
        ] as const)
      : []),
  ];
}

const HEADERS = [
  'Not equal to tolerance',
  'Arrays are not almost equal',
  'Arrays are not equal',
  'Items are not equal',
  'Mismatched elements:',
];

/** The messages of a text: from each first line to the next. */
export function numpyMessages(text: string): { head: string; body: string }[] {
  const header = HEADERS.find((phrase) => text.includes(phrase));
  if (!header) return [{ head: '', body: text }];
  return text
    .split(header)
    .slice(1)
    .map((body) => ({ head: header, body: header + body }));
}

export const numpyAllclose: Format = {
  knows: (text) =>
    (/(?:^|\n) {0,8}x: (?:array\(|[-\d[])/.test(text) && /(?:^|\n) {0,8}y: (?:array\(|[-\d[])/.test(text)) ||
    (text.includes('ACTUAL: ') && text.includes('DESIRED: ')) ||
    text.includes('Not equal to tolerance') ||
    (text.includes('(ACTUAL), ') && text.includes('(DESIRED)')),
  read: ({ text }) => {
    const found = numpyMessages(text).map(({ body }) => numpyBody(body, { analytic: 'first', sides: 'assumed' }));
    const pairs = found.flatMap((each) => each.pairs);
    return {
      tool: text.includes('almost equal') ? 'numpy.testing.assert_array_almost_equal' : 'numpy.testing.assert_allclose',
      pairs,
      facts: found.flatMap(({ facts }) => facts),
      claims: 'failure',
      snippet: 'numpy',
      expected: 'two arrays after “x:” and “y:”, or “ACTUAL:” and “DESIRED:”',
    };
  },
};
