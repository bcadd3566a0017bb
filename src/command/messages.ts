/** The messages between the thread that checks and the thread that talks to the world. */
import type { Settings, Target } from './core/arguments.ts';
import type { Result } from './core/output.ts';

/** What the thread is started with. */
export interface Start {
  readonly target: Target;
  readonly settings: Settings;
  /** One place for each of {@link SLOTS}. */
  readonly shared: Int32Array<SharedArrayBuffer>;
}

/**
 * What the threads share: how many replies were sent; how often a module's function was begun or has ended (so it is odd
 * while one runs); and which of {@link CALLED} that is.
 */
export const SLOTS = { replies: 0, calls: 1, called: 2 } as const;

/** The parts of a module that may be running. */
export const CALLED = ['module', 'loss', 'gradient', 'forward', 'vjp'] as const;

/** From the thread that checks. A line to be sent waits for a `Reply`. */
export type Message = { readonly line: string } | { readonly progress: string } | { readonly result: Result };
