/** The input plane: which class the network gives to each part of it, as one path a class. */
import { argmax } from './argmax.ts';
import { forwardPass } from './backprop.ts';
import { CLASSES, data, EXTENT, type Weights } from './data.ts';

/** Side of the drawing. */
export const SIDE = 340;
/** Squares along a side: coarse, for an impression and not a proof. */
const CELLS = 34;
const CELL = SIDE / CELLS;

export interface Region {
  readonly name: string;
  /** Path data of the squares where this class wins, run by run. */
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

export const toPlane = (v: number): number => ((v + EXTENT) / (2 * EXTENT)) * SIDE;
const middle = (cell: number): number => ((cell + 0.5) / CELLS) * 2 * EXTENT - EXTENT;

/** The winner of every square, row by row from the top. */
function winners(weights: Weights): number[][] {
  return Array.from({ length: CELLS }, (_, row) => {
    const X = Array.from({ length: CELLS }, (_, column) => [middle(column), -middle(row)]);
    return forwardPass(weights, X).P.map(argmax);
  });
}

function pathOf(grid: readonly number[][], wanted: number): string {
  let path = '';
  for (const [row, cells] of grid.entries()) {
    for (let from = 0; from < CELLS; from++) {
      if (cells[from] !== wanted) continue;
      let to = from;
      while (to < CELLS && cells[to] === wanted) to++;
      path += `M${from * CELL} ${row * CELL}h${(to - from) * CELL}v${CELL}h${-(to - from) * CELL}z`;
      from = to;
    }
  }
  return path;
}

/** A name may stand nearer to a point, and nearer to the edge, than to another class. */
const KEEP_OFF = 1.6;
const EDGE = 1.5;

/** The square of a class that is farthest from the edge, from other classes and from the points. */
function roomiest(grid: readonly number[][], wanted: number): Region['label'] {
  let best: { room: number; at: readonly [number, number] } | undefined;
  const points = data.X.map(([x, y]) => [toPlane(x) / CELL - 0.5, toPlane(-y) / CELL - 0.5] as const);
  const others = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell === wanted ? [] : [[column, row] as const])),
  );
  for (let row = 2; row < CELLS - 2; row += 2) {
    for (let column = 2; column < CELLS - 2; column += 2) {
      if (grid[row][column] !== wanted) continue;
      const edge = EDGE * Math.min(row, column, CELLS - 1 - row, CELLS - 1 - column);
      let room = Math.min(edge ** 2, KEEP_OFF ** 2 * nearest(points, column, row));
      // Most squares lose here already, and the long list is left alone.
      if (best !== undefined && room <= best.room) continue;
      room = Math.min(room, nearest(others, column, row));
      if (best === undefined || room > best.room) best = { room, at: [(column + 0.5) * CELL, (row + 0.5) * CELL] };
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
  const grid = winners(weights);
  return CLASSES.map((name, c) => ({ name, path: pathOf(grid, c), label: roomiest(grid, c) }));
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
