/** torch.testing.assert_close: counts and the worst differences; no arrays. */
import { listPairs } from '../pairs.ts';
import type { Fact, Pairs } from '../reading.ts';
import { numberAfter, numberAt } from '../text/number.ts';
import { type Format, placesOf } from './format.ts';
import { COUNT } from './numpy-allclose.ts';

/** The values are printed in full. */
const ROUNDING = 1e-9;

/** `Expected 1.5 but got 3.0.`, of scalars. */
function scalars(text: string): Pairs[] {
  const at = text.indexOf('Expected ');
  const expected = at < 0 ? undefined : numberAt(text, at + 9);
  const got = expected && text.startsWith(' but got ', expected.end) ? numberAt(text, expected.end + 9) : undefined;
  if (!expected || !got) return [];
  return [listPairs([got], [expected], { label: 'the value', style: 'exact', sides: 'assumed' })];
}

function read(text: string): { facts: Fact[]; pairs: Pairs[] } {
  const count = COUNT.exec(text);
  const [wrong, total] = count ? [Number(count[1]), Number(count[2])] : [];
  const relative = numberAfter(text, 'elative difference:');
  const pairs = scalars(text);
  const all = wrong !== undefined && wrong === total;
  return {
    pairs,
    facts: [
      ...(relative && pairs.length === 0
        ? ([
            { kind: 'relative', label: '', value: relative.value, half: ROUNDING * relative.value, of: 'numeric', all },
          ] as const)
        : []),
      ...(wrong === undefined ? [] : ([{ kind: 'count', wrong, total: total as number }] as const)),
    ],
  };
}

export const torchAssertClose: Format = {
  knows: (text) => text.includes('Tensor-likes are not close!') || text.includes('Scalars are not close!'),
  read: ({ text }) => {
    const starts = ['Tensor-likes are not close!', 'Scalars are not close!'].flatMap((phrase) =>
      placesOf(text, phrase),
    );
    const found = starts.sort((a, b) => a - b).map((at, i) => read(text.slice(at, starts[i + 1] ?? at + 4000)));
    return {
      tool: 'torch.testing.assert_close',
      pairs: found.flatMap(({ pairs }) => pairs),
      facts: found.flatMap(({ facts }) => facts),
      claims: 'failure',
      snippet: 'torch-tensors',
    };
  },
};
