/** Shift and the page keys go this many steps at once. */
const COARSE = 10;

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: COARSE,
  PageDown: -COARSE,
};

/** How many steps a key moves a cursor or a handle, towards larger values where positive; undefined for another key. */
export function stepsOf(key: string, coarse: boolean): number | undefined {
  const steps = STEPS[key];
  return coarse && Math.abs(steps) === 1 ? steps * COARSE : steps;
}
