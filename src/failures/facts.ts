/** What follows from the words and the single numbers of a message. */
import { type Fact, NEAR_ORDER, type Reading } from './reading.ts';
import type { Conclusion, FailureFinding } from './types.ts';
import { sayMessage } from './words.ts';

interface Said {
  readonly conclusion: Conclusion;
  readonly finding: FailureFinding;
}

type RelativeFact = Extract<Fact, { kind: 'relative' }>;

/** Factors k between the two sides that give such a relative error, each with its uncertainty. */
function factorsOf({ value: r, half, of }: RelativeFact): { factor: number; doubt: number }[] {
  if (of === 'numeric') return [1 + r, 1 - r].map((factor) => ({ factor, doubt: half }));
  if (r >= 1) return [];
  if (of === 'max') return [{ factor: 1 / (1 - r), doubt: half / (1 - r) ** 2 }];
  return [{ factor: (1 + r) / (1 - r), doubt: (2 * half) / (1 - r) ** 2 }];
}

/** A whole number, or one over it, to four digits: nothing but a factor gives that. */
function wholeFactor(fact: RelativeFact): number | undefined {
  for (const { factor, doubt } of factorsOf(fact)) {
    const large = Math.abs(factor) >= 1 ? factor : 1 / factor;
    const spread = Math.abs(factor) >= 1 ? doubt : doubt / factor ** 2;
    const near = Math.abs(large - Math.round(large)) <= spread + 1e-9 * Math.abs(large);
    const sharp = spread <= 1e-4;
    const trivial = Math.abs(Math.round(large)) === 1 && large > 0;
    if (near && sharp && !trivial && Math.abs(large) < 1000) return factor;
  }
  return undefined;
}

/** Below this a relative error is rounding. */
const ROUNDING = 1e-6;

function ofRelative(facts: readonly RelativeFact[]): Said[] {
  const found = facts.map((fact) => ({ fact, factor: wholeFactor(fact) }));
  const wrong = found.filter(({ factor }) => factor !== undefined);
  if (wrong.length > 0) {
    const { fact, factor } = wrong[0];
    const large = Math.round(Math.abs(factor as number) >= 1 ? (factor as number) : 1 / (factor as number));
    const names = wrong.map(({ fact: { label } }) => label).filter((label) => label !== '');
    const place = names.length > 0 ? ` in ${names.join(', ')}` : '';
    const right = found.filter(({ fact: { value } }) => value <= ROUNDING).map(({ fact: { label } }) => label);
    const others = right.length > 0 ? `; ${right.join(', ')} ${right.length === 1 ? 'is' : 'are'} right` : '';
    const half = fact.of === 'numeric' && Math.abs(factor as number) < 1;
    const says = `A relative error of ${fact.value}${place} is what a factor of ${half ? `1/${large}` : large}${fact.of === 'numeric' ? '' : ` (or 1/${large})`} gives, to all its digits${others}. Which elements it holds for the message does not show.`;
    const kind = Math.abs(large) === 2 ? 'factor-two' : large === -1 ? 'sign' : 'constant-factor';
    return [
      {
        conclusion: 'wrong',
        finding: sayMessage(kind, 'bug', { factor: factor as number, relativeError: fact.value }, 'low', says),
      },
    ];
  }
  const worst = facts.reduce((a, b) => (b.value > a.value ? b : a));
  const small = worst.value <= ROUNDING;
  const what = worst.label === '' ? 'The relative error' : `The largest relative error (${worst.label})`;
  return [
    {
      conclusion: small ? 'right' : 'undecided',
      finding: sayMessage('norm-only', 'doubt', { what, value: worst.value, small }),
    },
  ];
}

function ofOrder({ observed, right }: Extract<Fact, { kind: 'order' }>): Said {
  const conclusion =
    Math.abs(observed - right) < NEAR_ORDER
      ? 'right'
      : Math.abs(observed - right + 1) < NEAR_ORDER
        ? 'wrong'
        : 'undecided';
  const role = conclusion === 'wrong' ? 'bug' : 'note';
  return { conclusion, finding: sayMessage('taylor-order', role, { observed, right, verdict: conclusion }) };
}

/** A residual has no scale, and its digits may be lost on the way: no name rests on it alone. */
const CONFIDENCE = { other: 'low', 'not-tangent': 'low', 'wrong-shape': 'high', 'not-finite': 'high' } as const;

function ofFact(fact: Fact): Said | undefined {
  switch (fact.kind) {
    case 'order':
      return ofOrder(fact);
    case 'norm': {
      const small = Math.abs(fact.value) <= ROUNDING;
      return {
        conclusion: small ? 'right' : 'undecided',
        finding: sayMessage('norm-only', 'doubt', { what: fact.what, value: fact.value, small }),
      };
    }
    case 'count':
      return {
        conclusion: 'undecided',
        finding: sayMessage('count-only', 'doubt', {
          wrong: fact.wrong,
          ...(fact.total === undefined ? {} : { total: fact.total }),
        }),
      };
    case 'not-reentrant':
      return {
        conclusion: 'not-repeatable',
        finding: sayMessage(
          'not-repeatable',
          'bug',
          {},
          'high',
          'Two backward passes at the same input gave different numbers; each agrees with the numeric side. Sums whose order changes from run to run (atomicAdd, threads) do that, and so does a backward pass that keeps something.',
        ),
      };
    case 'fast-mode-only':
      return {
        conclusion: 'right',
        finding: sayMessage('fast-mode', 'doubt', { difference: fact.difference }, 'medium'),
      };
    case 'contract':
      return {
        conclusion: fact.is === 'other' ? 'undecided' : 'wrong',
        finding: sayMessage(
          fact.is === 'other' ? 'words-only' : fact.is,
          fact.is === 'other' ? 'doubt' : 'bug',
          {},
          CONFIDENCE[fact.is],
          fact.says,
        ),
      };
    case 'known-number':
      return { conclusion: 'wrong', finding: sayMessage('exercise', 'bug', {}, 'low', fact.says) };
    default:
      return undefined;
  }
}

const isRelative = (fact: Fact): fact is RelativeFact => fact.kind === 'relative';

/** The conclusion from the facts of a reading: the first one that decides. Norms and counts beside pairs add nothing. */
export function factsOf({
  facts,
  pairs,
  claims,
}: Reading): { conclusion: Conclusion; findings: FailureFinding[] } | undefined {
  const relative = facts.filter(isRelative);
  const bare = pairs.length === 0;
  const said = [
    ...facts.flatMap((fact) =>
      isRelative(fact) || (!bare && (fact.kind === 'norm' || fact.kind === 'count')) ? [] : (ofFact(fact) ?? []),
    ),
    ...(relative.length > 0 ? ofRelative(relative).filter(({ conclusion }) => bare || conclusion === 'wrong') : []),
  ];
  if (said.length === 0) return claims === 'agreement' && bare ? { conclusion: 'right', findings: [] } : undefined;
  const decisive = said.find(({ conclusion }) => conclusion !== 'undecided');
  return {
    conclusion: decisive?.conclusion ?? 'undecided',
    findings: (decisive ? [decisive] : said).map(({ finding }) => finding),
  };
}
