import { describe, expect, it } from 'vitest';
import { WRITTEN } from '@/lessons/second/fit.ts';
import { checkHessian } from '@/lessons/second/hessian.ts';
import { best } from '@/lessons/second/steps.ts';

describe('the Hessian of a fit', () => {
  it('passes where it is right, whatever the data', () => {
    for (const misfit of [0, 0.3, 1]) expect(checkHessian({ written: 'right', misfit }).diagnosis.verdict).toBe('pass');
  });

  it.each(WRITTEN.map(({ value }) => value).filter((value) => value !== 'right'))('fails where it is %s', (written) => {
    const { diagnosis, wrong } = checkHessian({ written, misfit: 0.3 });
    expect(diagnosis.verdict).toBe('fail');
    expect(wrong.length).toBeGreaterThan(0);
  });

  it('has its one entry named, and that it is not symmetric', () => {
    const { diagnosis, wrong } = checkHessian({ written: 'entry', misfit: 0.3 });
    expect(wrong).toEqual(['0,2']);
    expect(diagnosis.findings.map(({ kind }) => kind)).toContain('not-symmetric');
  });

  it('is that of Gauss–Newton where the fit is perfect, and differs only where a residual bends', () => {
    expect(checkHessian({ written: 'gauss-newton', misfit: 0 }).diagnosis.verdict).toBe('pass');
    expect([...checkHessian({ written: 'gauss-newton', misfit: 0.3 }).wrong].sort()).toEqual(['0,1', '1,0', '1,1']);
  });
});

describe('a second derivative', () => {
  it('is known to half of the digits from values, and to two thirds of them from gradients', () => {
    const [values, gradients] = best.map(({ error }) => -Math.log10(error));
    expect(values).toBeGreaterThan(7);
    expect(values).toBeLessThan(10);
    expect(gradients).toBeGreaterThan(10);
  });
});
