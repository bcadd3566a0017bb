/**
 * What the checks cost: `npm run bench`. Times are the fastest of many runs, which is the one least disturbed by the
 * rest of the machine; counts of evaluations are exact.
 */
import { measure } from 'mitata';
import {
  checkDirections,
  diagnoseGradient,
  diagnoseJacobian,
  diagnoseVjp,
  gradientCheck,
  numericalGradient,
} from '../src/checker/index.ts';
import { manyOutputs, problem, withOneWrong } from './problem.ts';
import { duration, printTable } from './report.ts';

const ROUNDS = 4;

/** The fastest time of each, measured in turns so that a busy machine disturbs all alike. */
async function fastest(...runs: readonly (() => unknown)[]): Promise<number[]> {
  const best = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++)
    for (const [k, run] of runs.entries())
      best[k] = Math.min(best[k], (await measure(run, { min_cpu_time: 1e8, min_samples: 4 })).min);
  return best;
}

/**
 * The bare evaluations, by a function that is called with as many different f as the checker: into a loop written in place the
 * engine would inline this one f, and the comparison would measure that.
 */
function evaluate(f: (x: Float64Array) => number, x: Float64Array, times: number): number {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += f(x);
  return sum;
}

const overhead: (string | number)[][] = [['n', 'bare 2n evaluations', 'numericalGradient', 'overhead']];
for (const n of [10, 100, 1000, 10_000]) {
  const { x, f } = problem(n);
  const [bare, whole] = await fastest(
    () => evaluate(f, x, 2 * n),
    () => numericalGradient(f, x),
  );
  overhead.push([n, duration(bare), duration(whole), `${(whole / bare).toFixed(2)}x`]);
}
printTable('numericalGradient against its bare evaluations (flat array; goal: 1.05x for n >= 100)', overhead);

const production: (string | number)[][] = [['n', 'evaluations per element', 'time', 'textbook', 'ratio']];
for (const n of [10, 100, 1000]) {
  const { x, f, gradient } = problem(n);
  const { evaluations } = diagnoseGradient(f, gradient, x);
  const [time, textbook] = await fastest(
    () => diagnoseGradient(f, gradient, x),
    () => gradientCheck(f, gradient, x),
  );
  production.push([
    n,
    (evaluations / n).toFixed(1),
    duration(time),
    duration(textbook),
    `${(time / textbook).toFixed(1)}x`,
  ]);
}
printTable('diagnoseGradient against the textbook check (right gradient)', production);

const directions: (string | number)[][] = [
  ['n', 'right: evaluations', 'time', 'one wrong: evaluations', 'time', 'named', 'textbook'],
];
for (const n of [1e3, 1e4, 1e5, 1e6]) {
  const { x, f, gradient } = problem(n);
  const at = Math.floor(0.7654321 * n);
  const timed = (g: typeof gradient) => {
    const start = performance.now();
    const report = checkDirections(f, g, x);
    return { report, time: (performance.now() - start) * 1e6 };
  };
  const right = timed(gradient);
  const wrong = timed(withOneWrong({ x, f, gradient }, at));
  directions.push([
    n,
    right.report.evaluations,
    duration(right.time),
    wrong.report.evaluations,
    duration(wrong.time),
    wrong.report.wrong.map(({ name }) => name).join(' ') || 'none',
    2 * n,
  ]);
}
printTable('checkDirections (evaluations of f; the textbook check needs 2n)', directions);

const layers: (string | number)[][] = [
  ['n', 'm', 'evaluations of F', 'of a loss of the same n', 'ratio', 'calls of the vjp', 'time'],
];
for (const n of [10, 100, 1000])
  for (const m of [1, 10, 100, 10_000]) {
    const { x, F, vjp } = manyOutputs(n, m);
    const v = Float64Array.from({ length: m }, (_, i) => (i % 3 === 0 ? -1 : 1) * (0.5 + ((i * 0.618) % 1)));
    const loss = diagnoseGradient(
      (p: Float64Array) => F(p).reduce((sum, y, i) => sum + v[i] * y, 0),
      (p: Float64Array) => vjp(p, v),
      x,
    );
    const start = performance.now();
    const report = diagnoseVjp(F, vjp, x);
    const time = (performance.now() - start) * 1e6;
    const ratio = (report.evaluations / loss.evaluations).toFixed(2);
    layers.push([n, m, report.evaluations, loss.evaluations, ratio, report.vjpEvaluations, duration(time)]);
  }
printTable('diagnoseVjp: evaluations of F against those of a loss (right vjp; goal: 1.3x for any m)', layers);

const hessians: (string | number)[][] = [['n', 'evaluations of the gradient', 'time']];
for (const n of [10, 50]) {
  const { x, gradient } = problem(n);
  // of the same function: c_i is the rest of its own slope at x
  const rest = gradient(x).map((g, i) => g - (i ? 0.1 * x[i - 1] : 0) - (i + 1 < n ? 0.1 * x[i + 1] : 0));
  const hessian = (p: Float64Array) =>
    Array.from(p, (value, i) =>
      Float64Array.from(p, (_, j) =>
        i === j ? (-rest[i] / (1 - (x[i] * x[i]) / 2)) * value : Math.abs(i - j) === 1 ? 0.1 : 0,
      ),
    );
  const start = performance.now();
  const report = diagnoseJacobian(gradient, hessian, x, { symmetric: true });
  hessians.push([n, report.evaluations, `${duration((performance.now() - start) * 1e6)} (${report.verdict})`]);
}
printTable('diagnoseJacobian of a Hessian (goal: 1 s for n = 50)', hessians);
