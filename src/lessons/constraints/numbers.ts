/** The numbers of the chapter “Solvers and constraints”. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { titleOf } from '@/checker/words/wording.ts';
import { gradientWith, lossWith, ORBIT, TRUTH, type Way } from './kepler.ts';
import { checkSolver, solverChecks } from './measured.ts';

export { conventions } from './complex.ts';
export { change, symmetric } from './symmetric.ts';

/** What the check measures along e where a solver stops early, and the true slope. */
const [, fixedPoint, bisection] = solverChecks['1e-4'];
export const early = { fixedPoint, bisection, slope: TRUTH.e };

/** What the textbook check says where bisection stops early: of the right gradient, and with z held constant. */
export const EARLY = 1e-4;
const textbook = (way: Way): string =>
  gradientCheck(
    (x: { e: number; m: number }) => lossWith('bisection', EARLY)(x),
    (x) => gradientWith('bisection', EARLY, way)(x),
    { ...ORBIT },
  ).status;
export const fooled = { right: textbook('implicit'), constant: textbook('constant') };

const LATE = 1e-12;
const LABELS: Readonly<Record<Way, string>> = {
  implicit: 'by the implicit function theorem',
  'last-step': 'through the last step alone',
  constant: 'with z held constant',
};

/** Three ways of taking the slope of z, what the check says of them, and their ratio to the truth along e and m. */
export const ways = (Object.keys(LABELS) as Way[]).map((way) => {
  const { e, m } = gradientWith('newton', LATE, way)(ORBIT);
  const { verdict } = checkSolver('newton', LATE, way);
  return { label: LABELS[way], e: e / TRUTH.e, m: m / TRUTH.m, verdict };
});

const square = (t: number): number => t * t;
const BOUNDED: readonly (readonly [
  label: string,
  f: (x: number) => number,
  slope: (x: number) => number,
  x: number,
])[] = [
  ['eˣ, defined from 0 on', (x) => (x < 0 ? Number.NaN : Math.exp(x)), Math.exp, 0],
  ['eˣ, with x clipped at 0', (x) => Math.exp(Math.max(0, x)), () => 1, 0],
  ['x log x', (x) => (x === 0 ? 0 : x * Math.log(x)), (x) => Math.log(x) + 1, 0],
  ['eˣ with x = t², at t = 0', (t) => Math.exp(square(t)), (t) => 2 * t * Math.exp(square(t)), 0],
];

/** Functions at a bound: what the textbook’s central difference returns there, and what the check says of the slope beside it. */
export const bounds = BOUNDED.map(([label, f, slope, x]) => {
  const { verdict, findings } = diagnoseGradient(f, slope, x);
  return {
    label,
    central: numericalGradient(f, x),
    slope: slope(x),
    verdict,
    finding: findings[0] && titleOf(findings[0].kind),
  };
});
