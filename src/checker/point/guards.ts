/** Refuses bad input with an error that says what to do: no function, no step, no number. */
import { CheckError } from '../errors.ts';
import type { Row } from './copies.ts';
import { adviceOn, found, lossName } from './returned.ts';

/** Refuses what is not a function, before it fails somewhere else with another message. */
export function requireFunction(value: unknown, name: string): void {
  if (typeof value !== 'function')
    throw new CheckError(
      'not-a-function',
      `${name} is ${value === null ? 'null' : typeof value}, not a function of x.`,
    );
}

export function requireStep(step: number): void {
  if (typeof step !== 'number' || !(step > 0 && step < Number.POSITIVE_INFINITY))
    throw new CheckError('step-not-positive', `The step is ${String(step)}. Use a positive number, such as 1e-5.`);
}

/** An option that is a share, 0 to 1, or left out. */
export function requireShare(value: number | undefined, name: string): number | undefined {
  if (value === undefined || (value >= 0 && value <= 1)) return value;
  throw new CheckError('floor-not-a-share', `${name} is ${value}. Use a number from 0 to 1, such as 1e-6.`);
}

/** Returns the value of the loss f; refuses one that is no number. */
export function requireNumber(value: unknown, f: unknown): number {
  if (typeof value !== 'number')
    throw new CheckError(
      'loss-not-a-number',
      `${lossName(f)} returned ${found(value)}, not a number. ${adviceOn(value, 'Return one plain number.')}`,
    );
  return value;
}

/** Refuses an element of x at which there is no derivative. */
export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value))
    throw new CheckError(
      'non-finite-point',
      `${name} is ${value}. A derivative can be taken at a finite point only: check where this value comes from.`,
    );
}

/** Refuses a step that is lost in rounding beside an element of x: the difference would be 0 whatever f is. */
export function requireChange(rows: readonly Row[], step: number): void {
  for (const { target, name, single } of rows) {
    const narrow = target instanceof Float32Array;
    const round = narrow ? Math.fround : Number;
    for (let i = 0; i < target.length; i++) {
      const value = target[i];
      if (round(value + step) !== value && round(value - step) !== value && value - value === 0) continue;
      const element = single ? name : `${name}[${i}]`;
      requireFinite(element, value);
      throw new CheckError(
        'step-too-small',
        `The step ${step} does not change ${element} = ${value}: it is lost in rounding. Use a step above ${(Math.abs(value) * (narrow ? 2 ** -21 : 2 ** -50)).toExponential(0)}.`,
      );
    }
  }
}
