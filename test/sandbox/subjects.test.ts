import { describe, expect, it } from 'vitest';
import { subjectsOf } from '@/sandbox/subjects.ts';

const idsOf = (names: string[]) => subjectsOf(names).map(({ id }) => id);

describe('what a program is about', () => {
  it.each([
    [['loss', 'gradient', 'x'], ['loss']],
    [['gradient', 'x'], ['loss']],
    [['x'], ['loss']],
    [[], ['loss']],
  ])('with %j is %j', (names, ids) => {
    expect(idsOf(names)).toEqual(ids);
  });
});
