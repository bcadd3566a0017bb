import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, valueAfterKey } from '@/charts/cursor/handle.ts';

const log = { kind: 'log', domain: [1e-14, 1e-1] } as const;
const linear = { kind: 'linear', domain: [-1, 3] } as const;
const limits = { min: 1e-14, max: 1e-1 };

describe('a step on a log axis, moved with the keys', () => {
  it('goes by tenths of a decade, and by whole ones with Shift or the page keys', () => {
    // 10^-4.9 to twelve digits.
    expect(valueAfterKey('ArrowRight', false, 1e-5, log, limits)).toBe(1.25892541179e-5);
    expect(valueAfterKey('ArrowRight', true, 1e-5, log, limits)).toBe(1e-4);
    expect(valueAfterKey('PageDown', false, 1e-5, log, limits)).toBe(1e-6);
  });

  it('comes back to where it was', () => {
    let value = 1e-5;
    for (let press = 0; press < 10; press++) value = valueAfterKey('ArrowUp', false, value, log, limits) as number;
    expect(value).toBe(1e-4);
    for (let press = 0; press < 10; press++) value = valueAfterKey('ArrowDown', false, value, log, limits) as number;
    expect(value).toBe(1e-5);
  });

  it('reaches both limits and never passes them', () => {
    expect(valueAfterKey('Home', false, 1e-5, log, limits)).toBe(1e-14);
    expect(valueAfterKey('End', false, 1e-5, log, limits)).toBe(1e-1);
    expect(valueAfterKey('PageUp', false, 5e-2, log, limits)).toBe(1e-1);
  });
});

describe('a point on a linear axis, moved with the keys', () => {
  it('goes by hundredths of the axis, without the round-off of many steps', () => {
    let value = 0;
    for (let press = 0; press < 3; press++) {
      value = valueAfterKey('ArrowRight', false, value, linear, { min: -1, max: 3 }, 0.1) as number;
    }
    expect(value).toBe(0.3);
    expect(valueAfterKey('ArrowLeft', false, 0, linear, { min: -1, max: 3 })).toBe(-0.04);
  });
});

describe('a handle', () => {
  it('leaves keys alone that are not its own', () => {
    expect(valueAfterKey('Tab', false, 1, linear, limits)).toBeNull();
  });

  it('keeps any value within its limits, NaN included', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const kept = clamp(value, limits);
        expect(kept >= limits.min && kept <= limits.max).toBe(true);
      }),
    );
  });
});
