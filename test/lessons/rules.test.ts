import { describe, expect, it } from 'vitest';
import { crossings } from '@/lessons/rules/crossings.ts';
import { rules } from '@/lessons/rules/numbers.ts';
import { ratios, shown } from '@/lessons/rules/shown.ts';

const numbers = (name: keyof typeof shown): number[] =>
  shown[name].filter((part): part is number => typeof part === 'number');

describe('the rules', () => {
  it('each have a number of their own that shows them', () => {
    expect(rules.length).toBe(Object.keys(shown).length);
    expect(new Set(rules.map(({ shows }) => shows)).size).toBe(rules.length);
    for (const { shows } of rules) {
      const found = shows.filter((part) => typeof part === 'number');
      expect(found.length).toBeGreaterThan(0);
      for (const value of found) expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it('show a bug that a threshold of 1e-5 lets through where the rule is not kept, and stops where it is', () => {
    // Where in its numbers each rule has the error that is seen, and the one that is not.
    const places = { groups: [0, 1], point: [0, 1], regulariser: [0, 1], terms: [2, 0], rescale: [2, 1] } as const;
    for (const [name, [seen, hidden]] of Object.entries(places)) {
      const values = numbers(name as keyof typeof places);
      expect(values[seen]).toBeGreaterThan(1e-2);
      expect(values[hidden]).toBeLessThan(1e-5);
    }
  });

  it('show one ratio for a forgotten factor: the number of samples', () => {
    for (const ratio of ratios) expect(ratio).toBeCloseTo(12, 6);
  });

  it('show an accumulated gradient that is right once', () => {
    const [first, second] = numbers('twice');
    expect(first).toBeLessThan(1e-9);
    expect(second).toBeCloseTo(1 / 3, 3);
  });
});

describe('the winners of max', () => {
  it('change along fewer elements with a shorter step, and with fewer samples', () => {
    const at = (samples: number, step: number) => crossings({ samples, step }).changed;
    expect(at(300, 1e-2)).toBeGreaterThan(at(300, 1e-3));
    expect(at(300, 1e-2)).toBeGreaterThan(at(3, 1e-2));
    expect(at(300, 1e-5)).toBeLessThanOrEqual(at(300, 1e-3));
    expect(crossings({ samples: 1, step: 1e-9 })).toMatchObject({ elements: 50, changed: 0 });
  });
});
