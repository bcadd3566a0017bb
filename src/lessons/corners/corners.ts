/** Points where a function has no derivative, or a useless one, and the slope that a library returns there anyway. */

export interface Corner {
  readonly id: string;
  readonly label: string;
  /** As it is written. */
  readonly formula: string;
  readonly f: (x: number) => number;
  readonly x: number;
  /** The slope that automatic differentiation returns at x. */
  readonly returned: number;
  /** Why it returns that. */
  readonly why: string;
}

const relu = (x: number): number => Math.max(0, x);

export const CORNERS: readonly Corner[] = [
  {
    id: 'relu',
    label: 'relu(x) at 0',
    formula: 'max(0, x)',
    f: relu,
    x: 0,
    returned: 0,
    why: 'Libraries take the slope on the left, 0. Any number from 0 to 1 would do as well.',
  },
  {
    id: 'difference',
    label: 'relu(x) − relu(−x) at 0',
    formula: 'max(0, x) − max(0, −x)',
    f: (x) => relu(x) - relu(-x),
    x: 0,
    returned: 0,
    why: 'The function is x, and smooth. But each half has a kink at 0, for each the library returns 0, and the rule for sums adds the two.',
  },
  {
    id: 'tie',
    label: 'max(x, 1) at a tie',
    formula: 'max(x, 1)',
    f: (x) => Math.max(x, 1),
    x: 1,
    returned: 0.5,
    why: 'Some libraries give a tie to the first, some share it out. All of that is admissible, as long as the shares add up to 1.',
  },
  {
    id: 'clamp',
    label: 'clamp(x, 0, 1) at 1',
    formula: 'min(max(x, 0), 1)',
    f: (x) => Math.min(Math.max(x, 0), 1),
    x: 1,
    returned: 1,
    why: 'At the bound itself some libraries let the gradient through, and beyond it none do: a parameter that is clipped stops learning.',
  },
  {
    id: 'root',
    label: 'sqrt(x) at 0',
    formula: '√x',
    f: Math.sqrt,
    x: 0,
    returned: Number.POSITIVE_INFINITY,
    why: 'The slope grows without bound. Times a 0 that comes from above it is NaN, and one NaN is enough to spoil every parameter.',
  },
  {
    id: 'norm',
    label: '‖x‖ at 0',
    formula: '√(x²)',
    f: (x) => Math.sqrt(x * x),
    x: 0,
    returned: Number.NaN,
    why: 'By the chain rule it is 0 / 0. Where a length can be 0, write √(x² + ε²), or return 0 there on purpose.',
  },
  {
    id: 'round',
    label: 'round(x), straight through',
    formula: 'round(4x) / 4',
    f: (x) => Math.round(4 * x) / 4,
    x: 0.3,
    returned: 1,
    why: 'The slope is 0 nearly everywhere, so that nothing could be learned; training pretends that it is 1. That is a choice, and no derivative.',
  },
];

/** How far from x the function is looked at. */
export const REACH = 1;
