import { describe, expect, it } from 'vitest';
import { CORNERS } from '@/lessons/corners/corners.ts';
import { measuredAt } from '@/lessons/corners/measured.ts';
import { checkStill } from '@/lessons/randomness/checks.ts';
import { settings, tie } from '@/lessons/randomness/numbers.ts';
import { expectedError, sampledOf } from '@/lessons/randomness/samples.ts';
import { SUBJECTS } from '@/lessons/randomness/subjects.ts';

const verdictOf = (subject: string, way: string, bug: boolean) =>
  checkStill({ subject, way, bug } as never).diagnosis.verdict;

describe('a loss that does not hold still', () => {
  it.each([
    ['dropout', 'once'],
    ['batch-norm', 'averages'],
    ['monte-carlo', 'once'],
  ])('%s, %s: nothing can be told, of a right gradient or of a wrong one', (subject, way) => {
    expect(verdictOf(subject, way, false)).toBe('inconclusive');
    expect(verdictOf(subject, way, true)).toBe('inconclusive');
    const { twice } = checkStill({ subject, way, bug: false } as never);
    expect(twice[0]).not.toBe(twice[1]);
  });

  it.each([
    ['dropout', 'every-call'],
    ['batch-norm', 'training'],
    ['monte-carlo', 'every-call'],
  ])('%s, %s: the right gradient passes, the bug is seen', (subject, way) => {
    expect(verdictOf(subject, way, false)).toBe('pass');
    expect(verdictOf(subject, way, true)).toBe('fail');
  });

  it('dropout, off: the bug passes, for it is off as well', () =>
    expect(verdictOf('dropout', 'off', true)).toBe('pass'));

  it('batch norm, evaluation: what is a bug in training is right', () =>
    expect(verdictOf('batch-norm', 'evaluation', true)).toBe('pass'));

  it('has a way for each that a reader may choose', () => {
    for (const { ways } of SUBJECTS) expect(new Set(ways.map(({ id }) => id)).size).toBe(ways.length);
  });
});

describe('a mean over samples', () => {
  const sampled = sampledOf({ samples: '1000' });

  it('has a slope that is right to many digits on the same samples', () =>
    expect(Math.min(...sampled.slopes.map(({ common }) => common))).toBeLessThan(1e-9));

  it('is off, with new samples, by what chance makes of it: σ/(h √(2N))', () => {
    const small = sampled.slopes.filter(({ step }) => step < 1e-2);
    const ratios = small.map(({ step, fresh }) => fresh / expectedError(sampled, step)).sort((a, b) => a - b);
    // The median of the size of a normal number is 0.67 of its standard deviation.
    expect(ratios[Math.floor(ratios.length / 2)]).toBeGreaterThan(0.3);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThan(1.2);
  });
});

describe('a corner', () => {
  const at = (id: string) => measuredAt(CORNERS.find((corner) => corner.id === id) as never);

  it.each(['relu', 'tie', 'clamp'])('%s: the slopes differ, and what is returned lies between them', (id) => {
    const { left, right, diagnosis } = at(id);
    const { returned } = CORNERS.find((corner) => corner.id === id) as { returned: number };
    expect(Math.abs(right - left)).toBeCloseTo(1, 6);
    expect(returned).toBeGreaterThanOrEqual(Math.min(left, right) - 1e-6);
    expect(returned).toBeLessThanOrEqual(Math.max(left, right) + 1e-6);
    expect(diagnosis.verdict).toBe('inconclusive');
  });

  it('relu(x) − relu(−x) has the slope 1, and 0 is called wrong', () => {
    const { left, right, diagnosis } = at('difference');
    expect([left, right]).toEqual([1, 1]);
    expect(diagnosis.verdict).toBe('fail');
  });

  it.each(['root', 'norm', 'round'])('%s: what is returned is no slope of the function', (id) =>
    expect(at(id).diagnosis.verdict).toBe('fail'),
  );
});

describe('the numbers of the chapter', () => {
  it('have one setting for each loss in which only the wrong gradient is called wrong', () => {
    const telling = settings.filter(({ right, wrong }) => right === 'pass' && wrong === 'fail');
    expect(new Set(telling.map(({ subject }) => subject)).size).toBe(SUBJECTS.length);
  });

  it('show that no way of sharing a tie claims more than the maximum rises by, but for all to each', () => {
    const over = (of: 'winner' | 'shared' | 'each') => tie.rows.filter((row) => row[of] > row.rises + 1e-9).length;
    expect([over('winner'), over('shared'), over('each')]).toEqual([0, 0, 1]);
  });
});
