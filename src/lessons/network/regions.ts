/** The input plane: which class the network gives to each part of it, as one path a class. */
import { contours } from 'd3';
import { round } from '@/charts/marks/tone.ts';
import { argmax } from './argmax.ts';
import { forwardPass } from './backprop.ts';
import { CLASSES, data, EXTENT, type Weights } from './data.ts';
import { SIDE } from './plane-state.ts';

/** Places along a side at which the network is asked; between them its scores are taken as linear. */
const NODES = 31;
const CELL = SIDE / (NODES - 1);

export interface Region {
  readonly name: string;
  /** Path data of the area where this class wins. */
  readonly path: string;
  /** Where its name has most room about it; none for a class that wins nowhere. */
  readonly label: readonly [number, number] | undefined;
}

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
  /** Whether the network gives it its own class. */
  readonly right: boolean;
}

const toPlane = (v: number): number => ((v + EXTENT) / (2 * EXTENT)) * SIDE;
const node = (index: number): number => (index / (NODES - 1)) * 2 * EXTENT - EXTENT;

/** The scores of every class at every node, row by row from the top. */
function scores(weights: Weights): number[][][] {
  return Array.from(
    { length: NODES },
    (_, row) =>
      forwardPass(
        weights,
        Array.from({ length: NODES }, (_, column) => [node(column), -node(row)]),
      ).S,
  );
}

/** d3 counts from the corners of cells, whose middles the nodes are, and goes half a cell beyond the last of them. */
const onPlane = (at: number): number => round(Math.min(SIDE, Math.max(0, (at - 0.5) * CELL)));

/** The contour of zero of a class's lead over the best of the others: where it begins to win. */
function pathOf(grid: readonly number[][][], wanted: number): string {
  const leads = grid.flat().map((all) => all[wanted] - Math.max(...all.filter((_, c) => c !== wanted)));
  const rings = contours().size([NODES, NODES]).contour(leads, 0).coordinates.flat();
  return rings.map((ring) => `M${ring.map(([x, y]) => `${onPlane(x)} ${onPlane(y)}`).join('L')}z`).join('');
}

/** A name may stand nearer to a point, and nearer to the edge, than to another class. */
const KEEP_OFF = 1.6;
const EDGE = 1.5;

/** The node of a class that is farthest from the edge, from other classes and from the points. */
function roomiest(grid: readonly number[][], wanted: number): Region['label'] {
  let best: { room: number; at: readonly [number, number] } | undefined;
  const points = data.X.map(([x, y]) => [toPlane(x) / CELL, toPlane(-y) / CELL] as const);
  const others = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === wanted ? [] : [[column, row] as const])),
  );
  for (let row = 2; row < NODES - 2; row += 2) {
    for (let column = 2; column < NODES - 2; column += 2) {
      if (grid[row][column] !== wanted) continue;
      const edge = EDGE * Math.min(row, column, NODES - 1 - row, NODES - 1 - column);
      let room = Math.min(edge ** 2, KEEP_OFF ** 2 * nearest(points, column, row));
      // Most nodes lose here already, and the long list is left alone.
      if (best !== undefined && room <= best.room) continue;
      room = Math.min(room, nearest(others, column, row));
      if (best === undefined || room > best.room) best = { room, at: [round(column * CELL), round(row * CELL)] };
    }
  }
  return best?.at;
}

/** Squared distance to the nearest of some places. */
function nearest(places: readonly (readonly [number, number])[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [px, py] of places) least = Math.min(least, (px - x) ** 2 + (py - y) ** 2);
  return least;
}

/** The decision regions of the network with these weights. */
export function regionsOf(weights: Weights): Region[] {
  const grid = scores(weights);
  const winners = grid.map((row) => row.map(argmax));
  return CLASSES.map((name, c) => ({ name, path: pathOf(grid, c), label: roomiest(winners, c) }));
}

/** The data, with the network's verdict on each. */
export function pointsOf(weights: Weights): PlacedPoint[] {
  const { P } = forwardPass(weights);
  return data.X.map(([x, y], i) => ({
    x: toPlane(x),
    y: toPlane(-y),
    label: data.labels[i],
    right: argmax(P[i]) === data.labels[i],
  }));
}
