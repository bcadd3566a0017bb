/** The numbers of the chapter “At scale”, computed while the site is built. */
import { initialState } from '@/input/url-state.ts';
import { remembered } from '@/remembered/remembered.ts';
import { textbookEvaluations } from './cost.ts';
import { costCurve } from './cost-curve.ts';
import { millionFound } from './million.ts';
import { type Found, search } from './search.ts';
import { fields, problemOf } from './state.ts';

/** What the figure of the search opens with. */
export const first = search(problemOf(initialState(fields)));

const N = 1e6;
const SECONDS_EACH = 0.01;
const SAMPLE = 100;
export const cost = {
  hours: (2 * N * SECONDS_EACH) / 3600,
  sample: SAMPLE,
  oneIn: N / SAMPLE,
};

export const curve = remembered('src/lessons/directions/cost-curve.ts', costCurve);

export const missed = { after8: 2 ** -8, after20: 2 ** -20 };
export const bisection = { halvings: Math.ceil(Math.log2(N)) };

/** Two elements swapped: the errors are +d and -d, and a direction of ones adds them up. */
const [a, b] = [0.7, -1.3];
export const positive = { swap: b - a + (a - b) };

/** A million elements, one of them wrong by half of its value: the run that the chapter's figure shows. */
export const millionRun = remembered('src/lessons/directions/million.ts', millionFound);
const { problem, named, evaluations, detectable } = millionRun;
export const million = {
  n: problem.n,
  found: named[0]?.index ?? -1,
  evaluations,
  share: (100 * evaluations) / textbookEvaluations(problem.n),
  detectable,
};

/** What to do with few elements, with thousands, and with millions; with what it costs, and what it would see. */
const rung = ({ problem, evaluations, detectable }: Found, advice: string) => ({
  n: problem.n,
  textbook: textbookEvaluations(problem.n),
  directions: evaluations,
  detectable,
  advice,
});
const oneWrong = (n: number): Found => search({ n, wrong: [n >> 2], share: 0.5 });
export const ladder = [
  rung(oneWrong(30), 'every element, for the best diagnosis'),
  rung(oneWrong(3000), 'every element once, then directions'),
  rung(millionRun, 'directions, always'),
];
