/** The numbers of the chapter “Checked training”, computed while the site is built. */

import { diagnoseGradient, formatReport } from '@/checker/index.ts';
import { initialState } from '@/input/url-state.ts';
import { descentOf } from './angle.ts';
import { trainingChecks } from './checks.ts';
import { fields, minimum, trainingModel } from './model.ts';
import { loss, RUNS, ridge, start } from './problem.ts';

export const checks = trainingChecks();
export const verdicts = checks.map(({ id, diagnosis }) => ({ id, diagnosis }));
/** What was known of each gradient before the first step. */
export const known = RUNS.map(({ id, label }) => ({ label, ...checks.find((check) => check.id === id)! }));
const checkOf = (id: string) => checks.find((check) => check.id === id)!;

const { rate, steps } = initialState(fields);
const runs = trainingModel({ rate, steps });
const [right] = runs;
const runOf = (id: string) => runs.find((run) => run.id === id)!;

/** As the figures open: how near the runs have come to the minimum, and where they diverge. */
export const trained = {
  rate,
  steps,
  evaluations: checks[0].evaluations,
  minimum: minimum.loss,
  right: right.excess[steps],
  mean: runOf('mean').excess[steps],
  term: runOf('term').loss,
};

/** The learning rate above which each run diverges. */
export const fastest = { right: checkOf('right').fastest, mean: checkOf('mean').fastest };
/** A rate between the two. */
export const bold = Number(Math.sqrt(fastest.right * fastest.mean).toPrecision(1));

/** Between a wrong gradient and the right one, at the start, in degrees. */
export const angles = { mean: checkOf('mean').angle, term: checkOf('term').angle, sign: checkOf('sign').angle };

/** A gradient turned by 60 degrees, and by a little more than a right angle. */
const lost = (angle: number) => descentOf({ angle, factor: 1 });
export const turned = { sixty: lost(60), past: lost(95) };

/** What the check prints of the gradient with a dropped term. */
const dropped = RUNS.find(({ id }) => id === 'term')!;
export const report = formatReport(diagnoseGradient(loss, dropped.gradient, start, { sizes: ridge.sizes }))
  .trimEnd()
  .split('\n');
