import { expect, it, vi } from 'vitest';

it('says the same of every least example at each build, of one that calls Math.random too', async () => {
  const load = async () => {
    vi.resetModules();
    return (await import('@/lessons/bug-list/numbers.ts')).listedBugs;
  };
  const own = Math.random;
  const first = await load();
  expect(first.behaviour.find(({ kind }) => kind === 'not-repeatable')?.program).toContain('Math.random()');
  expect(await load()).toEqual(first);
  expect(Math.random).toBe(own);
});
