/** How the outputs y of a layer are laid out, and how what F returns is read into a flat list. */
import { CheckError } from '../errors.ts';
import { isList, isTensor } from '../point/kinds.ts';
import { type Layout, layoutOf } from '../point/layout.ts';
import { entries, readBlock, shapeText } from '../point/point.ts';
import type { Point } from '../types.ts';

/** The name of outputs without a name, in names of entries and in messages. */
export const OUTPUT = 'y';

/**
 * The layout of y. A y without names is one group called `y`.
 *
 * @throws CheckError where y is empty, ragged, or holds no numbers
 */
export function outputLayout(y: unknown): { layout: Layout; values: Float64Array } {
  return layoutOf(y as Point, { any: true, called: OUTPUT });
}

/** Both ends of an entry of the Jacobian: `y.h[0][2] / W[1][3]`. */
export function entryName(outputs: Layout, inputs: Layout, output: number, index: number): string {
  const name = outputs.nameOf(output);
  const nameless = /^y($|\[)/.test(outputs.blocks[0].name);
  return `${nameless ? name : `${OUTPUT}.${name}`} / ${inputs.nameOf(index)}`;
}

const shapesText = (blocks: readonly { readonly name: string; readonly shape: readonly number[] }[]): string =>
  blocks.map(({ name, shape }) => (name === OUTPUT ? shapeText(shape) : `${name}: ${shapeText(shape)}`)).join(', ');

/** Reads an array without looking at more than it must; false where it is not of this shape. */
function fill(
  value: unknown,
  shape: readonly number[],
  depth: number,
  out: Float64Array,
  at: { next: number },
): boolean {
  if (depth === shape.length) {
    if (typeof value !== 'number') return false;
    out[at.next++] = value;
    return true;
  }
  if (!isList(value) || value.length !== shape[depth]) return false;
  for (let i = 0; i < value.length; i++) if (!fill(value[i], shape, depth + 1, out, at)) return false;
  return true;
}

/**
 * A function that reads what F returns near x into a flat list.
 *
 * @throws CheckError, from that function, where F returns another structure than at x
 */
export function readerOf({ blocks, size }: Layout): (y: unknown) => Float64Array {
  return (y) => {
    const out = new Float64Array(size);
    const at = { next: 0 };
    const parts = entries(y, '', OUTPUT);
    const fits = (value: unknown, shape: readonly number[]): boolean =>
      isTensor(value)
        ? shapeText(value.shape) === shapeText(shape) && fill(value.data, [value.data.length], 0, out, at)
        : fill(value, shape, 0, out, at);
    if (parts.length === blocks.length && blocks.every(({ shape }, k) => fits(parts[k][1], shape))) return out;
    const found = parts.map(([name, value]) => ({ name, ...readBlock(name, value, true) }));
    throw new CheckError(
      'output-shape',
      `F returned ${shapesText(blocks)} at x, but ${shapesText(found)} at a point beside it. Return outputs of one shape, whatever x is.`,
    );
  };
}
