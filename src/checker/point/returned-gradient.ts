/** Reads what a gradient returned against the layout of x, block by block. */
import { CheckError } from '../errors.ts';
import { isRecord, isTensor } from './kinds.ts';
import type { Layout } from './layout.ts';
import { NAMELESS } from './parts.ts';
import { entries, readBlock, shapeText } from './point.ts';

/** A block of a gradient whose shape is not that of x's block. */
export interface Mismatch {
  readonly name: string;
  /** Undefined where x has no such block, or the gradient lacks it. */
  readonly expected?: readonly number[];
  readonly actual?: readonly number[];
  readonly values?: Float64Array;
}

/**
 * Reads what a gradient returned against the layout of x: its elements in flat order (NaN where a block does not fit),
 * and the blocks that do not fit. NaN and infinities are passed on, since a gradient may well return them.
 */
export function readGradient(layout: Layout, gradient: unknown): { values: Float64Array; mismatches: Mismatch[] } {
  const values = new Float64Array(layout.size).fill(Number.NaN);
  const mismatches: Mismatch[] = [];
  const blocks = new Map(layout.blocks.map((block) => [block.name, block]));
  const isOne = (name: string): boolean | undefined => {
    if (blocks.has(name)) return true;
    const holdsOthers = layout.blocks.some((block) => block.name.startsWith(`${name}[`));
    return holdsOthers ? false : undefined;
  };
  const isEmpty = isRecord(gradient) && !isTensor(gradient) && Object.keys(gradient).length === 0;
  const named = isEmpty ? [] : entries(gradient, '', NAMELESS, 0, isOne);
  for (const [name, value] of named) {
    const block = blocks.get(name);
    const actual = readBlock(name === NAMELESS ? 'the gradient' : `the gradient's ${name}`, value, true);
    if (block && shapeText(block.shape) === shapeText(actual.shape)) values.set(actual.values, block.start);
    else
      mismatches.push({
        name,
        ...(block && { expected: block.shape }),
        actual: actual.shape,
        values: Float64Array.from(actual.values),
      });
    blocks.delete(name);
  }
  for (const [name, block] of blocks) mismatches.push({ name, expected: block.shape });
  return { values, mismatches };
}

/** The message for gradients of another shape: both shapes, and what to do. */
export function mismatchText({ name, expected, actual }: Mismatch): string {
  const part = name === NAMELESS ? '' : `'s ${name}`;
  if (!actual)
    return `The gradient has no ${name}, but x has (${shapeText(expected ?? [])}). Return one entry for each of x.`;
  if (!expected)
    return `The gradient has an entry ${name} (${shapeText(actual)}) that x has not. Return the structure of x.`;
  return `The gradient${part} has shape ${shapeText(actual)}, but x${part} has ${shapeText(expected)}. Return the shape of x.`;
}

/**
 * The same for callers that need a gradient of the right shape.
 *
 * @throws CheckError where a block does not fit
 */
export function readGradientStrictly(layout: Layout, gradient: unknown): Float64Array {
  const { values, mismatches } = readGradient(layout, gradient);
  if (mismatches.length) throw new CheckError('gradient-shape', mismatchText(mismatches[0]));
  return values;
}
