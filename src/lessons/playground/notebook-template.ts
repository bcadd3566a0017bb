import { CHECKER, programOf, STEPS, TESTS } from '../notebook/cells.ts';

const BEFORE = `# The notebook that this course grew from, cell by cell: "ch234 — Numerical Differentiation and Gradient Checking".
# Break it: write loss, gradient = f2, buggy_grad_f2 in the last line, and check again.
`;

const AFTER = `# What is checked here by the check of this page:
loss, gradient, x = f2, correct_grad_f2, x1
`;

/** The whole notebook, with the names that the check looks for. */
export const NOTEBOOK = BEFORE + programOf(CHECKER, TESTS, STEPS, AFTER);
