import { describe, expect, it } from 'vitest';
import { explainFinding } from '@/checker/index.ts';
import { type FormulaState, type FormulaView, formulaModel } from '@/lessons/playground/formula-model.ts';

const state: FormulaState = {
  formula: 'sum(w.^2) + 2*w[0]*w[1] + b^3',
  gradient: '2*w[0] + 2*w[1]; 2*w[1] + 2*w[0]; 3*b^2',
  point: { w: [1.5, -2.3], b: 0.5 },
  fixed: [],
  precision: 'float64',
};

function viewOf(changes: Partial<FormulaState>): FormulaView {
  const model = formulaModel({ ...state, ...changes });
  if (!model.ok) throw new Error(model.error.message);
  return model;
}

describe('a formula with a right gradient', () => {
  const view = viewOf({});

  it('passes, in every row', () => {
    expect(view.report?.verdict).toBe('pass');
    expect(view.rows.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(view.textbook?.status).toBe('PASS');
  });

  it('shows each element by four ways that agree', () => {
    expect(view.rows.map(({ name }) => name)).toEqual(['w[0]', 'w[1]', 'b']);
    for (const { typed, symbolic, numeric, errorBar, truth, complexStep } of view.rows) {
      if (!truth.ok) throw new Error(truth.reason);
      expect(typed).toBeCloseTo(truth.double, 14);
      expect(symbolic).toBeCloseTo(truth.double, 14);
      expect(complexStep).toBeCloseTo(truth.double, 14);
      expect(Math.abs(numeric - truth.double)).toBeLessThan(10 * errorBar);
    }
  });

  it('has the symbolic gradient in TeX, the value with its lost digits, and a curve for each scheme', () => {
    expect(view.components).toMatchObject([
      { tex: '2 \\, w_{0} + 2 \\, w_{1}' },
      {},
      { nameTex: 'b', tex: '3 \\, b^{2}' },
    ]);
    expect(view.value.digitsLost).toBeLessThan(2);
    expect(view.curve.ok && view.curve.series.map(({ scheme }) => scheme)).toEqual([
      'forward',
      'central',
      'five-point',
      'complex-step',
    ]);
    expect(view.testFile).toContain('toBeGradientOf');
  });

  it('is plain data, so that it can come from a worker', () => {
    expect(structuredClone(view)).toEqual(view);
  });
});

describe('a formula with a wrong gradient', () => {
  it('names the wrong element as it is typed, counted from 1', () => {
    const { report, rows } = viewOf({ gradient: '2*w[0] + 2*w[1]; 2*w[1] + 3*w[0]; 3*b^2' });
    expect(report?.verdict).toBe('fail');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass']);
    const bug = report?.findings.find(({ role }) => role === 'bug');
    expect(bug?.where.elements).toEqual(['w[1]']);
    expect(bug && explainFinding(bug)).toContain('w[1]');
  });

  it('names the bug', () => {
    const { report } = viewOf({ gradient: '-(2*w[0] + 2*w[1]); -(2*w[1] + 2*w[0]); -3*b^2' });
    expect(report?.findings[0].kind).toBe('sign');
  });

  it('calls elements that were exchanged by their typed names', () => {
    const { report } = viewOf({
      formula: 'w[0]^2 + 5*w[1] + sin(w[2])',
      gradient: '5; 2*w[0]; cos(w[2])',
      point: { w: [1.5, 0.3, 0.4] },
    });
    expect(report?.findings[0]).toMatchObject({ kind: 'swapped', where: { elements: ['w[0]', 'w[1]'] } });
  });
});

describe('a formula without a gradient', () => {
  const view = viewOf({ gradient: '' });

  it('has no verdict, but numeric derivatives with bars, the truth and the curve', () => {
    expect(view.report).toBeUndefined();
    expect(view.textbook).toBeUndefined();
    for (const { typed, verdict, numeric, errorBar, truth } of view.rows) {
      expect([typed, verdict]).toEqual([undefined, undefined]);
      expect(truth.ok && Math.abs(numeric - truth.double) < 10 * errorBar).toBe(true);
    }
    expect(view.curve.ok).toBe(true);
    expect(view.testFile).toContain('symbolic, as none was typed');
  });

  it('a gradient that cannot be read leaves the rest standing', () => {
    const broken = viewOf({ gradient: '2*w; sin()' });
    expect(broken.gradientError).toMatchObject({ message: '`sin` needs one argument, at 6' });
    expect(broken.report).toBeUndefined();
    expect(broken.rows).toEqual(view.rows);
  });
});

describe('the point', () => {
  it('is what was set, and a value of its own for all else', () => {
    expect(viewOf({ formula: 'sum(w) + c', gradient: '', point: { w: [1, 2, 3, 4], old: 7 } }).point).toEqual({
      w: [1, 2, 3, 4],
      c: 1.2,
    });
  });

  it('follows the formula where what was set no longer fits', () => {
    expect(viewOf({ formula: 'w[0]*w[2]', gradient: '', point: { w: [5, 6] } }).point).toEqual({ w: [5, 6, 2.1] });
    expect(viewOf({ formula: 'w[1]', gradient: '', point: { w: 4 } }).point).toEqual({ w: [4, 0.8] });
    expect(viewOf({ formula: 'w^2', gradient: '', point: { w: [4, 5] } }).point).toEqual({ w: 4 });
  });

  it('keeps a number a number where the reader has made it one', () => {
    expect(viewOf({ formula: 'sum(a*exp(w))', gradient: '', point: { a: 2, w: [0, 0] } }).point).toEqual({
      a: 2,
      w: [0, 0],
    });
  });
});

describe('what cannot be computed is said, not thrown', () => {
  it('an unreadable formula', () => {
    expect(formulaModel({ ...state, formula: 'sin(' })).toMatchObject({ ok: false, error: { code: 'bracket' } });
  });

  it('a kink at the point', () => {
    const view = viewOf({ formula: 'abs(x)', gradient: 'sign(x)', point: { x: 0 } });
    expect(view.rows[0].truth).toMatchObject({ ok: false, reason: 'kink' });
    expect(view.report?.verdict).toBe('inconclusive');
    expect(view.curve).toMatchObject({ ok: false, reason: 'kink', element: 'x' });
    expect(view.complexStep).toMatchObject({ ok: false, functions: ['abs'] });
  });

  it('a point outside the domain', () => {
    const view = viewOf({ formula: 'log(x)', gradient: '1/x', point: { x: -1 } });
    expect(view.report?.verdict ?? view.problem).not.toBe('pass');
    expect(view.curve.ok).toBe(false);
    expect(viewOf({ formula: 'x', gradient: '', point: { x: Number.NaN } }).problem).toContain('x');
  });
});

describe('a variable that is held fixed', () => {
  const view = viewOf({
    formula: 'log(1 + exp(-y*dot(w, x)))',
    gradient: '-y*x/(1 + exp(y*dot(w, x)))',
    point: { y: -1, w: [0.5, 1], x: [1.5, -0.3] },
    fixed: ['x', 'y'],
  });

  it('is data: nothing is asked of its derivative, and the check is of the others', () => {
    expect(view.rows.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['w[0]', 'pass'],
      ['w[1]', 'pass'],
    ]);
    expect(view.report?.verdict).toBe('pass');
    expect(view.curve.ok && view.curve.series.map(({ scheme }) => scheme)).toContain('complex-step');
  });

  it('stands in the derivatives by its name, and in the point by its value', () => {
    expect('message' in view.components || view.components.map(({ text }) => text)).toEqual([
      '-x[0]*y*exp(-y*(w[0]*x[0] + w[1]*x[1]))/(exp(-y*(w[0]*x[0] + w[1]*x[1])) + 1)',
      '-x[1]*y*exp(-y*(w[0]*x[0] + w[1]*x[1]))/(exp(-y*(w[0]*x[0] + w[1]*x[1])) + 1)',
    ]);
    expect(view.point).toEqual({ w: [0.5, 1], y: -1, x: [1.5, -0.3] });
    for (const { numeric, errorBar, truth, complexStep } of view.rows) {
      if (!truth.ok) throw new Error(truth.reason);
      expect(Math.abs(numeric - truth.double)).toBeLessThan(10 * errorBar);
      expect(complexStep).toBeCloseTo(truth.double, 14);
    }
  });

  it('has no derivative to be typed: a label for one is refused, and so is f of data alone', () => {
    const { gradientError } = viewOf({
      formula: 'y*x',
      gradient: 'dx = y; dy = x',
      point: { x: 1, y: 2 },
      fixed: ['y'],
    });
    expect(gradientError?.message).toBe('f has no variable `dy`, at 9');
    const read = formulaModel({ ...state, formula: 'y^2', gradient: '', point: {}, fixed: ['y'] });
    expect(read).toMatchObject({ ok: false, error: { message: 'all variables are held fixed, at 1' } });
  });
});
