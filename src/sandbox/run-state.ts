/** What the page knows of a run of the reader's code, message by message. */
import type { CheckResult, ConsoleLevel, Loading, RunMessage, SourcePosition, StopReason } from './protocol.ts';

export interface RunError {
  readonly text: string;
  readonly position?: SourcePosition;
}

/** An error after the line that it is in. */
export const placed = ({ text, position }: RunError): string =>
  position === undefined ? text : `Line ${position.line}: ${text}`;

export interface RunState {
  readonly phase: 'idle' | 'running' | 'ended';
  readonly output: readonly { readonly level: ConsoleLevel; readonly text: string }[];
  /** How much of Python has been loaded; undefined once it is ready. */
  readonly loading?: Loading;
  /** Share of the elements that are settled, 0 to 1; undefined before the check has begun. */
  readonly share?: number;
  readonly errors: readonly RunError[];
  readonly stopped?: { readonly reason: StopReason; readonly text: string };
  readonly milliseconds?: number;
  /** The last result; while another run is under way, the result of the run before. */
  readonly result?: CheckResult;
  /** The code that the result is of. */
  readonly resultOf?: string;
  /** The code that runs, or ran. */
  readonly code?: string;
}

export const IDLE: RunState = { phase: 'idle', output: [], errors: [] };

export const started = ({ result, resultOf }: RunState, code: string): RunState => ({
  ...IDLE,
  phase: 'running',
  code,
  ...(result && { result, resultOf }),
});

const HEAR: {
  readonly [K in RunMessage['kind']]: (state: RunState, message: Extract<RunMessage, { kind: K }>) => RunState;
} = {
  loading: ({ loading: _, ...state }, { loading }) => (loading === undefined ? state : { ...state, loading }),
  output: (state, { level, text }) => ({ ...state, output: [...state.output, { level, text }] }),
  progress: (state, { share }) => ({ ...state, share }),
  result: (state, { result }) => ({ ...state, result, resultOf: state.code }),
  error: (state, { text, position }) => ({
    ...state,
    errors: [...state.errors, { text, ...(position && { position: within(state.code, position) }) }],
  }),
  stopped: (state, { reason, text }) => failed({ ...state, phase: 'ended', stopped: { reason, text } }),
  done: (state, { milliseconds }) => failed({ ...state, phase: 'ended', milliseconds }),
};

/** An error at the end of all may be found after the last line of the code. */
const within = (code = '', position: SourcePosition): SourcePosition => ({
  ...position,
  line: Math.min(position.line, code.split('\n').length),
});

/** The state after a message. */
export const heard = (state: RunState, message: RunMessage): RunState =>
  (HEAR[message.kind] as (state: RunState, message: RunMessage) => RunState)(state, message);

/** A run that ends without a result leaves none standing: an old verdict beside a new error would mislead. */
function failed(state: RunState): RunState {
  if (state.resultOf === state.code) return state;
  const { result: _, resultOf: __, ...rest } = state;
  return rest;
}
