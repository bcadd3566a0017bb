// @ts-check
// Answers for the cases of the open corpus, a line of JSON for a line of JSON, so that a program in another language checks the
// very same functions. {"start": ID} makes the case anew and answers its point; {"f": [x…]} and {"g": [x…]}
// answer the loss and the gradient there, as a list, and x as it is afterwards: some functions write to it. {"list": true}
// answers the ids. What a function throws is {"error": …}.
import { createInterface } from 'node:readline';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';

/** @type {readonly any[]} */
const cases = untyped;

/** @type {{ f(x: Float64Array): number, grad(x: Float64Array): Float64Array }} */
let made = { f: () => Number.NaN, grad: (x) => x };

/** JSON has no NaN, no infinity and no -0; Python reads them as they are written here. @param {Iterable<number>} values */
const list = (values) =>
  `[${Array.from(values, (value) => (Object.is(value, -0) ? '-0.0' : String(value))).join(',')}]`;

/** @param {{ start?: string, f?: number[], g?: number[] }} question */
function answer({ start, f, g }) {
  if (f || g) {
    const x = Float64Array.from(f ?? g ?? []);
    const values = f ? [made.f(x)] : made.grad(x);
    return `[${list(values)},${list(x)}]`;
  }
  if (start === undefined) return JSON.stringify(cases.map(({ id }) => id));
  const found = cases.find(({ id }) => id === start);
  if (found === undefined) throw new Error(`There is no case ${start}`);
  made = found.make();
  return list(found.x0);
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = answer(JSON.parse(line));
  } catch (error) {
    said = JSON.stringify({ error: String(error) });
  }
  process.stdout.write(`${said}\n`);
}
