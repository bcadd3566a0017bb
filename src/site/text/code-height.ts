/** What the height of a block of code depends on, beside its lines. Lengths in rem. */
interface Setting {
  readonly letters: number;
  readonly padding: number;
  /** Characters of a row, where long lines are broken: then the height is an estimate. */
  readonly columns?: number;
}

/** Of the frame round a block of code, above and below, in rem. */
const BORDER = 2 / 16;
/** Expressive Code's. */
const LINE_HEIGHT = 1.65;

/**
 * How high a block of code will be, in rem. One in a long list says so, and is laid out only when it comes near
 * (`.when-near` in prose.css): because it says so, nothing moves when it is.
 */
export function codeHeight(code: string, { letters, padding, columns = Number.POSITIVE_INFINITY }: Setting): number {
  const rows = code.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
  return Number((rows * letters * LINE_HEIGHT + 2 * padding + BORDER).toFixed(3));
}
