import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { RunMessage } from '@/sandbox/protocol.ts';
import type { Run, RunOptions } from '@/sandbox/run.ts';

export interface SandboxRun {
  /** Runs a program in place of the one before, which is heard of no more. */
  readonly start: (source: string, options: RunOptions) => void;
  /** Ends the run at once, also one whose sandbox is still being fetched; it hears that it was stopped. */
  readonly stop: () => void;
}

interface Current {
  readonly hear: (message: RunMessage) => void;
  /** Absent while what runs code is being fetched. */
  run?: Run;
}

const ABSENT = 'The part of this site that runs code could not be loaded. Check the connection and run again.';

/** One run of the reader's code at a time. What runs code is fetched for the first. */
export function useSandboxRun(): SandboxRun {
  const current = useRef<Current | undefined>(undefined);

  const leave = useCallback(() => {
    const left = current.current;
    current.current = undefined;
    left?.run?.stop();
  }, []);
  const stop = useCallback(() => {
    const ending = current.current;
    ending?.hear({ kind: 'stopped', reason: 'asked', text: 'Stopped.' });
    ending?.run?.stop();
  }, []);
  const start = useCallback(
    (source: string, { onMessage, ...options }: RunOptions) => {
      leave();
      const own: Current = {
        hear: (message) => {
          if (current.current !== own) return;
          if (message.kind === 'done' || message.kind === 'stopped') current.current = undefined;
          onMessage(message);
        },
      };
      current.current = own;
      import('@/sandbox/run.ts').then(
        ({ startRun }) => {
          if (current.current === own) own.run = startRun(source, { ...options, onMessage: own.hear });
        },
        () => {
          own.hear({ kind: 'error', text: ABSENT });
          own.hear({ kind: 'done', milliseconds: 0 });
        },
      );
    },
    [leave],
  );

  useEffect(() => {
    // a page in the back-forward cache must not come back with a run that is half over
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      leave();
    };
  }, [stop, leave]);
  return { start, stop };
}
