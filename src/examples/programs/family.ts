/** A family of the zoo: a program with what the course says of it, and the truth about each bug planted in it. */
import type { Gradient, Loss, Point, PointRecord } from '../../checker/types.ts';
import { type Bug, gradientOf, lossOf, type Program, type ShownLine, shownLines } from './program.ts';

interface Described {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  /** The loss in TeX. */
  readonly formula: string;
}

interface ZooBug<S> extends Bug<S> {
  readonly explanation: string;
}

export interface FamilyDefinition<S> extends Described, Program<S> {
  readonly bugs: readonly ZooBug<S>[];
}

/** A planted bug as the course shows it. */
export interface PlantedBug extends Omit<ZooBug<unknown>, 'wrong' | 'keeps'> {
  readonly family: string;
  /** The name that the wrong line defines. */
  readonly line: string;
  /** Its error depends on earlier calls. */
  readonly stateful: boolean;
  /** The elements that are truly wrong, by comparison with the right gradient: nothing of the checker is used. */
  readonly where: { readonly groups: readonly string[]; readonly elements: readonly string[] };
  /** The wrong gradient with fresh state. */
  readonly make: () => Gradient<PointRecord>;
}

export interface Family extends Described, Pick<Program<unknown>, 'sizes' | 'point'> {
  readonly data: Readonly<Record<string, unknown>>;
  readonly f: Loss<PointRecord>;
  /** The right gradient. */
  readonly gradient: Gradient<PointRecord>;
  /** The program as it is shown, right or with a bug in it. */
  readonly shown: (bug?: PlantedBug) => { readonly forward: ShownLine[]; readonly backward: ShownLine[] };
  readonly bugs: readonly PlantedBug[];
}

/** An element is wrong if it differs from the right one by more than this share, which is far above rounding. */
const SAME = 1e-9;

/** The elements of a point by name, in order: `W[1][0]`. */
export function elementsOf(point: PointRecord): [group: string, name: string, value: number][] {
  const walk = (group: string, name: string, value: Point): [string, string, number][] =>
    typeof value === 'number'
      ? [[group, name, value]]
      : Array.from(value as readonly Point[]).flatMap((entry, i) => walk(group, `${name}[${i}]`, entry));
  return Object.entries(point).flatMap(([name, value]) => walk(name, name, value));
}

function differences(right: PointRecord, wrong: PointRecord): PlantedBug['where'] {
  const found = new Map(elementsOf(wrong).map(([, name, value]) => [name, value]));
  const wrongOnes = elementsOf(right).filter(([, name, value]) => {
    const other = found.get(name) ?? Number.NaN;
    return !(Math.abs(other - value) <= SAME * Math.max(Math.abs(other), Math.abs(value)));
  });
  return { groups: [...new Set(wrongOnes.map(([group]) => group))], elements: wrongOnes.map(([, name]) => name) };
}

/** Calls a gradient as a checker does, so that kept state shows: at another point first, then twice at `point`. */
function provoke(gradient: Gradient<PointRecord>, point: PointRecord): PointRecord {
  const move = (value: Point): Point =>
    typeof value === 'number' ? value + 0.125 : (Array.from(value as readonly Point[]).map(move) as Point);
  gradient(Object.fromEntries(Object.entries(point).map(([name, value]) => [name, move(value)])));
  gradient(structuredClone(point) as PointRecord);
  return gradient(structuredClone(point) as PointRecord);
}

function planted<S>(definition: FamilyDefinition<S>, bug: ZooBug<S>): PlantedBug {
  const { wrong, keeps, ...told } = bug;
  const [line] = Object.keys(wrong);
  const id = `${definition.id}/${bug.id}`;
  if (!(line in { ...definition.backward, gradient: 0 })) {
    throw new Error(`${id}: no line of the backward pass defines ${line}`);
  }
  const make = () => gradientOf(definition, bug);
  const stateful = keeps !== undefined;
  let where: PlantedBug['where'] | undefined;
  return {
    ...told,
    id,
    family: definition.id,
    line,
    stateful,
    make,
    get where() {
      const { point } = definition;
      where ??= differences(gradientOf(definition)(point), stateful ? provoke(make(), point) : make()(point));
      return where;
    },
  };
}

/**
 * A family as it is used, out of its definition.
 *
 *     const { f, gradient, point, bugs } = defineFamily(definition);
 *     bugs[0].make()(point); // what the first bug computes there
 *
 * @throws Error when a bug names a line that the backward pass does not have
 */
export function defineFamily<S>(definition: FamilyDefinition<S>): Family {
  const { id, title, shows, formula, sizes, point } = definition;
  const bugs = definition.bugs.map((bug) => planted(definition, bug));
  return {
    id,
    title,
    shows,
    formula,
    sizes,
    data: definition.data as Readonly<Record<string, unknown>>,
    point,
    f: lossOf(definition),
    gradient: gradientOf(definition),
    shown: (bug) => shownLines(definition, ...definition.bugs.filter((_, i) => bugs[i] === bug)),
    bugs,
  };
}
