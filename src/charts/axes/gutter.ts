export type AxisKind = 'linear' | 'log' | 'symlog';

/** A value that has no place on the axis has a lane of its own beside it. */
export type Gutter = 'infinite' | 'negative' | 'zero' | 'negative-infinite' | 'nan';

/** What stands at the lane of each, in place of a tick. */
export const GUTTER_LABELS: Readonly<Record<Gutter, string>> = {
  infinite: '∞',
  zero: '0',
  negative: '< 0',
  'negative-infinite': '−∞',
  nan: 'NaN',
};

/** The lane a value belongs to, or null where the scale itself has a place for it. */
export function gutterOf(kind: AxisKind, value: number): Gutter | null {
  if (Number.isNaN(value)) return 'nan';
  if (value === Number.POSITIVE_INFINITY) return 'infinite';
  if (value === Number.NEGATIVE_INFINITY) return kind === 'log' ? 'negative' : 'negative-infinite';
  if (kind !== 'log' || value > 0) return null;
  return value === 0 ? 'zero' : 'negative';
}
