import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAxis } from '@/charts/axes/axis.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const kinds = [
  { kind: 'linear', domain: [-3, 7] },
  { kind: 'log', domain: [1e-12, 1e3] },
  { kind: 'symlog', domain: [-50, 2000], constant: 0.1 },
] as const;

describe.each(kinds)('a $kind axis', (spec) => {
  const axis = makeAxis({ label: 'x', ...spec }, [], [20, 600], 5);
  const [low, high] = spec.domain;

  it('puts the ends of its domain at the ends of its range', () => {
    expect(axis.position(low)).toBe(20);
    expect(axis.position(high)).toBe(600);
  });

  it('finds the value again whose place it is', () => {
    fc.assert(
      fc.property(share, (part) => {
        const place = 20 + 580 * part;
        expect(axis.position(axis.invert(place))).toBeCloseTo(place, 6);
      }),
    );
  });
});

it('a log axis gives equal ratios equal room', () => {
  const { position } = makeAxis({ label: 'x', kind: 'log', domain: [1e-4, 1e4] }, [], [0, 800], 5);
  expect(position(10) - position(1)).toBeCloseTo(100, 9);
  expect(position(1e-3) - position(1e-4)).toBeCloseTo(100, 9);
});

it('has a finite place for every value, where its ends are neighbours too', () => {
  const next = 1 + Number.EPSILON;
  for (const kind of ['linear', 'log', 'symlog'] as const) {
    const { position } = makeAxis({ label: 'x', kind, domain: [1, next] }, [1, next], [0, 100], 5);
    expect([position(1), position(next)].every(Number.isFinite)).toBe(true);
  }
});
