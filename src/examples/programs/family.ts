/** A family of the zoo: a program with what the course says of it, and the truth about each bug planted in it. */

import type { Gradient, Loss, PointRecord } from '../../checker/types.ts';
import type { Described } from '../example.ts';
import { differing, mapPoint, type Planted, planted, type ZooBug } from './planted.ts';
import { gradientOf, lossOf, type Program, type ShownLine, shownLines } from './program.ts';

export interface FamilyDefinition<S> extends Described, Program<S> {
  readonly bugs: readonly ZooBug<S>[];
}

/** A planted bug as the course shows it. */
export interface PlantedBug extends Planted {
  readonly family: string;
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

/** Calls a gradient as a checker does, so that kept state shows: at another point first, then twice at `point`. */
function provoke(gradient: Gradient<PointRecord>, point: PointRecord): PointRecord {
  gradient(mapPoint(point, (value) => value + 0.125));
  gradient(structuredClone(point) as PointRecord);
  return gradient(structuredClone(point) as PointRecord);
}

function plantedIn<S>(definition: FamilyDefinition<S>, bug: ZooBug<S>): PlantedBug {
  const { id: family, point } = definition;
  const make = () => gradientOf(definition, bug);
  const found = () => (bug.keeps ? provoke(make(), point) : make()(point));
  return planted(definition, bug, { family, make }, () => differing(gradientOf(definition)(point), found()));
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
  const bugs = definition.bugs.map((bug) => plantedIn(definition, bug));
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
