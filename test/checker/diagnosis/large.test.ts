import { expect, it } from 'vitest';
import { kinds, random } from './kit.ts';

it('a quarter of a million wrong elements are named in a few seconds, whatever the pattern', () => {
  const { vector } = random(3);
  const rows = 500;
  const layout = { W: [rows, 500], b: [500] };
  const x = vector(rows * 500 + 500);
  const truth = vector(x.length);
  const base = { layout, x, truth };
  expect(kinds({ ...base, analytic: truth.map((t, i) => t + x[i]) })).toEqual(['missing-l2']);
  expect(kinds({ ...base, analytic: truth.map((t, i) => t + Math.cos(i) * x[i]) })).toEqual(['unknown-pattern']);
  expect(kinds({ layout: { x: [x.length] }, x, truth, analytic: truth.map((t) => t * t) })).toEqual([
    'unknown-pattern',
  ]);
});
