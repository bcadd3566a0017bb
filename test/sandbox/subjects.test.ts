import { describe, expect, it } from 'vitest';
import { subjectsOf } from '@/sandbox/subjects.ts';

describe('what a program is about', () => {
  it.each([
    ['loss gradient x', 'loss'],
    ['forward vjp x', 'layer'],
    ['forward jacobian x', 'jacobian'],
    ['gradient hessian x', 'hessian'],
    ['loss gradient hessian x', 'loss hessian'],
    ['forward vjp jacobian', 'layer jacobian'],
  ])('with %s is %s', (names, ids) => {
    expect(
      subjectsOf(names.split(' '))
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });

  it.each([
    ['loss', 'loss gradient'],
    ['gradient x', 'loss gradient'],
    ['forward x', 'forward vjp'],
    ['vjp', 'forward vjp'],
    ['loss forward', 'loss gradient'],
    ['loss vjp', 'forward vjp'],
    ['jacobian', 'forward jacobian'],
    ['hessian x', 'gradient hessian'],
    ['', 'loss gradient'],
  ])('with %s alone needs %s', (names, pair) => {
    const [{ f, derivative }] = subjectsOf(names.split(' '));
    expect(`${f} ${derivative}`).toBe(pair);
  });

  it('is its loss, where a helper of that is called forward', () => {
    expect(subjectsOf(['loss', 'gradient', 'forward', 'vjp', 'jacobian']).map(({ id }) => id)).toEqual(['loss']);
  });
});
