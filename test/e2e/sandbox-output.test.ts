import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/sandbox/protocol.ts';
import { openCell, runInCell } from './support/cell.ts';
import { CUT, THROWN } from './support/prints.ts';
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

  it.each(CUT)('prints %s cut to what can be read', async (_, code) => {
    const output = await runInCell(page(), code);
    expect(output).toContain('ran');
    expect(output.length).toBeLessThan(3 * LIMITS.lineLength);
    await nothingGotOut();
  });

  it.each(THROWN)('throws %s, and that is said', async (_, code) => {
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
