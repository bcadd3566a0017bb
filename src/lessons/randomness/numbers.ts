/** The numbers of the chapter “State, randomness, no derivative”. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { initialState } from '@/input/url-state.ts';
import { CORNERS } from '../corners/corners.ts';
import { measuredAt } from '../corners/measured.ts';
import { checkStill } from './checks.ts';
import { expectedError, fields, sampledOf } from './samples.ts';
import { type State, fields as stillFields } from './still.ts';
import { SUBJECTS } from './subjects.ts';

const sampled = sampledOf(initialState(fields));
const nearest = (step: number) =>
  sampled.slopes.reduce((best, each) => (Math.abs(each.step - step) < Math.abs(best.step - step) ? each : best));

/** At a usual step: what is lost to chance, and how many samples would bring that down to a hundredth. */
const STEP = 1e-5;
const GOOD_ENOUGH = 0.01;
export const chance = {
  samples: sampled.count,
  fresh: expectedError(sampled, STEP),
  common: nearest(STEP).common,
  needed: (sampled.spread / (STEP * GOOD_ENOUGH)) ** 2 / 2,
};

/** What the figure of calls that differ opens with. */
export const still = checkStill(initialState(stillFields));

/** Every way of making the calls alike, and what the check then says of the right gradient and of the wrong one. */
export const settings = SUBJECTS.flatMap((subject) =>
  subject.ways.map((way) => {
    const verdict = (bug: boolean) =>
      checkStill({ subject: subject.id as State['subject'], way: way.id, bug }).diagnosis.verdict;
    return { subject: subject.label, way: way.label, right: verdict(false), wrong: verdict(true) };
  }),
);

/** A tie of two: by how much their maximum rises along a direction, and what each way of sharing claims. */
const max = (x: number[]): number => Math.max(x[0], x[1]);
const DIRECTIONS = [
  { along: 'the first alone', d: [1, 0] },
  { along: 'the first alone, downwards', d: [-1, 0] },
  { along: 'both at once', d: [1, 1] },
];
const claim = (g: readonly number[], d: readonly number[]): number => g[0] * d[0] + g[1] * d[1];
export const tie = {
  verdict: diagnoseGradient(max, () => [1, 1], [1, 1]).verdict,
  rows: DIRECTIONS.map(({ along, d }) => ({
    along,
    rises: (max([1 + STEP * d[0], 1 + STEP * d[1]]) - max([1, 1])) / STEP,
    winner: claim([1, 0], d),
    shared: claim([0.5, 0.5], d),
    each: claim([1, 1], d),
  })),
};

/** What the check measures at every corner. */
export const corners = Object.fromEntries(CORNERS.map((corner) => [corner.id, measuredAt(corner)]));

const difference = CORNERS.find(({ id }) => id === 'difference');
export const cancelled = difference && { returned: difference.returned, measured: corners['difference'].right };
