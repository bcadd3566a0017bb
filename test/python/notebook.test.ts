import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PYTHON_TEMPLATES } from '@/lessons/playground/templates.ts';
import { freshPython, runIn } from './support.ts';

/** What the notebook computes in NumPy on x86-64; see test/fixtures/README.md. */
const reference = JSON.parse(readFileSync('test/fixtures/numpy-reference.json', 'utf8'));
const notebook = PYTHON_TEMPLATES.find(({ id }) => id === 'notebook')?.code ?? '';

/** Values of the notebook's names after it has run, in shortest round-trip form. */
const valuesOf = (expressions: readonly string[]) => {
  const source = `${notebook}\nimport json\nprint("VALUES " + json.dumps([${expressions.join(', ')}]))`;
  const { output, error } = runIn(freshPython(), source, 'run');
  expect(error).toBeUndefined();
  return { output, values: JSON.parse(output.split('VALUES ')[1]) };
};

describe('the notebook, run in the page’s Python', () => {
  it('computes the numbers of NumPy on x86-64, bit for bit, and prints what it printed', () => {
    const checks = Object.values(reference.checks) as { relativeError: number; numeric: number[]; status: string }[];
    const { output, values } = valuesOf(['float(err)', 'float(err2)', 'float(err3)', 'list(numer)', 'list(numer2)']);
    expect(values.slice(0, 3)).toEqual(checks.map(({ relativeError }) => relativeError));
    expect(values.slice(3)).toEqual(checks.slice(0, 2).map(({ numeric }) => numeric));
    expect(output).toContain('Test 1 (quadratic): PASS  rel_err=1.39e-11');
    expect(output).toContain('Test 2 (buggy 1/n): FAIL  rel_err=3.33e-01');
    expect(output).toContain('Test 3 (corrected): PASS  rel_err=6.15e-12');
  });

  it('sweeps the step size with the same steps, and the same errors but where a value of f differs in its last bit', () => {
    const { h, error } = reference.stepSweep as { h: number[]; error: number[] };
    const [steps, errors] = valuesOf(['list(h_vals)', '[float(each) for each in errors]']).values as number[][];
    expect(steps).toEqual(h);
    // exp and sin of this C library and of NumPy's vector code need not round alike; the difference quotient divides that by h
    const apart = error.flatMap((each, i) =>
      each === errors[i] ? [] : [(Math.abs(each - errors[i]) * h[i]) / 2 ** -52],
    );
    expect(apart.length).toBeLessThanOrEqual(2);
    for (const roundings of apart) expect(roundings).toBeLessThan(1);
  });
});
