/** Refuses bad input with an error that says what to do: no function, no step, no number. */
import { CheckError } from '../errors.ts';
import type { Layout } from './layout.ts';
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

/** What the loss f returned, if it is a number at all. */
export function requireNumber(value: unknown, f: unknown): number {
  if (typeof value !== 'number')
    throw new CheckError(
      'loss-not-a-number',
      `${lossName(f)} returned ${found(value)}, not a number. ${adviceOn(value, 'Return one plain number.')}`,
    );
  return value;
}

/** Refuses a step that is lost in rounding beside an element of x: the difference would be 0 whatever f is. */
export function requireChange({ blocks, nameOf }: Layout, values: Float64Array, step: number): void {
  for (const { start, size, narrow } of blocks) {
    const round = narrow ? Math.fround : Number;
    const lost = values
      .subarray(start, start + size)
      .findIndex((value) => round(value + step) === value || round(value - step) === value);
    if (lost < 0) continue;
    throw new CheckError(
      'step-too-small',
      `The step ${step} does not change ${nameOf(start + lost)} = ${values[start + lost]}: it is lost in rounding. Use a step above ${(Math.abs(values[start + lost]) * (narrow ? 2 ** -21 : 2 ** -50)).toExponential(0)}.`,
    );
  }
}
