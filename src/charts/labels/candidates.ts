import type { Frame } from '../axes/frame.ts';
import type { Box, Candidate } from './labels.ts';

/** A straight line, by its ends. */
export interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Where the label of each kind of annotation may stand, best place first; `placeFree` chooses. */

/** Places about a point, those above first: a finger or a cursor comes from below. */
export function around(x: number, y: number): Candidate[] {
  return [16, 30, 46].flatMap((far): Candidate[] => [
    { x, y: y - far, anchor: 'middle' },
    { x, y: y + far, anchor: 'middle' },
    { x: x + 10, y: y - far / 2 - 4, anchor: 'start' },
    { x: x - 10, y: y - far / 2 - 4, anchor: 'end' },
    { x: x + 10, y: y + far / 2 + 4, anchor: 'start' },
    { x: x - 10, y: y + far / 2 + 4, anchor: 'end' },
  ]);
}

/** Over and under a horizontal line, from its right end. */
export function along({ plot }: Frame, y: number): Candidate[] {
  return [y - 9, y + 9].flatMap((height): Candidate[] => [
    { x: plot.right - 2, y: height, anchor: 'end' },
    { x: plot.left + 4, y: height, anchor: 'start' },
    { x: (plot.left + plot.right) / 2, y: height, anchor: 'middle' },
  ]);
}

/** Beside a slanted line, nearest to its ends first. */
export function beyond({ x1, y1, x2, y2 }: Ends): Candidate[] {
  return [0.04, 0.96, 0.15, 0.85, 0.28, 0.72, 0.4, 0.6].flatMap((share): Candidate[] => {
    const x = x1 + share * (x2 - x1);
    const y = y1 + share * (y2 - y1);
    return [
      { x: x + 8, y: y1 > y2 ? y + 5 : y - 5, anchor: 'start' },
      { x: x - 8, y: y1 > y2 ? y - 5 : y + 5, anchor: 'end' },
    ];
  });
}

/** Inside a shaded range, at its top, foot or middle. */
export function within({ left, right, top, bottom }: Box): Candidate[] {
  const middle = (left + right) / 2;
  return [top + 10, bottom - 10, (top + bottom) / 2].flatMap((y): Candidate[] => [
    { x: middle, y, anchor: 'middle' },
    { x: left + 4, y, anchor: 'start' },
    { x: right - 4, y, anchor: 'end' },
  ]);
}

/** Points along a line, for labels to keep clear of. */
export function sample({ x1, y1, x2, y2 }: Ends): [number, number][] {
  const count = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 8);
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = count === 0 ? 0 : index / count;
    return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
  });
}
