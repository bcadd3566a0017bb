/** Where labels go so that none lies on another. Three ways, for three kinds of place. Lengths in units of the drawing. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Labels over vertical lines: each as near to its line as the ends allow, and in the first row where it is free.
 *
 *     stackRows([{ at: 50, width: 40 }, { at: 60, width: 40 }], 0, 100) // [{ at: 50, row: 0 }, { at: 60, row: 1 }]
 */
export function stackRows(
  labels: readonly { readonly at: number; readonly width: number }[],
  low: number,
  high: number,
  gap = 8,
): { readonly at: number; readonly row: number }[] {
  const rows: [number, number][][] = [];
  return labels.map(({ at, width }) => {
    const middle = Math.max(low + width / 2, Math.min(at, high - width / 2));
    const from = middle - width / 2 - gap / 2;
    const to = middle + width / 2 + gap / 2;
    let row = rows.findIndex((taken) => taken.every(([start, end]) => to <= start || from >= end));
    if (row < 0) row = rows.push([]) - 1;
    rows[row].push([from, to]);
    return { at: middle, row };
  });
}

/**
 * Labels in a column, each wished for at a height: moved apart by no more than needed, and kept between the ends.
 * Those the column has no room for (the last in the list go first) come back as null.
 */
export function spreadColumn(wishes: readonly number[], height: number, low: number, high: number): (number | null)[] {
  const room = Math.max(0, Math.floor((high - low) / height + 1e-9));
  const order = wishes
    .map((_, index) => index)
    .slice(0, room)
    .sort((a, b) => wishes[a] - wishes[b]);
  const places: (number | null)[] = wishes.map(() => null);
  let previous = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    previous = Math.max(wishes[index], previous + height, low + height / 2);
    places[index] = previous;
  }
  let next = Number.POSITIVE_INFINITY;
  for (const index of order.reverse()) {
    next = Math.min(places[index] as number, next - height, high - height / 2);
    places[index] = next;
  }
  return places;
}

export interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A label inside the plot and the places it may have, best first. `y` is the middle of the text. */
export interface FreeLabel {
  readonly width: number;
  readonly candidates: readonly Candidate[];
  /** May be left out: it is, where it could only stand across a line. */
  readonly optional?: boolean;
}

/** A line crosses a label with no more points than this where it only touches a corner of it. */
const TOUCHED = 1;

/** The box a label takes at a place. */
export function boxOf({ x, y, anchor }: Candidate, width: number, height: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

/**
 * Labels inside the plot: each takes the place that covers the fewest points, out of those within the bounds and free
 * of every label so far. One with no such place comes back as null, and an optional one that would be crossed: better no
 * label than two that cannot be read.
 */
export function placeFree(
  labels: readonly FreeLabel[],
  bounds: Box,
  height: number,
  points: readonly (readonly [number, number])[] = [],
  taken: readonly Box[] = [],
): (Candidate | null)[] {
  const boxes = [...taken];
  return labels.map(({ width, candidates, optional }) => {
    let best: { place: Candidate; box: Box; covered: number } | null = null;
    for (const place of candidates) {
      const box = boxOf(place, width, height);
      const inside =
        box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
      if (!inside || boxes.some((other) => overlap(box, other))) continue;
      const covered = points.filter(
        ([x, y]) => x > box.left - 2 && x < box.right + 2 && y > box.top - 2 && y < box.bottom + 2,
      ).length;
      if (best === null || covered < best.covered) best = { place, box, covered };
      if (covered === 0) break;
    }
    if (optional && best !== null && best.covered > TOUCHED) return null;
    if (best !== null) boxes.push(best.box);
    return best?.place ?? null;
  });
}
