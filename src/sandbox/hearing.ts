/** One run as the page hears it, whichever language it is written in: its messages, its time and its end. */
import { deadlineText } from './deadline.ts';
import { DEADLINE, LIMITS, type RunMessage, type Stage, type StopReason, type Task } from './protocol.ts';
import { readMessage, stoppedMessage } from './read-message.ts';
import { unpack } from './wire.ts';

export interface RunOptions {
  readonly task: Task;
  /** Milliseconds until the run is ended; at most 60 s. */
  readonly deadline?: number;
  readonly onMessage: (message: RunMessage) => void;
}

export interface SandboxedRun {
  /** Ends the run at once. */
  readonly stop: () => void;
}

/** What the frame is told of every run. */
export interface Terms {
  readonly task: Task;
  /** The worker signs its messages with it; code that finds a way to post one of its own does not know it. */
  readonly token: string;
  readonly deadline: number;
  readonly messages: number;
  /** Characters of all messages. */
  readonly characters: number;
}

type ErrorMessage = Extract<RunMessage, { kind: 'error' }>;
export type MessageFields = Record<string, unknown>;

interface HearingOptions {
  /** What is done when the run is over, before the page is told. */
  readonly onEnd: () => void;
  /** What is done when the frame has not ended the run in time, or gives no sign of life. */
  readonly onSilent?: () => void;
  /** Prepares an error of the frame itself, such as a syntax error, for reading. */
  readonly ofFrame?: (error: MessageFields) => MessageFields;
  /** Turns a place of the program that runs into one of the reader's text. */
  readonly inEditor?: (error: ErrorMessage) => ErrorMessage;
}

export interface Hearing {
  readonly terms: Terms;
  readonly isOver: () => boolean;
  /** The run has begun: from now on its time counts, and the frame must give a sign of life. */
  readonly begin: () => void;
  /** Takes what the frame has sent. */
  readonly hear: (data: unknown) => void;
  /** Ends with an error, unless the run is over: a stopped run reports nothing more. */
  readonly fail: (error: Omit<ErrorMessage, 'kind'>) => void;
  readonly stop: (reason: StopReason) => void;
  /** Ends without a message to the page. */
  readonly leave: () => void;
}

/** The frame ends a run by itself; the page ends the frame if it has not, a little later. */
const GRACE = 1500;

/** Without a heartbeat for so long the frame is gone: the browser ends its process when memory runs out. */
const SILENCE = 5000;

const isRecord = (value: unknown): value is MessageFields => typeof value === 'object' && value !== null;

/** @param initial milliseconds that a run has where the reader has set no limit */
export function hearing(
  { task, deadline, onMessage }: RunOptions,
  initial: number,
  { onEnd, onSilent, ofFrame = (error) => error, inEditor = (error) => error }: HearingOptions,
): Hearing {
  const limit = Math.min(DEADLINE.longest, Math.max(50, deadline ?? initial));
  const token = Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join('');
  let guard: ReturnType<typeof setTimeout> | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;
  let stage: Stage | undefined;
  let heard = 0;
  let over = false;

  const end = (message?: RunMessage) => {
    if (over) return;
    over = true;
    clearTimeout(guard);
    clearInterval(pulse);
    onEnd();
    if (message === undefined) return;
    const late = message.kind === 'stopped' && message.reason === 'deadline';
    onMessage(late ? { ...message, text: deadlineText(stage, limit) } : message);
  };
  const stop = (reason: StopReason) => end(stoppedMessage(reason));
  const giveUp = (reason: StopReason) => {
    onSilent?.();
    stop(reason);
  };
  return {
    terms: { task, token, deadline: limit, messages: LIMITS.messages, characters: LIMITS.characters },
    isOver: () => over,
    begin: () => {
      heard = Date.now();
      guard = setTimeout(giveUp, limit + GRACE, 'deadline');
      pulse = setInterval(() => {
        // timers of a tab in the background run late
        if (document.visibilityState === 'hidden') heard = Date.now();
        else if (Date.now() - heard > SILENCE) giveUp('lost');
      }, 500);
    },
    hear: (data) => {
      if (over || !isRecord(data)) return;
      heard = Date.now();
      const { kind } = data;
      const said = kind === 'said' ? unpack(data['data']) : undefined;
      if (kind === 'said' && !(isRecord(said) && said['token'] === token)) return;
      const message = readMessage(kind === 'said' ? said : kind === 'error' ? ofFrame(data) : data);
      if (message === undefined) return;
      if (message.kind === 'stage') stage = message;
      else if (message.kind === 'done' || message.kind === 'stopped') end(message);
      else onMessage(message.kind === 'error' && message.position ? inEditor(message) : message);
    },
    fail: (error) => {
      if (over) return;
      onMessage({ kind: 'error', ...error });
      end({ kind: 'done', milliseconds: 0 });
    },
    stop,
    leave: () => end(),
  };
}
