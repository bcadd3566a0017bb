/** A program that is started, asked line by line, and ended with all that it has started itself. */
import { spawn } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import type { Reply } from './core/ask.ts';
import type { Trouble } from './core/protocol.ts';

export interface Child {
  /** Sends a line; the reply comes once, later. One line at a time. */
  ask(line: string, onReply: (reply: Reply) => void): void;
  /** Closes the program's input, which tells it to end; it is killed if it does not. */
  end(grace?: number): Promise<void>;
}

/** A longer line than this many bytes is no answer: 2^28 hold ten million numbers. */
const LONGEST = 2 ** 28;
/** Milliseconds that a program has to end by itself once its input is closed, and again once it is killed. */
const GRACE = 2000;

const WINDOWS = process.platform === 'win32';

/**
 * Starts a program. If it cannot be started, the reply to the first line says so.
 *
 * @param seconds that an answer may take
 * @param longest bytes of the longest line that is read
 */
export function startChild([command, ...args]: readonly string[], seconds: number, longest: number = LONGEST): Child {
  // in a process group of its own, so that its own child processes can be ended with it
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: !WINDOWS, windowsHide: true });
  let waiting: ((reply: Reply) => void) | undefined;
  let unasked: string | undefined;
  let ended: Trouble | undefined;
  let parts: Buffer[] = [];
  let bytes = 0;

  let timer: NodeJS.Timeout | undefined;

  const reply = (answer: Reply) => {
    clearTimeout(timer);
    const receive = waiting;
    waiting = undefined;
    receive?.(answer);
  };
  const give = (trouble: Trouble) => {
    ended ??= trouble;
    reply({ trouble });
  };
  const kill = () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (WINDOWS) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL'); // gone in the meantime
    }
  };

  const line = (text: string) => {
    if (waiting) reply({ line: text });
    else unasked ??= text;
  };
  child.stdout.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      parts.push(chunk.subarray(start, end));
      line(Buffer.concat(parts).toString('utf8').replace(/\r$/, ''));
      parts = [];
      bytes = 0;
      start = end + 1;
    }
    parts.push(chunk.subarray(start));
    bytes += chunk.length - start;
    if (bytes <= longest) return;
    parts = [];
    kill();
    give({ kind: 'endless', megabytes: Math.round(bytes / 1e6) });
  });
  child.stdin.on('error', () => {}); // the program has ended: `close` says so
  child.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'it was not found. Is it installed, and on the PATH?' : error.message;
    give({ kind: 'not-started', reason });
  });
  const closed = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', (code, signal) => {
      give({ kind: 'ended', code, signal });
      resolve();
    });
  });

  return {
    ask(text, onReply) {
      if (unasked !== undefined) return onReply({ trouble: { kind: 'unasked', line: unasked } });
      if (ended) return onReply({ trouble: ended });
      waiting = onReply;
      timer = setTimeout(() => {
        kill();
        give({ kind: 'late', seconds });
      }, seconds * 1000);
      child.stdin.write(`${text}\n`);
    },
    async end(grace = GRACE) {
      child.stdin.end();
      const waited = new AbortController();
      const graceOver = () => after(grace, undefined, { signal: waited.signal }).catch(() => {});
      await Promise.race([closed, graceOver().then(kill).then(graceOver)]);
      waited.abort();
    },
  };
}
