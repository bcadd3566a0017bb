/**
 * The thread in which the check runs. The checker calls its functions and waits for their values; a program answers when
 * it will. So this thread sleeps until the other one, which talks to the program, has the answer.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { createAsker, type Reply } from './core/ask.ts';
import { check } from './core/check.ts';
import { CannotRun } from './core/errors.ts';
import type { Result } from './core/output.ts';
import { remoteSubject, type Subject } from './core/subject.ts';
import { writeValue } from './core/values.ts';
import { loadModule } from './load-module.ts';
import { CALLED, type Message, SLOTS, type Start } from './messages.ts';

const { target, settings, shared } = workerData as Start;
const port = parentPort!;
const say = (message: Message) => port.postMessage(message);

/** Sends a line and sleeps until its reply is there. */
function exchange(line: string): Reply {
  const before = Atomics.load(shared, SLOTS.replies);
  say({ line });
  Atomics.wait(shared, SLOTS.replies, before);
  return receiveMessageOnPort(port)?.message as Reply;
}

/** The same functions, so that the other thread sees which of them is running, and whether it ever returns. */
function watched(subject: Subject): Subject {
  const functions = Object.entries(subject.functions).map(([name, call]) => {
    const place = CALLED.indexOf(name as (typeof CALLED)[number]);
    const watching = (...args: unknown[]) => {
      Atomics.store(shared, SLOTS.called, place);
      Atomics.add(shared, SLOTS.calls, 1);
      const ended = () => void Atomics.add(shared, SLOTS.calls, 1);
      try {
        const value = call(...args);
        if (typeof value?.then === 'function') return Promise.resolve(value).finally(ended);
        ended();
        return value;
      } catch (error) {
        ended();
        throw error;
      }
    };
    // the report calls a loss by its own name
    return [name, Object.defineProperty(watching, 'name', { value: call.name })];
  });
  return { ...subject, functions: Object.fromEntries(functions) } as Subject;
}

async function loaded(file: string): Promise<Subject> {
  Atomics.add(shared, SLOTS.calls, 1);
  const subject = await loadModule(file);
  Atomics.add(shared, SLOTS.calls, 1);
  return watched(subject);
}

async function run(): Promise<Result> {
  const program = 'program' in target ? target.program.join(' ') : '';
  const asker = createAsker(program, exchange);
  const onProgress = (progress: string) => say({ progress });
  try {
    const subject = 'module' in target ? await loaded(target.module) : remoteSubject(asker, program, settings.seed);
    const { report, ...outcome } = await check(subject, settings, { signal: asker.signal, onProgress });
    if (asker.failure) throw asker.failure;
    return { outcome, json: settings.json ? writeValue({ ...outcome, text: undefined, report }) : undefined };
  } catch (thrown) {
    const error = asker.failure ?? (thrown as Error);
    const isExpected = error instanceof CannotRun || error.name === 'CheckError';
    return { cannotRun: isExpected ? error.message : (error.stack ?? String(error)) };
  }
}

// a promise that nothing can settle any more would end the thread silently; kept awake, it runs out of time instead
const awake = setInterval(() => {}, 1000);
say({ result: await run() });
clearInterval(awake);
