/** Where the network's parts stand in its picture: one edge a weight, one node a bias. Numbers in, geometry out. */
import { CLASSES, HIDDEN, INPUTS } from './data.ts';

export const WIDTH = 340;
export const HEIGHT = 340;
const TOP = 62;
const BOTTOM = 14;
const COLUMNS = [34, 170, 306] as const;

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Node extends Place {
  readonly name: string;
  /** The bias that it adds, as the check names it; none for an input. */
  readonly element?: string;
}

export interface Edge {
  /** The weight, as the check names it: `W1[0][2]`. */
  readonly element: string;
  readonly from: Place;
  readonly to: Place;
  /** Where a mark on the edge stands, clear of those on its neighbours. */
  readonly mark: Place;
}

export interface GroupLabel extends Place {
  readonly group: string;
}

const column = (x: number, names: readonly string[], bias?: string): Node[] => {
  const room = HEIGHT - TOP - BOTTOM;
  return names.map((name, i) => ({
    name,
    x,
    y: Math.round(TOP + (room * (i + 0.5)) / names.length),
    ...(bias && { element: `${bias}[${i}]` }),
  }));
};

const count = (length: number, prefix: string) => Array.from({ length }, (_, i) => `${prefix}${i + 1}`);

export const inputs = column(COLUMNS[0], count(INPUTS, 'x'));
const hidden = column(COLUMNS[1], count(HIDDEN, 'h'), 'b1');
const outputs = column(COLUMNS[2], CLASSES, 'b2');
export const nodes: readonly Node[] = [...inputs, ...hidden, ...outputs];

/** Edges leave one node at different slopes; marks at different shares of their length do not meet. */
const connect = (group: string, left: readonly Node[], right: readonly Node[]): Edge[] =>
  left.flatMap((from, i) =>
    right.map((to, j) => {
      const share = 0.32 + (0.36 * ((i + 2 * j) % 4)) / 3;
      return {
        element: `${group}[${i}][${j}]`,
        from,
        to,
        mark: { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
      };
    }),
  );

export const edges: readonly Edge[] = [...connect('W1', inputs, hidden), ...connect('W2', hidden, outputs)];

/** Heads of the columns, each over what it names. */
export const groupLabels: readonly GroupLabel[] = [
  { group: 'W1', x: (COLUMNS[0] + COLUMNS[1]) / 2 - 6, y: 16 },
  { group: 'b1', x: COLUMNS[1], y: 16 },
  { group: 'W2', x: (COLUMNS[1] + COLUMNS[2]) / 2 + 2, y: 16 },
  { group: 'b2', x: COLUMNS[2] - 4, y: 16 },
];

/** Which nodes an element belongs to, in words: `from x1 to h3`, `bias of A`. */
export function roleOf(element: string): string {
  const edge = edges.find((one) => one.element === element);
  if (edge !== undefined) return `${nameAt(edge.from)} to ${nameAt(edge.to)}`;
  const node = nodes.find((one) => one.element === element);
  return node === undefined ? element : `bias of ${node.name}`;
}

const nameAt = (place: Place): string => nodes.find(({ x, y }) => x === place.x && y === place.y)?.name ?? '';

const THINNEST = 1;
const THICKEST = 6;

/** Stroke width of an element: how much the loss depends on it, beside the element it depends on most. */
export function widthOf(slope: number, largest: number): number {
  if (!Number.isFinite(slope) || largest === 0) return THINNEST;
  return Math.round(10 * (THINNEST + (THICKEST - THINNEST) * (Math.abs(slope) / largest))) / 10;
}
