/** Index of the largest value; the first of equal ones. */
export const argmax = (values: readonly number[]): number => values.indexOf(Math.max(...values));
