import { describe, expect, it } from 'vitest';
import { WRITTEN } from '@/lessons/second/fit.ts';
import { checkHessian } from '@/lessons/second/hessian.ts';
import { found, gaps, products } from '@/lessons/second/numbers.ts';
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

describe('the tables of the chapter', () => {
  it('have one Hessian that is not symmetric, and one wrong that is', () => {
    expect(found.filter(({ symmetric }) => !symmetric).map(({ wrong }) => wrong)).toEqual([1]);
    expect(found.filter(({ symmetric, wrong }) => symmetric && wrong > 0)).toHaveLength(2);
  });

  it('have the gap of Gauss–Newton shrink with the misfit, and pass only where there is none', () => {
    for (const [i, { gap, verdict }] of gaps.entries()) {
      expect(gap).toBeLessThan(gaps[i - 1]?.gap ?? Number.POSITIVE_INFINITY);
      expect(verdict).toBe(gap === 0 ? 'pass' : 'fail');
    }
  });

  it('have H u known better from the gradient at every small step, and not at all from the loss at the smallest', () => {
    for (const { gradient, loss } of products.slice(1)) expect(gradient).toBeLessThan(loss / 10);
    expect(products.at(-1)!.loss).toBeGreaterThan(0.1);
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
