/** The pairs of a message as the two gradients that the checker compares. */
import type { Sides } from '../checker/compare/sides.ts';
import type { Block } from '../checker/point/layout.ts';
import type { Mismatch } from '../checker/point/returned-gradient.ts';
import { type Pairs, placeName, type Reading } from './reading.ts';

/** Subscripts of the k-th element of an array, in C order. */
function subscripts(shape: readonly number[], k: number): number[] {
  const found: number[] = [];
  let rest = k;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    found.unshift(rest % shape[axis]);
    rest = Math.floor(rest / shape[axis]);
  }
  return found;
}

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
  const size = long.reduce((product, length) => product * length, 1);
  if (complex || size !== numeric.length) return numeric.length === 1 ? [] : [numeric.length];
  return long;
}

const isPart = ({ nature, more, total, numeric, complex, places }: Pairs): boolean =>
  nature !== 'elements' || more || places !== undefined || complex === true || total > numeric.length;

const known = (value: number | undefined): value is number => value !== undefined;

/** The two gradients of some comparisons: one group each. */
export function sidesOf(all: readonly Pairs[], reading: Reading): Sides {
  const groups: Block[] = [];
  const mismatches: Mismatch[] = [];
  const owner: Pairs[] = [];
  let start = 0;
  for (const pairs of all) {
    const size = pairs.numeric.length;
    groups.push({ name: uniqueName(groups, pairs.label), shape: ruleShape(pairs), start, size, narrow: false });
    if (pairs.shapes) {
      const { analytic, numeric } = pairs.shapes;
      const name = groups[groups.length - 1].name;
      mismatches.push({ name, expected: numeric, actual: analytic, values: Float64Array.from(pairs.analytic) });
    }
    for (let i = 0; i < size; i++) owner.push(pairs);
    start += size;
  }
  const partial = all.some(isPart);
  const join = (pick: (pairs: Pairs) => readonly number[]): Float64Array => {
    const joined = new Float64Array(start);
    all.forEach((pairs, g) => {
      joined.set(pick(pairs), groups[g].start);
    });
    return joined;
  };
  const unknown = (pairs: Pairs): number[] => pairs.numeric.map(() => Number.NaN);
  const x = join(
    (pairs) => pairs.x ?? (all.length === 1 && reading.x?.length === pairs.numeric.length ? reading.x : unknown(pairs)),
  );
  const step = all.map((pairs) => pairs.step).find(known);
  return {
    analytic: join((pairs) => (pairs.shapes ? unknown(pairs) : pairs.analytic)),
    numeric: join((pairs) => pairs.numeric),
    halves: join((pairs) => pairs.halves),
    numericHalves: join((pairs) => pairs.numericHalves),
    x,
    groups,
    nameOf: (i) => {
      const group = groups.findLast((block) => block.start <= i) ?? groups[0];
      return nameOfPair(owner[i], i - group.start);
    },
    sizes: sizesOf(all),
    mismatches,
    partial,
    ...(step === undefined ? {} : { step }),
  };
}

/** Sizes that a factor may be recognised by: those of arrays of which only a part is in sight. */
function sizesOf(all: readonly Pairs[]): Record<string, number> {
  const [only] = all;
  return all.length === 1 && isPart(only) && !only.more && only.total > 4 ? { n: only.total } : {};
}

function uniqueName(groups: readonly Block[], label: string): string {
  const taken = new Set(groups.map(({ name }) => name));
  let name = label;
  for (let k = 2; taken.has(name); k++) name = `${label} (${k})`;
  return name;
}
