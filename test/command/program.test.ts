import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startChild } from '@/command/child.ts';
import { createAsker, type Reply } from '@/command/core/ask.ts';
import { answerIn, requestOf } from '@/command/core/protocol.ts';
import { command, file, program, watched } from './children/kit.ts';

describe.concurrent('a program that answers is checked as a module is:', () => {
  it.each([
    ['right', 0, 'PASS: The gradient is right'],
    ['wrong', 1, 'A factor of two'],
    ['vjp', 0, 'PASS: The vjp is right'],
    ['vjp ignores v', 1, 'FAIL: The vjp is wrong'],
    ['NaN', 2, 'INCONCLUSIVE'],
    ['gradient of NaN', 1, 'NaN'],
    ['throws', 2, 'ZeroDivisionError: float division by zero'],
  ])('%s, exit code %i', async (way, code, text) => {
    const result = await command(...program(way));
    expect(result).toMatchObject({ code, err: '' });
    expect(result.out).toContain(text);
  });
});

/** What the message says: which request, and what came of it. */
const TROUBLES: readonly (readonly [way: string, says: string | RegExp])[] = [
  ['dies', 'ended with exit code 7 before it answered request 3, {"id":3,"loss":[1.5,-2.25,0.5]}'],
  ['killed', 'was ended by SIGKILL before it answered request 3'],
  ['rubbish', 'answered request 3, {"id":3,"loss":[1.5,-2.25,0.5]} with what is no JSON: \\x1b[31mloading…'],
  ['first', /(request 1, \{"id":1,"hello":1\}.*: ready$)/m],
  ['wrong request', /answered request \d+, \{"id":\d+,"gradient":\S+ with the number \d+/],
  ['twice', /request 3, \{"id":3,"loss":\[1,2,3\]\}.*"id":2,"answer":\[1,2,3\]/],
  ['text', 'x[1][0] is the string "3", not a number'],
];

describe.concurrent('a program that breaks the protocol is an error that says how:', () => {
  it.each(TROUBLES)('%s', async (way, says) => {
    const { code, out, err } = await command(...program(way));
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(says);
  });

  it.each(['silent', 'late'])('%s', async (way) => {
    const { code, err } = await command('--timeout', '0.3', ...program(way));
    expect(code).toBe(3);
    expect(err).toContain('did not answer request 1, {"id":1,"hello":1} within 0.3 s');
  });

  it('is not there', async () => {
    const { code, err } = await command('--', 'no-such-program-42');
    expect({ code, err }).toEqual({
      code: 3,
      err: 'gradient-check: no-such-program-42 could not be started: it was not found. Is it installed, and on the PATH?\n',
    });
  });
});

const bytes = (values: readonly number[]): Buffer => Buffer.from(Float64Array.from(values).buffer);

/** One question after another, each awaited. */
const asking = (way: string, longest?: number) => {
  const child = startChild([process.execPath, file('program.mjs'), way], 60, longest);
  return { child, ask: (line: string) => new Promise<Reply>((resolve) => child.ask(line, resolve)) };
};

describe.concurrent('a program', () => {
  it('may have a list of records for its point', async () => {
    const { code, out } = await command(...program('layers'));
    expect(code).toBe(1);
    expect(out).toContain('Wrong groups: layers[1].W (1 of 2 elements)');
    expect(out).toContain('layers[1].W[0][1]');
  });

  it('shows on a terminal how far it has come, and takes that away again', async () => {
    const { code, err } = await watched(...program('right'));
    expect(code).toBe(0);
    const shown = err.split('\r\u001b[K');
    expect(shown).toContain('gradient-check: 100 %');
    expect(shown.at(-1)).toBe('');
    expect((await watched('--directions', '4', ...program('right'))).err).toMatch(/gradient-check: \d+ comparisons/);
  });

  it('is ended with the command, on Ctrl-C', async () => {
    const child = spawn(process.execPath, [file('../../../src/command/cli.ts'), ...program('hangs')]);
    let err = '';
    for await (const chunk of child.stderr) {
      err += chunk;
      if (child.signalCode === null && / hangs\n/.test(err) && !child.killed) child.kill('SIGINT');
    }
    const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('gradient-check: The check was stopped.') });
    const pid = Number(/process (\d+)/.exec(err)?.[1]);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('may flood its standard error, which passes through', async () => {
    const cli = file('../../../src/command/cli.ts');
    const child = spawn(process.execPath, [cli, ...program('floods')]);
    let flood = 0;
    child.stderr.on('data', (chunk) => {
      flood += chunk.length;
    });
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect({ code, verdict: out.slice(0, 4) }).toEqual({ code: 0, verdict: 'PASS' });
    // more than a pipe holds, so it was read while the check went on; the last part may be cut off
    expect(flood).toBeGreaterThan(2 ** 16);
  });

  it('gets and gives a million numbers without the loss of a bit', async () => {
    const { child, ask } = asking('echo');
    const x = Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i) * 10 ** ((i % 40) - 20));
    const request = requestOf(1, 'gradient', x);
    const reply = await ask(request.line);
    await child.end();
    const answer = 'line' in reply ? answerIn(reply.line, request, 'echo') : [];
    expect(Buffer.compare(bytes(answer as number[]), bytes(x))).toBe(0);
  });

  it('that writes a line without end is stopped', async () => {
    const { child, ask } = asking('endless', 1_000_000);
    const reply = await ask(requestOf(1, 'loss', [1]).line);
    await child.end();
    expect(reply).toMatchObject({ trouble: { kind: 'endless' } });
  });

  it('that does not end when its input does is killed', async () => {
    const { child, ask } = asking('stays on');
    await ask(requestOf(1, 'hello', 1).line);
    await child.end(100);
    expect(await ask(requestOf(2, 'loss', [1]).line)).toEqual({
      trouble: { kind: 'ended', code: null, signal: 'SIGKILL' },
    });
  });

  it('that has failed is asked nothing more', () => {
    let sent = 0;
    const asker = createAsker('program', () => {
      sent++;
      return { trouble: { kind: 'ended', code: 1, signal: null } };
    });
    for (let i = 0; i < 3; i++) expect(() => asker.ask('loss', [1])).toThrow('ended with exit code 1');
    expect({ sent, stopped: asker.signal.aborted }).toEqual({ sent: 1, stopped: true });
  });
});
