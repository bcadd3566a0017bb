import { expect, it } from 'vitest';
import { inTurn } from '@/charts/wake/turn.ts';

/** Lets every timer that is due go first. */
const aTask = () => new Promise<void>((resolve) => setTimeout(resolve));

it('does one piece of work a task, in the order in which they were asked for', async () => {
  const done: string[] = [];
  inTurn(() => done.push('a'));
  inTurn(() => done.push('b'));
  expect(done).toEqual([]);
  await aTask();
  expect(done).toEqual(['a']);
  await aTask();
  expect(done).toEqual(['a', 'b']);
});

it('goes on after a piece that fails, and with what a piece asks for itself', async () => {
  const done: string[] = [];
  const failures: unknown[] = [];
  process.once('uncaughtException', (error) => failures.push(error));
  inTurn(() => {
    throw new Error('this piece');
  });
  inTurn(() => {
    done.push('next');
    inTurn(() => done.push('last'));
  });
  await aTask();
  await aTask();
  await aTask();
  await aTask();
  expect(done).toEqual(['next', 'last']);
  expect(failures).toHaveLength(1);
});
