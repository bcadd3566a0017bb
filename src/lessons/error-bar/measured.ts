/** What the production check measures of the first element of each subject, part by part. Heavy: runs while the site is built. */
import { preflight } from '@/checker/contract/preflight.ts';
import type { Scene } from '@/checker/contract/scene.ts';
import { DEFAULT_SEED, diagnosisBudget } from '@/checker/defaults.ts';
import { ELEMENT_CAP, firstStep, ratioAtFirst, settle } from '@/checker/elements/slopes.ts';
import { createEvaluator } from '@/checker/point/evaluator.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { seededRandom } from '@/checker/random.ts';
import { elementLine } from '@/checker/slope/line.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { reachesOf, scalesOf } from '@/checker/slope/scales.ts';
import type { Gradient, Loss, Point } from '@/checker/types.ts';
import { problemOf } from '../step-size/problem.ts';
import { SUBJECT_IDS, type SubjectId, subjectOf } from './subjects.ts';

/** Plain data: a page carries it to its figures. */
export interface MeasuredSubject {
  /** f(x), and the measured standard deviation of the error of one value of f, and the relative spacing of its values. */
  readonly value: number;
  readonly noise: number;
  readonly unit: number;
  readonly slope: Slope;
  /** How far the right gradient moves by rounding alone, and the relative error that is never called a bug. */
  readonly wobble: number;
  readonly floor: number;
  /** Steps of the stencils, in the order in which they were tried. */
  readonly tried: readonly number[];
  /** The much shorter step that confirmed the last of them. */
  readonly probe: number;
  /** The length by which steps are scaled. */
  readonly scale: number;
}

/** The gradient of a subject, in the precision that its function is computed in. */
export function gradientOf(id: SubjectId): (at: ArrayLike<number>) => Point {
  const { example, precision } = subjectOf(id);
  return (at) => {
    const gradient = example.gradient(Array.from(at));
    return precision === 'float32' ? Float32Array.from(gradient) : [...gradient];
  };
}

/** Steps of the four-point visits among some offsets: h, -h, 2h and -2h in a row. */
const stencilsIn = (offsets: readonly number[]): number[] =>
  offsets.filter((h, i) => h > 0 && offsets[i + 1] === -h && offsets[i + 2] === 2 * h);

/** Takes the way of `diagnoseGradient` for one element, and writes down the steps that it takes. */
function measure(id: SubjectId): MeasuredSubject {
  const { example, precision } = subjectOf(id);
  const { f, x } = problemOf(example, precision);
  const { layout, values } = layoutOf(x);
  const evaluator = createEvaluator(f as Loss<Point>, x, diagnosisBudget(layout.size), undefined);
  const scene: Scene<Point> = {
    x,
    layout,
    values,
    scales: scalesOf(values, layout.blocks),
    reaches: reachesOf(values, layout.blocks),
    evaluator,
    relativeFloor: undefined,
    random: seededRandom(DEFAULT_SEED),
  };
  const before = preflight(scene, gradientOf(id) as Gradient<Point>);
  const [scale] = scene.scales;
  const line = elementLine(
    { evaluator, values, value: before.value, precision: before.precision },
    { index: 0, name: layout.nameOf(0), scale, reach: scene.reaches[0], narrow: layout.blocks[0].narrow },
    () => ELEMENT_CAP,
  );
  const offsets: number[] = [];
  const watched = {
    ...line,
    at(offset: number) {
      offsets.push(offset);
      return line.at(offset);
    },
  };
  const first = firstStep(before);
  const slope = settle(watched, scale * ratioAtFirst(first), scale * first, before, 0);
  const { noise, unit } = before.precision;
  const { wobble, floor } = before.answers!;
  const tried = stencilsIn(offsets);
  return {
    value: before.value,
    noise,
    unit,
    slope,
    wobble: wobble[0],
    floor,
    tried,
    probe: Math.abs(offsets[offsets.length - 1]),
    scale,
  };
}

export const measured = Object.fromEntries(SUBJECT_IDS.map((id) => [id, measure(id)])) as Readonly<
  Record<SubjectId, MeasuredSubject>
>;
