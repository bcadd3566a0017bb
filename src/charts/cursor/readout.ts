import type { Frame } from '../axes/frame.ts';
import { LINE, TEXT } from '../axes/layout.ts';
import type { KeyEntry } from '../figure/key.ts';
import { labelWidth } from '../figure/rich.ts';
import { beforeExponent, numberParts } from '../format.ts';
import { type Box, overlap } from '../labels/labels.ts';

/** A place of the drawing that a read-out keeps clear of: a point, a grip, the arrow of a mouse, a finger. */
export interface Kept {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room within the box, between its columns, and for the mark of a series. */
export const PADDING = 7;
export const GAP = 18;
export const MARK = 36;
/** How far a read-out stands from what it keeps clear of. */
const CLEAR = 4;

/** A value as a read-out writes it, with the markup of `rich.ts`: six digits at most. */
export function readingText(value: number | string): string {
  if (typeof value === 'string') return value;
  const { mantissa, exponent } = numberParts(value);
  return exponent === null ? mantissa : `${beforeExponent(mantissa)}^{${exponent}}`;
}

/** The size of the box for these values, in units of the drawing. */
export function readoutSize(readings: readonly KeyEntry[]): Size {
  const widths = readings.map(
    ({ label, look, value }) =>
      (look ? MARK : 0) + labelWidth(label, TEXT) + GAP + labelWidth(readingText(value!), TEXT),
  );
  return { width: 2 * PADDING + Math.max(0, ...widths), height: PADDING + readings.length * LINE };
}

/**
 * The upper left corner of a read-out: beside the first of `kept`, which the reader points at, within the plot, and clear
 * of all of them. A finger comes from below, so what it must not hide stands above or at its side. Where the plot is too
 * small, the read-out stands over it or under it.
 */
export function placeReadout(
  { width, height }: Size,
  { plot, layout }: Pick<Frame, 'plot' | 'layout'>,
  kept: readonly Kept[],
) {
  const [{ x, y, radius }] = kept;
  const far = radius + CLEAR;
  const across = { right: x + far, left: x - far - width, middle: x - width / 2 };
  const wishes: readonly (readonly [x: number, y: number])[] = [
    [across.right, y - far - height],
    [across.left, y - far - height],
    [across.middle, y - far - height],
    [across.right, y - height / 2],
    [across.left, y - height / 2],
    [across.right, y + far],
    [across.left, y + far],
    [across.middle, y + far],
    [across.right, plot.top],
    [across.left, plot.top],
    [plot.left, plot.top],
    [plot.right - width, plot.top],
    [plot.left, plot.bottom - height],
    [plot.right - width, plot.bottom - height],
  ];
  const sideways = (at: number) => Math.max(0, Math.min(at, layout.width - width));
  const taken = kept.map(
    (one): Box => ({
      left: one.x - one.radius,
      right: one.x + one.radius,
      top: one.y - one.radius,
      bottom: one.y + one.radius,
    }),
  );
  const isFree = ([left, top]: readonly [number, number]) =>
    taken.every((box) => !overlap(box, { left, top, right: left + width, bottom: top + height }));
  const within = wishes.map(
    ([left, top]) => [sideways(left), Math.max(plot.top, Math.min(top, plot.bottom - height))] as const,
  );
  const highest = Math.min(plot.top, ...taken.map(({ top }) => top));
  const [left, top] = within.find(isFree) ?? [sideways(across.middle), highest - CLEAR - height];
  return { x: Math.round(left), y: Math.round(top) };
}
