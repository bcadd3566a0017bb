/** The notebook that this course grew from, "ch234 — Numerical Differentiation and Gradient Checking", cell by cell. */
import checker from './checker.py?raw';
import steps from './steps.py?raw';
import tests from './tests.py?raw';

export const CHECKER = checker;
/** Its three checks, which use the functions of the cell before. */
export const TESTS = tests;
/** Its sweep of the step size. */
export const STEPS = steps;

/** A program of its own, of cells that in a notebook run one after the other. */
export const programOf = (...cells: readonly string[]): string => cells.join('\n');
