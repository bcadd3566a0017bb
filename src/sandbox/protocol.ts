/**
 * What passes between the page, the sandboxed frame and the worker in it. The worker runs untrusted code, so everything that
 * comes out of it is `unknown` until `read-message.ts` has made it one of these.
 */
import type { Entry } from '@/checker/index.ts';
import type { Group, Report } from '@/checker/types.ts';
import type { FunctionName, Subject } from './subjects.ts';

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error';

/** Where in the reader's own text: lines and columns from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column?: number;
}

/** What the textbook check says of the reader's pair. */
export interface TextbookResult {
  readonly status: 'PASS' | 'FAIL';
  readonly relativeError: number;
}

/** How a point too large for one element at a time was checked. */
export interface DirectionsResult {
  /** Random directions over all of x, and how many of them agreed. */
  readonly used: number;
  readonly agreed: number;
  /** The chance that an error escaped them all. */
  readonly missProbability: number;
  /** Stretches of x that hold more wrong elements than could be named. */
  readonly suspects: readonly { readonly first: string; readonly last: string; readonly size: number }[];
}

/** The further results of a check of many outputs: the other ends of the slopes. */
export interface OutputsResult {
  readonly subject: Exclude<Subject['id'], 'loss'>;
  /** The report in one line. */
  readonly summary: string;
  /** The groups of the outputs. */
  readonly outputs: readonly Group[];
  /** Wrong and undecided slopes of one output along one element each, the worst first. */
  readonly entries: readonly Entry[];
  readonly outputCount: number;
  /** Whether every slope was compared on its own, or mixtures of the outputs. */
  readonly full: boolean;
}

/** What comes of checking a function and its derivative. */
export interface CheckResult {
  /** Of many outputs: its elements are slopes of a mixture of them, the verdicts hold for all. */
  readonly report: Report & { readonly derivative?: string };
  /** Elements in all; `report.elements` may be cut short. */
  readonly size: number;
  readonly textbook?: TextbookResult;
  /** Present where x was checked along directions: the elements are then the wrong elements found. */
  readonly directions?: DirectionsResult;
  /** Present where the function has many outputs. */
  readonly many?: OutputsResult;
  /** The plain-text report, as a test would print it. */
  readonly text: string;
}

/** The part of the program that was running: its own top level, or one of its functions that the check calls. */
export type Called = 'program' | FunctionName;

/** The call that a program was last heard to begin. */
export interface Stage {
  readonly called: Called;
  /** How often that had been called by then. */
  readonly call: number;
  /** Since the start of the run. */
  readonly milliseconds: number;
}

/** Bytes loaded of those that a run needs; once all are loaded, Python is being started. */
export interface Loading {
  readonly loaded: number;
  readonly total: number;
}

/** What the page hears of a run. */
export type RunMessage =
  /** The run waits for Python to be loaded; without `loading` the wait is over. */
  | { readonly kind: 'loading'; readonly loading?: Loading }
  | { readonly kind: 'output'; readonly level: ConsoleLevel; readonly text: string }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'result'; readonly result: CheckResult }
  | { readonly kind: 'error'; readonly text: string; readonly position?: SourcePosition }
  | { readonly kind: 'stopped'; readonly reason: StopReason; readonly text: string }
  | { readonly kind: 'done'; readonly milliseconds: number };

export type StopReason = 'asked' | 'deadline' | 'output' | 'failed' | 'lost';

/** The task of a run: run the code for its output, or check the pair that it exports. */
export type Task = 'run' | 'check';

/** Bounds on what a run may say; beyond them it is cut short or stopped. */
export const LIMITS = {
  /** Console lines. */
  lines: 500,
  /** Characters of one console line. */
  lineLength: 2000,
  /** Characters of console output in all. */
  output: 100_000,
  /** Messages of any kind. */
  messages: 2000,
  /** Characters of all messages: a report of the most elements, with names of the most characters, has two million. */
  characters: 8_000_000,
  /** Elements reported one by one; of larger points the worst ones are. */
  elements: 2000,
  /** Slopes of one output along one element that are wrong or undecided. */
  entries: 256,
  findings: 50,
  /** Characters of an element's or a group's name. */
  name: 200,
  /** Characters of the plain-text report. */
  report: 20_000,
  /** Characters of the reader's code. */
  code: 100_000,
} as const;

/** How long a run may take, in milliseconds. */
export const DEADLINE = {
  initial: 2000,
  /** For Python: loops over images or time steps are twenty times as slow in it. */
  python: 10_000,
  longest: 60_000,
} as const;
