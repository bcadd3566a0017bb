/**
 * Colour, dash and shape of a series. A tone is the name of a colour token (`--gc-NAME`); dash and shape say the same
 * thing to readers who do not see the colour.
 */

export type Tone =
  | 'analytic'
  | 'numeric'
  | 'truth'
  | 'error'
  | 'pass'
  | 'fail'
  | 'inconclusive'
  | 'ink'
  | 'soft'
  | 'series-1'
  | 'series-2';

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dot' | 'long';

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'down' | 'plus';

/** `stroke-dasharray` of each dash; none for a solid line. */
export const DASHES: Readonly<Record<Dash, string | undefined>> = {
  solid: undefined,
  dashed: '6 4',
  dotted: '1.5 3.5',
  'dash-dot': '8 3.5 1.5 3.5',
  long: '12 4',
};

/** Outlines of one shape each, about the current point, within a radius of 3: short, for they stand at every point. */
export const SHAPES: Readonly<Record<Shape, string>> = {
  circle: 'm-2.4 0a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0',
  square: 'm-2.2-2.2h4.4v4.4h-4.4z',
  triangle: 'm0-3.2 3 5.3h-6z',
  diamond: 'm0-3.3 2.8 3.3-2.8 3.3-2.8-3.3z',
  down: 'm0 3.2 3-5.3h-6z',
  cross: 'm-2.6-2.6 5.2 5.2m0-5.2-5.2 5.2',
  plus: 'm-3.2 0h6.4m-3.2-3.2v6.4',
};

const DASH_ORDER: readonly Dash[] = ['solid', 'dashed', 'dash-dot', 'dotted', 'long'];
const SHAPE_ORDER: readonly Shape[] = ['circle', 'square', 'triangle', 'diamond', 'cross'];
const TONE_ORDER: readonly Tone[] = ['ink', 'series-1', 'series-2', 'soft'];

export interface Look {
  readonly tone: Tone;
  readonly dash: Dash;
  readonly shape: Shape;
}

/** The look of the i-th series where it does not name its own. */
export function lookOf(index: number, own: Partial<Look> = {}): Look {
  return {
    tone: own.tone ?? TONE_ORDER[index % TONE_ORDER.length],
    dash: own.dash ?? DASH_ORDER[index % DASH_ORDER.length],
    shape: own.shape ?? SHAPE_ORDER[index % SHAPE_ORDER.length],
  };
}

/** Path data of one shape at each point: one DOM node a series, however many points. */
export function shapesAt(points: readonly (readonly [number, number])[], shape: Shape): string {
  let path = '';
  for (const [x, y] of points) path += `M${round(x)} ${round(y)}${SHAPES[shape]}`;
  return path;
}

/** A tenth of a unit is below what a screen shows, and halves the weight of the HTML. */
export function round(length: number): number {
  return Math.round(length * 10) / 10;
}
