/** The backward pass as a chain from the loss to the input: what the reader breaks, and where each line stands. */
import { choiceField } from '@/input/fields.ts';

/** The lines of the backward pass in their order, each with its distance from the loss; below the chain, its groups. */
export const NODES = [
  { name: 'dS', x: 238, y: 34, depth: 1 },
  { name: 'dW2', x: 208, y: 112, depth: 2, group: 'W2' },
  { name: 'db2', x: 268, y: 112, depth: 2, group: 'b2' },
  { name: 'dA', x: 149, y: 34, depth: 2 },
  { name: 'dZ', x: 60, y: 34, depth: 3 },
  { name: 'dW1', x: 30, y: 112, depth: 4, group: 'W1' },
  { name: 'db1', x: 90, y: 112, depth: 4, group: 'b1' },
] as const;

export type LineName = (typeof NODES)[number]['name'] | 'none';

/** The loss, where the chain begins. */
export const LOSS = { x: 327, y: 34 } as const;

/** Which line each is computed from. */
export const ARROWS: readonly (readonly [from: LineName | 'L', to: LineName])[] = [
  ['L', 'dS'],
  ['dS', 'dW2'],
  ['dS', 'db2'],
  ['dS', 'dA'],
  ['dA', 'dZ'],
  ['dZ', 'dW1'],
  ['dZ', 'db1'],
];

const NAMES: readonly LineName[] = ['none', ...NODES.map(({ name }) => name)];

export const LINE_OPTIONS = NAMES.map((value) => ({ value, label: value }));

export const fields = { line: choiceField<LineName>('dA', NAMES) };
