import { describe, expect, it } from 'vitest';
import { KEPT } from '@/sandbox/doors.ts';
import { openCell, runInCell, setCode } from './support/cell.ts';
import { FRUITLESS, REFUSED } from './support/escapes.ts';
import { useSandboxedCell } from './support/sandboxed-cell.ts';

const { page, listener, site, nothingGotOut } = useSandboxedCell();

describe('a program in the sandbox', () => {
  it('would be heard if it got out: a page without a policy is', async () => {
    const free = await site.browser().newContext();
    const blank = await free.newPage();
    await blank.goto(`http://127.0.0.1:${listener().port}/`);
    await free.close();
    expect(listener().heard()).toBeGreaterThan(0);
  });

  it.each([...REFUSED, ...FRUITLESS].map((way) => [way.name, way] as const))(
    'does not get out by %s',
    async (_, { code, prints }) => {
      const output = await runInCell(page(), code.replaceAll('PORT', String(listener().port)));
      expect(output).toMatch(prints);
      await nothingGotOut();
    },
  );

  it('finds the language in its worker, and few tools', async () => {
    const output = await runInCell(
      page(),
      `const found: string[] = [];
for (let o: any = globalThis; o && o !== Object.prototype; o = Object.getPrototypeOf(o))
  found.push(...Object.getOwnPropertyNames(o).filter((name) => typeof (globalThis as any)[name] !== 'number'));
console.log(found.join(' '));
console.log(typeof performance.now(), structuredClone([1])[0], new TextDecoder().decode(new TextEncoder().encode('é')));`,
    );
    const [names, tools] = output.split('\n');
    expect(names.split(' ').filter((name) => !KEPT.has(name) && name !== '__define')).toEqual([]);
    expect(tools).toBe('number 1 é');
  });

  it.each([
    ['its closing brackets', "}); console.log('inside'); self.escaped = 1; (async () => {"],
    ['a comment', "/* }); */ console.log('ran'); /*"],
    ['a template', '`${'],
    ['an HTML comment', "console.log('ran'); <!-- }); (() => {"],
  ])('does not break out of its wrapper with %s: it is refused, or runs within', async (_, code) => {
    const output = await runInCell(page(), code);
    expect(output).toMatch(/^(Line \d+: .*|.*Unterminated.*|.*Unexpected.*|ran)$/s);
    expect(output).not.toContain('inside');
    await nothingGotOut();
  });

  it('does not reach the next run by its prototypes or globals', async () => {
    const poison = `const root: any = globalThis;
for (const spoil of [
  () => ((Object.prototype as any).polluted = 'yes'),
  () => ((Array.prototype as any).map = () => ['forged']),
  () => ((Promise.prototype as any).then = () => {}),
  () => (root.kept = 1),
]) try { spoil(); console.log('done'); } catch { console.log('refused'); }`;
    expect(await runInCell(page(), poison)).toBe('refused\nrefused\nrefused\ndone');
    const output = await runInCell(
      page(),
      'const root: any = globalThis; console.log([1].map((v) => v + 1), ({} as any).polluted, root.kept);',
    );
    expect(output).toBe('[2] undefined undefined');
    await nothingGotOut();
  });

  it('cannot answer for the worker: a message without the token is dropped', async () => {
    const cell = await openCell(page());
    await setCode(cell, 'await new Promise((resolve) => setTimeout(resolve, 600));\nconsole.log("mine");');
    await cell.getByRole('button', { name: 'Run' }).click();
    await page().locator('iframe').waitFor({ state: 'attached' });
    await page().evaluate(() => {
      for (const kind of ['output', 'result', 'done', 'stopped', 'said']) {
        const message = { kind, level: 'log', text: 'forged', reason: 'asked', milliseconds: 1, data: { kind } };
        window.postMessage(message, '*');
        document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
      }
    });
    await cell.getByRole('button', { name: 'Run' }).waitFor();
    expect(await cell.locator('[data-output]').innerText()).toBe('mine');
    await nothingGotOut();
  });

  it('has sent nothing late either', async () => {
    // waits as long as a page takes to load, so that anything under way arrives
    await page().goto(`${site.url()}`);
    await page().goBack();
    expect(listener().heard()).toBe(0);
  });
});
