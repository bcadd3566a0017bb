/** Descent along a gradient that is turned by an angle and stretched by a factor, on a bowl of two parameters. */
import { round } from '@/charts/marks/tone.ts';
import { numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';

export const fields = {
  angle: numberField(60, { min: 0, max: 120 }),
  factor: numberField(1, { min: 0.1, max: 20 }),
};

type State = StateOf<typeof fields>;
type Place = readonly [number, number];

/** f = ½ (x² + 3 y²) */
const CURVATURE = [1, 3] as const;
const START: Place = [-2.4, 1.05];
const RATE = 0.04;
export const STEPS = 250;
/** Farther than this from the minimum, a path has left the drawing. */
const OUT_OF_SIGHT = 12;

export const lossAt = ([x, y]: Place): number => (CURVATURE[0] * x * x + CURVATURE[1] * y * y) / 2;

const gradientAt = ([x, y]: Place): Place => [CURVATURE[0] * x, CURVATURE[1] * y];

function turned([x, y]: Place, degrees: number): Place {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos * x - sin * y, sin * x + cos * y];
}

/** The gradient that the descent is given. */
const given = (at: Place, { angle, factor }: State): Place => {
  const [x, y] = turned(gradientAt(at), angle);
  return [factor * x, factor * y];
};

export interface Descent {
  /** Every point of the descent, as far as it stays in sight. */
  readonly path: readonly Place[];
  /** ∇f · g over the lengths of both: the cosine of the angle. Positive where −g points downhill. */
  readonly cosine: number;
  readonly first: number;
  /** The loss after all steps; infinite where the descent has left. */
  readonly last: number;
}

export function descentOf(state: State): Descent {
  const path: Place[] = [START];
  let at = START;
  for (let step = 0; step < STEPS && Math.hypot(...at) < OUT_OF_SIGHT; step++) {
    const [gx, gy] = given(at, state);
    at = [at[0] - RATE * gx, at[1] - RATE * gy];
    path.push(at);
  }
  const gone = Math.hypot(...at) >= OUT_OF_SIGHT;
  return {
    path,
    cosine: Math.cos((state.angle * Math.PI) / 180),
    first: lossAt(START),
    last: gone ? Number.POSITIVE_INFINITY : lossAt(at),
  };
}

export const WIDTH = 640;
export const HEIGHT = 270;
/** Units of the drawing in one of the parameters. */
const UNIT = 105;
const place = ([x, y]: Place): Place => [round(WIDTH / 2 + UNIT * x), round(HEIGHT / 2 - UNIT * y)];

/** Semi-axes of some contours of the loss. */
export const CONTOURS = [0.15, 0.6, 1.35, 2.4, 3.75, 5.4].map((loss) =>
  CURVATURE.map((curvature) => round(UNIT * Math.sqrt((2 * loss) / curvature))),
);

export const pathData = (path: readonly Place[]): string => `M${path.map((at) => place(at).join(' ')).join('L')}`;

export const minimumPlace = place([0, 0]);
export const startPlace = place(START);

/** The tips of two arrows of one length at the start: downhill, and where the descent goes. */
export function arrowTips(state: State): readonly [Place, Place] {
  const tip = ([x, y]: Place): Place => {
    const length = Math.hypot(x, y);
    return place([START[0] - (0.75 * x) / length, START[1] - (0.75 * y) / length]);
  };
  return [tip(gradientAt(START)), tip(given(START, state))];
}
