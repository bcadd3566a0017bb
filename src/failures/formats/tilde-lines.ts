/** Lines `* grad_f[ 2] = A ~ N [rel]`, as Ipopt and nloptr print them. */
import type { Pairs } from '../reading.ts';
import type { Style } from '../text/digits.ts';
import { firstNumber } from '../text/number.ts';
import { type NamedPair, pairsOf } from './format.ts';

interface TildePair extends NamedPair {
  readonly array: string;
  readonly place: readonly number[];
  readonly flagged: boolean;
}

const NAME = /^(?:\d{1,9}-th )?([A-Za-z_][\w.$]{0,60}) {0,2}(?:\[([\d, ]{1,80})\])? {0,20}$/;

/** One line; undefined for any other. */
function tildePair(line: string): TildePair | undefined {
  if (line.length > 400 || !line.includes('~')) return undefined;
  const [left, right] = line.split('~');
  const equals = left.lastIndexOf('=');
  const name = NAME.exec(left.slice(0, Math.max(0, equals)).replace(/^[* ]{0,8}/, ''));
  const [analytic, numeric] = [firstNumber(left.slice(equals + 1)), firstNumber(right)];
  if (equals < 0 || !name || !analytic || !numeric) return undefined;
  const place = name[2]?.match(/\d+/g)?.map(Number) ?? [];
  const prefix = /^\D{0,8}(\d{1,9}-th )/.exec(left)?.[1] ?? '';
  return {
    analytic,
    numeric,
    array: prefix + name[1],
    place,
    name: `${prefix}${name[1]}[${place.join(', ')}]`,
    flagged: line.trimStart().startsWith('*'),
  };
}

/**
 * The comparisons of such lines, one an array. If lines without a mark stand among them, the tool printed every element.
 *
 * @param total elements in all, where only the wrong ones are printed
 */
export function tildeComparisons(lines: readonly string[], style: Style, total?: number): Pairs[] {
  const found = lines.flatMap((line) => tildePair(line) ?? []);
  const whole = found.some(({ flagged }) => !flagged) || found.every(({ flagged }) => !flagged);
  const arrays = new Map<string, TildePair[]>();
  for (const pair of found) {
    const list = arrays.get(pair.array);
    if (list) list.push(pair);
    else arrays.set(pair.array, [pair]);
  }
  return [...arrays].flatMap(([label, list]) => {
    const rank = list.reduce((most, { place }) => Math.max(most, place.length), 0);
    const vector = whole && rank === 1 && isRun(list.map(({ place }) => place[0]));
    return pairsOf(list, {
      label,
      style,
      nature: whole ? 'elements' : 'flagged',
      shape: vector ? [list.length] : [],
      ...(vector ? {} : { places: list.map(({ place }) => place) }),
      total: Math.max(list.length, arrays.size === 1 ? (total ?? 0) : 0),
      more: !whole && (total === undefined || total > list.length),
    });
  });
}

/** Numbers that follow each other without a gap. */
const isRun = (places: readonly number[]): boolean => places.every((at, i) => at === places[0] + i);
