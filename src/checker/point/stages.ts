/**
 * A check in stages. The values that a stage asks for may take time to arrive. With each one a check that awaits it begins the
 * stage again, not the whole check: see `../async.ts`. The plain check runs one stage after the other.
 */
/** Counts the calls of a function; set back where a stage begins again. */
export interface Counter {
  calls: number;
}

/** A part of a check that may be run more than once: it changes nothing outside but the count of its calls. */
export interface Stage {
  readonly counter: Counter;
  readonly run: () => unknown;
}

/** A check that yields its stages, receives the result of each, and returns its report. */
export type Staged<Report> = Generator<Stage, Report, unknown>;

/** Yields one stage, and returns its result. */
export function* stage<Value>(counter: Counter, run: () => Value): Staged<Value> {
  return (yield { counter, run }) as Value;
}

/** Runs a check whose functions return their values at once. */
export function atOnce<Report>(check: Staged<Report>): Report {
  let step = check.next();
  while (!step.done) step = check.next(step.value.run());
  return step.value;
}
