import { describe, expect, it } from 'vitest';
import { boundedConsole, show } from '@/sandbox/output.ts';
import { LIMITS } from '@/sandbox/protocol.ts';
import { seededRandom } from '@/sandbox/random.ts';

describe('what is printed', () => {
  it.each([
    ['text', 'text'],
    [[1, -0, Number.NaN], '[1, -0, NaN]'],
    [Float64Array.of(1.5, 2), 'Float64Array [1.5, 2]'],
    [{ W: [[1, 2]], b: 3 }, '{ W: [[1, 2]], b: 3 }'],
    [new TypeError('no'), 'TypeError: no'],
    [undefined, 'undefined'],
    [10n, '10'],
  ])('shows %o as a person would write it', (value, expected) => {
    expect(show(value)).toBe(expected);
  });

  it('never throws: cycles, getters that throw and deep nests end in a mark', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(show(cycle)).toContain('{…}');
    expect(show(trap)).toBe('[unreadable]');
  });

  it('is cut at its bounds, and says so once', () => {
    const lines: string[] = [];
    let full = 0;
    const console = boundedConsole(
      (_, text) => lines.push(text),
      () => full++,
    );
    for (let i = 0; i < 10_000; i++) console.log('x'.repeat(10_000));
    expect(full).toBe(1);
    expect(lines.length).toBeLessThanOrEqual(LIMITS.lines);
    expect(lines.join('').length).toBeLessThanOrEqual(LIMITS.output + LIMITS.lineLength);
  });
});

describe('the seeded generator', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
  it('draws normal numbers of mean 0 and variance 1', () => {
    const values = seededRandom(3).normals(20_000);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03); // four standard errors of 20,000 draws
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
