import { refuse, type Span } from './errors.ts';
import { LIMITS } from './limits.ts';

/** The clock is read once in this many steps of work: reading it costs more than a step. */
const CLOCK_EVERY = 256;

/** An allowance of work and of time; spending beyond either is a typed error. */
export class Budget {
  readonly #whole: Span;
  readonly #deadline: number;
  #left: number;
  #sinceClock = 0;

  constructor(units: number, whole: Span, milliseconds: number = LIMITS.milliseconds) {
    this.#left = units;
    this.#whole = whole;
    this.#deadline = performance.now() + milliseconds;
  }

  spend(units = 1): void {
    this.#left -= units;
    if (this.#left < 0) refuse('too-large', 'the formula, written out by element, is too large', this.#whole);
    this.#sinceClock += units;
    if (this.#sinceClock < CLOCK_EVERY) return;
    this.#sinceClock = 0;
    if (performance.now() > this.#deadline) refuse('too-slow', 'the formula takes too long to work out', this.#whole);
  }
}
