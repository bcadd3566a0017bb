/**
 * A chart is drawn twice, for a wide and a narrow place, and CSS shows the one that fits (a container query in
 * `styles/charts.css`). So it can be read at 320 px without any script, and nothing moves when a script wakes up.
 */

export interface Layout {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  /** Room beside the plot for labels at the ends of lines. */
  readonly sideLabels: boolean;
}

/** Size of all text in a chart, in the units of the drawing: 11 px at the least where a layout is smallest. */
export const TEXT = 13;
/** Height of a line of text. */
export const LINE = 16;

/** How much flatter a small figure is where it is wide: it shares a screen with its paragraph and its controls. */
const COMPACT = 0.84;

/** The two layouts at a given ratio of height to width (of the wide one). The narrow one is taller in proportion. */
export function layouts(ratio = 0.56, compact = false): readonly [Layout, Layout] {
  return [
    { name: 'wide', width: 640, height: Math.round(640 * ratio * (compact ? COMPACT : 1)), sideLabels: true },
    { name: 'narrow', width: 320, height: Math.round(320 * Math.min(1.1, ratio * 1.6)), sideLabels: false },
  ];
}
