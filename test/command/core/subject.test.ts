import { describe, expect, it } from 'vitest';
import { subjectOf } from '@/command/core/subject.ts';

const f = (x: number) => x;

describe('what a module exports', () => {
  it.each([
    [{ loss: f, gradient: f, x: 1 }, 'loss'],
    [{ forward: f, vjp: f, x: 1 }, 'vjp'],
    [{ default: { loss: f, gradient: f, x: 1 } }, 'loss'],
    [{ loss: f, gradient: f, forward: f, x: 1 }, 'loss'],
  ])('%j is checked as a %s', (module, kind) => {
    expect(subjectOf(module, 'model.ts')).toMatchObject({ kind, x: 1 });
  });

  it.each([
    [
      {},
      'model.ts exports no loss and no gradient and no x. Export loss, gradient and x, or forward, vjp and x. It exports nothing.',
    ],
    [
      { loss: f, grad: f, x: 1 },
      'model.ts exports no gradient. Export loss, gradient and x, or forward, vjp and x. It exports loss, grad, x.',
    ],
    [{ forward: f, x: 1 }, 'exports no vjp.'],
    [{ loss: 3, gradient: f, x: 1 }, 'loss of model.ts is no function, but number.'],
    [{ loss: f, gradient: f, x: 1, sizes: 16 }, 'The sizes of model.ts are no record of numbers.'],
  ])('%j is refused with what is missing', (module, says) => {
    expect(() => subjectOf(module, 'model.ts')).toThrow(says);
  });
});
