/** A layer of the zoo: outputs, a backward pass that is given their cotangent, and the truth about each planted bug. */

import { seededRandom } from '../../checker/random.ts';
import type { Point, PointRecord } from '../../checker/types.ts';
import type { Described } from '../example.ts';
import { differing, mapPoint, type Planted, planted, type ZooBug } from '../programs/planted.ts';
import { forwardAt, gradientOf, type Passes, type ShownLine, shownLines } from '../programs/program.ts';

/** The names of every layer: `y`, its outputs, is a line of the forward pass; `v`, their cotangent, is given. */
interface Ends {
  readonly y: Point;
  readonly v: Point;
}

export interface LayerDefinition<S extends Ends> extends Described, Passes<S> {
  readonly bugs: readonly ZooBug<S>[];
}

/** From x and the cotangent v of the outputs to the gradient of ⟨v, F(x)⟩ with respect to x. */
export type Vjp = (x: PointRecord, v: Point) => PointRecord;

/** A bug of a layer as the course shows it. Its wrong elements are wrong for some v. */
export interface LayerBug extends Planted {
  readonly layer: string;
  /** Right where v is all ones, so that a check of the sum of the outputs accepts it. */
  readonly unseenBySum: () => boolean;
  /** The wrong backward pass with fresh state. */
  readonly make: () => Vjp;
}

export interface Layer extends Described, Pick<Passes<unknown>, 'sizes' | 'point'> {
  readonly data: Readonly<Record<string, unknown>>;
  readonly F: (x: PointRecord) => Point;
  /** The right backward pass. */
  readonly vjp: Vjp;
  /** The program as it is shown, right or with a bug in it. */
  readonly shown: (bug?: LayerBug) => { readonly forward: ShownLine[]; readonly backward: ShownLine[] };
  readonly bugs: readonly LayerBug[];
}

export const ones = (y: Point): Point => mapPoint(y, () => 1);

/** A cotangent of mixed signs and sizes, 0.5 to 2, in the structure of y. */
export function randomCotangent(y: Point, seed: number): Point {
  const uniform = seededRandom(seed);
  return mapPoint(y, () => (0.5 + 1.5 * uniform()) * (uniform() < 0.5 ? -1 : 1));
}

/** Seeds of the cotangents by which it is known which elements a bug makes wrong. */
const SEEDS = [17, 18, 19];

/**
 * A layer as it is used, out of its definition.
 *
 *     const { F, vjp, point, bugs } = defineLayer(definition);
 *     bugs[0].make()(point, F(point)); // what the first bug computes there, where v is y
 *
 * @throws Error when a bug names a line that the backward pass does not have
 */
export function defineLayer<S extends Ends>(definition: LayerDefinition<S>): Layer {
  const { bugs: definitions, data, ...told } = definition;
  const { point } = definition;
  const F = (x: PointRecord): Point => forwardAt(definition, x).y;
  const vjpWith = (...wrong: readonly ZooBug<S>[]): Vjp => {
    const gradient = gradientOf(definition, ...wrong);
    return (x, v) => gradient(x, { v } as Partial<S>);
  };
  const bugs = definitions.map((bug): LayerBug => {
    const make = () => vjpWith(bug);
    const wrongFor = (v: Point): readonly string[] => {
      const wrong = make();
      // state that is kept from call to call shows in the second one
      if (bug.keeps) wrong(point, v);
      return differing(vjpWith()(point, v), wrong(point, v));
    };
    const unseenBySum = () => wrongFor(ones(F(point))).length === 0;
    return planted(definition, bug, { layer: told.id, make, unseenBySum }, () =>
      SEEDS.flatMap((seed) => wrongFor(randomCotangent(F(point), seed))),
    );
  });
  return {
    ...told,
    data: data as Readonly<Record<string, unknown>>,
    F,
    vjp: vjpWith(),
    shown: (bug) => shownLines(definition, ...definitions.filter((_, i) => bugs[i] === bug)),
    bugs,
  };
}
