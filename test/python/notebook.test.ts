import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKER, programOf, TESTS } from '@/lessons/notebook/cells.ts';
import { NOTEBOOK } from '@/lessons/playground/notebook-template.ts';
import { runCell, runPythonCell } from '@/site/text/run-cell.ts';
import { freshPython, runIn } from './support.ts';

/** What the notebook computes in NumPy on x86-64; see test/fixtures/README.md. */
const reference = JSON.parse(readFileSync('test/fixtures/numpy-reference.json', 'utf8'));
const checks = Object.values(reference.checks) as {
  relativeError: number;
  numeric: number[];
  status: string;
  printed: string;
}[];

/** Values of a program's names after it has run, in shortest round-trip form. */
const valuesOf = (program: string, expressions: readonly string[]) => {
  const source = `${program}\nimport json\nprint("VALUES " + json.dumps([${expressions.join(', ')}]))`;
  const { output, error } = runIn(freshPython(), source, 'run');
  expect(error).toBeUndefined();
  return { output, values: JSON.parse(output.split('VALUES ')[1]) };
};

describe('the notebook, run in the page’s Python', () => {
  it('computes the numbers of NumPy on x86-64, bit for bit, and prints what it printed', () => {
    const { output, values } = valuesOf(programOf(CHECKER, TESTS), [
      'float(err)',
      'float(err2)',
      'float(err3)',
      'list(numer)',
      'list(numer2)',
    ]);
    expect(values.slice(0, 3)).toEqual(checks.map(({ relativeError }) => relativeError));
    expect(values.slice(3)).toEqual(checks.slice(0, 2).map(({ numeric }) => numeric));
    expect(output).toContain('Test 1 (quadratic): PASS  rel_err=1.39e-11');
    expect(output).toContain('Test 2 (buggy 1/n): FAIL  rel_err=3.33e-01');
    expect(output).toContain('Test 3 (corrected): PASS  rel_err=6.15e-12');
  });

  it('sweeps the step size with the same steps, and the same errors but where a value of f differs in its last bit', () => {
    const { h, error } = reference.stepSweep as { h: number[]; error: number[] };
    const [steps, errors] = valuesOf(NOTEBOOK, ['list(h_vals)', '[float(each) for each in errors]'])
      .values as number[][];
    expect(steps).toEqual(h);
    // exp and sin of this C library and of NumPy's vector code need not round alike; the difference quotient divides that by h
    const apart = error.flatMap((each, i) =>
      each === errors[i] ? [] : [(Math.abs(each - errors[i]) * h[i]) / 2 ** -52],
    );
    expect(apart.length).toBeLessThanOrEqual(2);
    for (const roundings of apart) expect(roundings).toBeLessThan(1);
  });
});

describe('the code cells of the chapters', () => {
  const printed = (lines: readonly { text: string }[]) => lines.map(({ text }) => text).join('\n');

  it('have the notebook’s checks in the HTML as NumPy on x86-64 prints them', () => {
    const lines = printed(runPythonCell(programOf(CHECKER, TESTS), 'three checks')).match(/: \w+ {2}rel_err=.*/g);
    expect(lines).toEqual(checks.map(({ status, printed: digits }) => `: ${status}  rel_err=${digits}`));
  });

  it('print the same in TypeScript and in NumPy', async () => {
    const read = (file: string) => readFileSync(`content/method/_code/${file}`, 'utf8');
    const typescript = printed(await runCell(read('gradient-checker.ts'), 'TypeScript'));
    expect(typescript).toBe(`PASS  relative error ${checks[0].printed}`);
    expect(printed(runPythonCell(read('gradient_checker.py'), 'NumPy'))).toBe(typescript);
  });
});
