/** How a point is laid out: its groups and shapes, the names of its elements, and their order in a flat list. */
import { CheckError } from '../errors.ts';
import { sizeOf } from './kinds.ts';
import { NAMELESS } from './parts.ts';
import { entries, readBlock, shapeText } from './point.ts';

/** A named array of a point: a record's entry, or the whole of a point without names (then called `x`). */
export interface Block {
  readonly name: string;
  /** Empty for one number. */
  readonly shape: readonly number[];
  /** First flat index, and number of elements. */
  readonly start: number;
  readonly size: number;
  /** Its elements are float32 themselves: a Float32Array, or an array with rows of that type. */
  readonly narrow: boolean;
}

/** The structure of a point: enough to name its elements and to build it again from a flat list. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly size: number;
  /** `W1[2][0]` for a flat index; `x` for a number, `x[3]` for an element of a nameless array. */
  nameOf(index: number): string;
}

/**
 * Reads a point: its layout, and its elements as a flat list in C order over the groups.
 *
 * @param any allow NaN and infinities, as a gradient may hold them
 * @param called what the point is called where it has no names
 * @throws CheckError where x is empty, not finite, or of an unsupported type; the message names the element
 */
export function layoutOf(
  x: unknown,
  { any = false, called = NAMELESS }: { any?: boolean; called?: string } = {},
): { layout: Layout; values: Float64Array } {
  const read = entries(x, '', called).map(([name, value]) => ({ name, ...readBlock(name, value, any) }));
  const blocks: Block[] = [];
  const names = new Set<string>();
  let size = 0;
  for (const { name, shape, narrow } of read) {
    if (names.has(name))
      throw new CheckError('unsupported-point', `Two entries of ${called} are called ${name}. Give one another name.`);
    names.add(name);
    if (shape.includes(0))
      throw new CheckError('empty-point', `${name} is empty (${shapeText(shape)}): there is nothing to differentiate.`);
    blocks.push({ name, shape, start: size, size: sizeOf(shape), narrow });
    size += sizeOf(shape);
  }
  const values = new Float64Array(size);
  read.forEach((block, i) => {
    values.set(block.values, blocks[i].start);
  });
  return { layout: { blocks, size, nameOf: (index) => elementName(blocks, index) }, values };
}

/** The last block that starts at or before an index: of a point of many records there may be many. */
function blockAt(blocks: readonly Block[], index: number): Block | undefined {
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (blocks[middle].start <= index) from = middle + 1;
    else to = middle;
  }
  return blocks[from - 1];
}

function elementName(blocks: readonly Block[], index: number): string {
  const block = blockAt(blocks, index);
  if (!block) return `${NAMELESS}[${index}]`;
  let rest = index - block.start;
  const subscripts: number[] = [];
  for (let axis = block.shape.length - 1; axis >= 0; axis--) {
    subscripts.unshift(rest % block.shape[axis]);
    rest = Math.floor(rest / block.shape[axis]);
  }
  return block.name + subscripts.map((i) => `[${i}]`).join('');
}
