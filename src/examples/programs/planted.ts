/** The truth about a planted bug, by comparison with the right gradient: nothing of the checker is used. */
import type { Point, PointRecord } from '../../checker/types.ts';
import type { Bug, Passes } from './program.ts';

export interface ZooBug<S> extends Bug<S> {
  readonly explanation: string;
}

/** A planted bug as the course shows it. */
export interface Planted extends Omit<ZooBug<unknown>, 'wrong' | 'keeps'> {
  /** The name that the wrong line defines. */
  readonly line: string;
  /** Its error depends on earlier calls. */
  readonly stateful: boolean;
  /** The elements that are truly wrong. */
  readonly where: Where;
}

interface Where {
  readonly groups: readonly string[];
  readonly elements: readonly string[];
}

/** An element is wrong if it differs from the right one by more than this share, which is far above rounding. */
const SAME = 1e-9;

/** The numbers of the zoo are of order 1; a number that is 0 up to rounding is much smaller than SAME times this. */
const SMALL = 1e-4;

/** The elements of a point by name, in order: `W[1][0]`. */
export function elementsOf(point: PointRecord): [group: string, name: string, value: number][] {
  const walk = (group: string, name: string, value: Point): [string, string, number][] =>
    typeof value === 'number'
      ? [[group, name, value]]
      : Array.from(value as readonly Point[]).flatMap((entry, i) => walk(group, `${name}[${i}]`, entry));
  return Object.entries(point).flatMap(([name, value]) => walk(name, name, value));
}

/** The numbers of a point of any structure, in order. */
export const numbersOf = (point: Point): number[] =>
  typeof point === 'number' ? [point] : Object.values(point as PointRecord).flatMap(numbersOf);

/** The point with every number changed. */
export function mapPoint<P extends Point>(point: P, change: (value: number) => number): P {
  const walk = (value: Point): Point => {
    if (typeof value === 'number') return change(value);
    if (Array.isArray(value)) return value.map(walk) as Point;
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, walk(held as Point)]));
  };
  return walk(point) as P;
}

/** The names of the elements in which two gradients differ. */
export function differing(right: PointRecord, wrong: PointRecord): readonly string[] {
  const found = new Map(elementsOf(wrong).map(([, name, value]) => [name, value]));
  const differs = (name: string, value: number): boolean => {
    const other = found.get(name) ?? Number.NaN;
    return !(Math.abs(other - value) <= SAME * Math.max(Math.abs(other), Math.abs(value), SMALL));
  };
  return elementsOf(right).flatMap(([, name, value]) => (differs(name, value) ? [name] : []));
}

/** Elements of a point, in its order, with their groups. */
function placeOf(point: PointRecord, names: readonly string[]): Where {
  const wrong = elementsOf(point).filter(([, name]) => names.includes(name));
  return { groups: [...new Set(wrong.map(([group]) => group))], elements: wrong.map(([, name]) => name) };
}

/**
 * A bug that is planted in a program, with what it `makes`.
 *
 * @param wrongElements names of the elements that it makes wrong; asked for once, when first needed
 * @throws Error when it names a line that the backward pass does not have
 */
export function planted<S, M>(
  { id: program, backward, point }: Passes<S> & { readonly id: string },
  { wrong, keeps, ...told }: ZooBug<S>,
  makes: M,
  wrongElements: () => readonly string[],
): Planted & M {
  const [line] = Object.keys(wrong);
  const id = `${program}/${told.id}`;
  if (!(line in { ...backward, gradient: 0 })) throw new Error(`${id}: no line of the backward pass defines ${line}`);
  let where: Where | undefined;
  return {
    ...told,
    ...makes,
    id,
    line,
    stateful: keeps !== undefined,
    get where() {
      where ??= placeOf(point, wrongElements());
      return where;
    },
  };
}
