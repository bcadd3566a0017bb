/** One gradient of known truth, with what three rules measure of it; and many of them as one short text. */
import type { Verdict } from '@/checker/types.ts';

export interface MeasuredCase {
  /** What makes it hard, or what is wrong: the heading it is counted under. */
  readonly label: string;
  /** True for a right gradient. */
  readonly right: boolean;
  /** ‖a − n‖ / (‖a‖ + ‖n‖) over all elements, at the notebook's step. */
  readonly global: number;
  /** The largest relative error of one element, at the notebook's step. */
  readonly element: number;
  /** The largest disagreement of one element in units of what numerical error can explain, from the production check. */
  readonly bars: number;
  /** The production check's verdict. */
  readonly verdict: Verdict;
}

const VERDICTS: readonly Verdict[] = ['pass', 'fail', 'inconclusive'];
/** Digits kept of each number: more than any picture shows. */
const DIGITS = 3;

const short = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/**
 * A population as text, one line a label and one a gradient: a component's properties are JSON with a type for each
 * value, which weighs several times as much.
 */
export function encode(cases: readonly MeasuredCase[]): string {
  const labels = [...new Set(cases.map(({ label }) => label))];
  const lines = cases.map(({ label, right, global, element, bars, verdict }) =>
    [labels.indexOf(label), right ? 1 : 0, short(global), short(element), short(bars), VERDICTS.indexOf(verdict)].join(
      ' ',
    ),
  );
  return `${labels.join('|')}\n${lines.join('\n')}`;
}

export function decode(text: string): MeasuredCase[] {
  const [labels, ...lines] = text.split('\n');
  const names = labels.split('|');
  return lines.map((line) => {
    const [label, right, global, element, bars, verdict] = line.split(' ').map(Number);
    return { label: names[label], right: right === 1, global, element, bars, verdict: VERDICTS[verdict] };
  });
}
