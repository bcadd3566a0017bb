/** What the figure says in words: of a comparison, and of a run. */
import { numberText } from '@/charts/format.ts';
import { counted } from '../report/words.ts';
import type { SearchRun } from './run.ts';
import type { Found, Step } from './search.ts';

const short = (value: number): string => numberText(value, { digits: 3 });

/** One comparison in a sentence. */
export function stepText({ part, start, size, analytic, numeric, tolerance, agrees }: Step): string {
  const where =
    part === 'whole'
      ? 'over all of x'
      : size === 1
        ? `over x[${start}] alone`
        : `over x[${start}] to x[${start + size - 1}]`;
  return `${where} the gradients ${agrees ? 'agree' : 'disagree'}: slope ${short(analytic)} against ${short(numeric)}, tolerance ${numberText(tolerance, { digits: 2 })}.`;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

/** What a run has found. */
export function foundText({ verdict, named, unsearched, evaluations, agreed, problem }: Found): string {
  const after = `after ${evaluations} evaluations`;
  if (verdict === 'fail') {
    const rest = unsearched > 0 ? `, and ${counted(unsearched, 'element')} hold more that was not searched` : '';
    return `${listed(named.map(({ name }) => name))} named ${after}${rest}.`;
  }
  if (verdict === 'inconclusive') return `Nothing is certain ${after}.`;
  const missed = problem.wrong.length > 0;
  return `${agreed} of ${agreed} directions agree, ${after}.${missed ? ' What is planted is too small to be seen.' : ''}`;
}

/** The state of a run for the announcer. */
export function runText(run: SearchRun): string {
  const { status, steps, found, failure } = run;
  if (status === 'failed') return `The check failed: ${failure}.`;
  if (found) return foundText(found);
  if (status === 'stopped') return `Stopped after ${counted(steps.length, 'comparison')}.`;
  return 'Searching.';
}
