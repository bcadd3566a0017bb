/** The pairs of a message as the two gradients that the checker compares. */
import type { Sides } from '../checker/compare/sides.ts';
import type { Block } from '../checker/point/layout.ts';
import type { Mismatch } from '../checker/point/returned-gradient.ts';
import { placeName, product, subscripts } from './pairs.ts';
import type { Pairs, Reading } from './reading.ts';

/** How the k-th pair of a comparison is called. */
export function nameOfPair({ names, places, shape, label, complex }: Pairs, k: number): string {
  if (names) return names[k];
  const at = complex ? k >> 1 : k;
  const part = complex ? (k % 2 === 0 ? 'Re ' : 'Im ') : '';
  return `${part}${label}${placeName(places ? places[at] : subscripts(shape, at))}`;
}

/** The shape that the rules see: without the axes of length 1 that print a vector as a column. */
function ruleShape({ shape, numeric, complex }: Pairs): number[] {
  const long = shape.filter((length) => length > 1);
  if (complex || product(long) !== numeric.length) return numeric.length === 1 ? [] : [numeric.length];
  return long;
}

const isPart = ({ nature, more, total, numeric, complex, places }: Pairs): boolean =>
  nature !== 'elements' || more || places !== undefined || complex === true || total > numeric.length;

const known = (value: number | undefined): value is number => value !== undefined;

/** More comparisons than these are taken together, as a list without groups. */
const MOST_GROUPS = 100;

/** The groups of some comparisons, and for each the blocks whose two sides differ in shape. */
function groupsOf(all: readonly Pairs[]): { groups: Block[]; mismatches: Mismatch[] } {
  const size = all.reduce((sum, { numeric }) => sum + numeric.length, 0);
  if (all.length > MOST_GROUPS) {
    return { groups: [{ name: 'all', shape: [size], start: 0, size, narrow: false }], mismatches: [] };
  }
  const groups: Block[] = [];
  const mismatches: Mismatch[] = [];
  const taken = new Set<string>();
  let start = 0;
  for (const pairs of all) {
    const length = pairs.numeric.length;
    let name = pairs.label;
    for (let k = 2; taken.has(name); k++) name = `${pairs.label} (${k})`;
    taken.add(name);
    groups.push({ name, shape: ruleShape(pairs), start, size: length, narrow: false });
    if (pairs.shapes) {
      const { analytic, numeric } = pairs.shapes;
      mismatches.push({ name, expected: numeric, actual: analytic, values: Float64Array.from(pairs.analytic) });
    }
    start += length;
  }
  return { groups, mismatches };
}

/** The two gradients of some comparisons: one group each. */
export function sidesOf(all: readonly Pairs[], reading: Reading): Sides {
  const { groups, mismatches } = groupsOf(all);
  const starts = all.map(() => 0);
  for (let p = 1; p < all.length; p++) starts[p] = starts[p - 1] + all[p - 1].numeric.length;
  const size = all.reduce((sum, { numeric }) => sum + numeric.length, 0);
  const owner = new Int32Array(size);
  for (const [p, start] of starts.entries()) owner.fill(p, start, start + all[p].numeric.length);
  const join = (pick: (pairs: Pairs) => readonly number[]): Float64Array => {
    const joined = new Float64Array(size);
    for (const [p, pairs] of all.entries()) joined.set(pick(pairs), starts[p]);
    return joined;
  };
  const unknown = ({ numeric }: Pairs): number[] => numeric.map(() => Number.NaN);
  const own = (pairs: Pairs): readonly number[] =>
    pairs.x ?? (all.length === 1 && reading.x?.length === pairs.numeric.length ? reading.x : unknown(pairs));
  const formats = new Set(all.map(({ dtype }) => SHORT_BITS.get(dtype ?? '')));
  const [shortBits] = formats.size === 1 ? formats : [];
  const step = all.map((pairs) => pairs.step).find(known);
  return {
    analytic: join((pairs) => (pairs.shapes ? unknown(pairs) : pairs.analytic)),
    numeric: join((pairs) => pairs.numeric),
    halves: join((pairs) => pairs.halves),
    numericHalves: join((pairs) => pairs.numericHalves),
    x: join(own),
    groups,
    nameOf: (i) => nameOfPair(all[owner[i]], i - starts[owner[i]]),
    sizes: sizesOf(all),
    mismatches,
    partial: all.length > MOST_GROUPS || all.some(isPart),
    ...(step === undefined ? {} : { step }),
    ...(shortBits ? { shortBits } : {}),
  };
}

/** Bits of the floats of a type, where they are few. */
const SHORT_BITS: ReadonlyMap<string, 8 | 11> = new Map([
  ['bfloat16', 8],
  ['float16', 11],
]);

/** Sizes that a factor may be recognised by: those of arrays of which only a part is in sight. */
function sizesOf(all: readonly Pairs[]): Record<string, number> {
  const [only] = all;
  return all.length === 1 && isPart(only) && !only.more && only.total > 4 ? { n: only.total } : {};
}
