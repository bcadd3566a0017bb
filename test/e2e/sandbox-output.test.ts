import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/sandbox/protocol.ts';
import { openCell, runInCell } from './support/cell.ts';
import { useSandboxedCell } from './support/sandboxed-cell.ts';

const { page, nothingGotOut } = useSandboxedCell();

describe('what a program prints', () => {
  it('fills the console to its bound and no further', async () => {
    const output = await runInCell(page(), 'for (let i = 0; i < 100_000; i++) console.log("line", i);');
    const lines = output.split('\n');
    expect(lines.length).toBeLessThanOrEqual(LIMITS.lines + 1);
    expect(output).toContain('More was printed than can be shown');
    await nothingGotOut();
  });

  it.each([
    ['a line of 100 million characters', "console.log('x'.repeat(1e8)); console.log('ran');"],
    ['an error of 100 million characters', "console.log('ran'); throw new Error('x'.repeat(1e8));"],
    ['an array of 10 million elements', "console.log(new Array(1e7).fill({ a: ['b'] })); console.log('ran');"],
    ['a nest without an end', "const a: any[] = []; a.push(a, a, a); console.log(a); console.log('ran');"],
    ['a list that says it is longer than any', "console.log(Object.assign([], { length: 4e9 })); console.log('ran');"],
  ])('prints %s cut to what can be read', async (_, code) => {
    const output = await runInCell(page(), code);
    expect(output).toContain('ran');
    expect(output.length).toBeLessThan(3 * LIMITS.lineLength);
    await nothingGotOut();
  });

  it.each([
    ['an object whose toString throws', 'throw { toString() { throw 1; } };'],
    ['a proxy that refuses everything', 'throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 1; } });'],
    [
      'an error with getters that throw',
      "throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } });",
    ],
    ['an error whose stack is a number', "throw Object.assign(new Error('odd'), { stack: 7, name: {} });"],
    ['nothing', 'throw undefined;'],
    ['a symbol', "throw Symbol('x');"],
  ])('throws %s, and that is said', async (_, code) => {
    expect((await runInCell(page(), `console.log('ran');\n${code}`)).split('\n')).toHaveLength(2);
    await nothingGotOut();
  });

  it('prints nothing after its end, whatever it has left behind', async () => {
    const output = await runInCell(page(), "setInterval(() => console.log('late'), 1); console.log('ran');");
    expect(output).toMatch(/^ran(\nlate)*$/);
    await expect.poll(() => page().locator('iframe').count()).toBe(0);
    const cell = await openCell(page());
    expect(await cell.locator('[data-output]').innerText()).toBe(output);
    await nothingGotOut();
  });
});
