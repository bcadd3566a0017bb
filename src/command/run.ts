/** Runs the command: starts the thread that checks, answers its questions, and says what came of it. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Child, startChild } from './child.ts';
import { type Asked, readArguments, USAGE } from './core/arguments.ts';
import { CannotRun } from './core/errors.ts';
import { COULD_NOT_RUN, complaint, outputOf, type Result } from './core/output.ts';
import { type Message, SLOTS, type Start } from './messages.ts';
import { watchCalls } from './overtime.ts';

/** Where the command writes. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches: then progress is shown. */
  readonly watched: boolean;
}

/** Beside this file, in TypeScript or built. */
const THREAD = new URL(`./thread${path.extname(import.meta.url)}`, import.meta.url);
/** Milliseconds that the thread has to hand over the last output of a module. */
const LAST_WORDS = 200;

/**
 * Runs the command to its end.
 *
 * @param argv what was typed after `gradient-check`
 * @param stop ends the check, and the program with it
 * @returns the exit code: 0 pass, 1 fail, 2 inconclusive, 3 the check could not be made
 */
export async function run(argv: readonly string[], terminal: Terminal, stop?: AbortSignal): Promise<number> {
  let asked: Asked;
  try {
    asked = readArguments(argv);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    terminal.err(complaint(error.message));
    return COULD_NOT_RUN;
  }
  if (asked.help) {
    terminal.out(USAGE);
    return 0;
  }
  const { target, settings } = asked;
  const name = 'module' in target ? target.module : target.program.join(' ');
  const started = performance.now();
  const child = 'program' in target ? startChild(target.program, settings.timeout) : undefined;
  const result = await check(asked, child, terminal, stop);
  const { code, out, err, xml } = outputOf(result, name, (performance.now() - started) / 1000, settings.json);
  terminal.err(err);
  terminal.out(out);
  const written = settings.junit === undefined || write(settings.junit, xml, terminal);
  await child?.end();
  return written ? code : COULD_NOT_RUN;
}

function write(file: string, text: string, { err }: Terminal): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    err(complaint(`The JUnit report cannot be written: ${(error as Error).message}`));
    return false;
  }
}

/** What comes of the check, which has a thread of its own. */
async function check(
  { target, settings }: Extract<Asked, { help: false }>,
  child: Child | undefined,
  terminal: Terminal,
  stop: AbortSignal | undefined,
): Promise<Result> {
  const shared = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * Object.keys(SLOTS).length));
  const workerData: Start = { target, settings, shared };
  // the output of a module goes to standard error: standard output is for the report
  const worker = new Worker(THREAD, { workerData, stdout: true, stderr: true });
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (text) => terminal.err(String(text)));
  const show = (progress: string) => terminal.watched && terminal.err(`\r\x1b[K${progress}`);
  let unwatch = () => {};
  try {
    const result = await new Promise<Result>((resolve) => {
      const fail = (cannotRun: string) => resolve({ cannotRun });
      worker.on('message', (message: Message) => {
        if ('result' in message) resolve(message.result);
        else if ('progress' in message) show(`gradient-check: ${message.progress}`);
        else
          child?.ask(message.line, (reply) => {
            worker.postMessage(reply);
            Atomics.add(shared, SLOTS.replies, 1);
            Atomics.notify(shared, SLOTS.replies);
          });
      });
      worker.on('error', (error) => fail(`The check ended with an error of its own: ${error.stack ?? error.message}`));
      worker.on('exit', (code) => fail(`The module ended the check: it called process.exit(${code}).`));
      stop?.addEventListener('abort', () => fail('The check was stopped.'));
      unwatch = watchCalls(shared, settings.timeout, fail);
    });
    if (!stop?.aborted && 'outcome' in result) await Promise.race([once(worker, 'exit'), after(LAST_WORDS)]);
    return result;
  } finally {
    unwatch();
    show('');
    await worker.terminate();
  }
}
