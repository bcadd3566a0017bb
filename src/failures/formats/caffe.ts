/** Caffe's GradientChecker and other tests of Google's framework: `X evaluates to a, Y evaluates to b`. */
import { numberAfter, numberAt } from '../text/number.ts';
import { bothAfter, type Format, type NamedPair, pairsOf, placesOf } from './format.ts';

const BLOB = /blob_id, feat_id\)=(-?\d{1,9}),(-?\d{1,9}),(-?\d{1,9}),(-?\d{1,9})/;

/** Each record begins with the difference and ends with the next one. */
function caffePairs(text: string): NamedPair[] {
  const starts = placesOf(text, 'computed_gradient evaluates to');
  return starts.flatMap((at, i): NamedPair[] => {
    const part = text.slice(at, Math.min(at + 3000, starts[i + 1] ?? text.length));
    const pair = bothAfter(part, 'computed_gradient evaluates to', 'estimated_gradient evaluates to');
    const blob = BLOB.exec(part);
    const x = numberAfter(part, 'feat = ');
    return pair ? [{ ...pair, name: blob ? `blob ${blob[3]}[${blob[4]}]` : `gradient[${i}]`, x }] : [];
  });
}

/** The step of Caffe's checker, as its tests use it. */
const STEP = 1e-2;

export const caffe: Format = {
  knows: (text) => text.includes('estimated_gradient evaluates to') || text.includes('computed_gradient evaluates to'),
  read: ({ text }) => {
    const found = caffePairs(text);
    return {
      tool: 'Caffe GradientChecker',
      pairs: pairsOf(found, { label: 'gradient', style: 'exact', nature: 'flagged', more: true, step: STEP }),
      claims: 'failure',
      snippet: 'cpp',
      expected: 'numbers after “computed_gradient evaluates to” and “estimated_gradient evaluates to”',
    };
  },
};

const NUMERIC = /num|fd|finite|diff|est|approx|expected/i;
const EVALUATES = /(?:^|\n)[ \t]{0,8}(\S[^\n]{0,120}?) evaluates to ([-+\d.a-z]{1,40})/g;

/** Two lines of any test: the names tell which side is which. */
function evaluated(text: string): { name: string; value: string }[] {
  EVALUATES.lastIndex = 0;
  return [...text.matchAll(EVALUATES)].map((match) => ({ name: match[1], value: match[2] }));
}

export const gtest: Format = {
  knows: (text) => text.includes(' evaluates to ') && text.includes('which exceeds'),
  read: ({ text }) => {
    const found = evaluated(text);
    const pairs: NamedPair[] = [];
    let told = true;
    for (let i = 0; i + 1 < found.length; i++) {
      const [a, b] = [found[i], found[i + 1]];
      if (numberAt(b.name, 0) || /toleran|thresh|error|eps/i.test(b.name) || /toleran|thresh|error|eps/i.test(a.name))
        continue;
      const swapped = NUMERIC.test(a.name) && !NUMERIC.test(b.name);
      told = told && NUMERIC.test(a.name) !== NUMERIC.test(b.name);
      const [first, second] = [numberAfter(` ${a.value}`, ''), numberAfter(` ${b.value}`, '')];
      if (!first || !second) continue;
      pairs.push({
        analytic: swapped ? second : first,
        numeric: swapped ? first : second,
        name: swapped ? b.name : a.name,
      });
      i++;
    }
    if (pairs.length === 0) return undefined;
    const sides = told ? 'labelled' : 'assumed';
    const list = pairsOf(pairs, { label: 'the values', style: 'exact', nature: 'flagged', more: true, sides });
    return { tool: 'GoogleTest', pairs: list, claims: 'failure', snippet: 'cpp' };
  },
};
