/**
 * Runs inside the worker of the sandboxed frame. It takes what it needs from the worker's global scope, removes all but
 * the language and a few tools from it, makes those unchangeable, and only then loads the reader's program. The frame's
 * policy blocks the network anyway; a thing that is not there cannot be used at all, and what judges the program is in
 * closures that it has no way into.
 */
import { closeDoors } from './doors.ts';
import { harden } from './harden.ts';
import { boundedConsole, describeError } from './output.ts';
import { positionIn } from './position.ts';
import { type Body, checkExports, execute, MODULES } from './program.ts';
import type { Task } from './protocol.ts';
import { reporter } from './reporter.ts';

interface Scope {
  postMessage: (message: unknown) => void;
  __define?: (body: Body) => void;
}

interface Start {
  readonly task: Task;
  readonly token: string;
  /** Lines of this runtime, which stand before the reader's first line in the same script. */
  readonly linesBefore: number;
}

const scope = self as unknown as Scope;
const send = scope.postMessage.bind(self);
const hearNoMore = self.removeEventListener.bind(self);
const now = performance.now.bind(performance);
// the page's one message is read by the accessor that the browser made, which no program can have replaced yet
const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get as (this: MessageEvent) => unknown;

let program: Body | undefined;

function run({ task, token, linesBefore }: Start): void {
  const { say, listener } = reporter(send, now, token);
  const started = now();
  const fail = (error: unknown) => {
    const { text, stack } = describeError(error);
    say({ kind: 'error', text, ...positionIn(stack, linesBefore) });
  };
  const console = boundedConsole(
    (level, text) => say({ kind: 'output', level, text }),
    () => say({ kind: 'error', text: 'More was printed than can be shown; the rest is left out.' }),
  );

  async function finish(body: Body): Promise<void> {
    listener.onCall('program', 1);
    const exported = await execute(body, console);
    if (task !== 'check') return;
    let thrown = false;
    const onThrow = (error: unknown) => {
      if (!thrown) fail(error);
      thrown = true;
    };
    say({ kind: 'result', result: checkExports(exported, { ...listener, onThrow }) });
  }

  if (program === undefined) return;
  finish(program)
    .catch(fail)
    .finally(() => say({ kind: 'done', milliseconds: now() - started }));
}

// The reader's program follows in the same script: when it is reached, the doors are closed, and the one message that
// carries the token is heard here first and nowhere else. A message that the program makes up itself is not trusted.
self.addEventListener('message', function first(event) {
  if (!event.isTrusted) return;
  hearNoMore('message', first);
  event.stopImmediatePropagation();
  run(dataOf.call(event) as Start);
});
Object.defineProperty(scope, '__define', {
  value: (body: Body) => {
    program ??= body;
  },
});
closeDoors(self);
harden([performance, MODULES, ...Object.values(MODULES).flatMap((module) => Object.values(module))]);
