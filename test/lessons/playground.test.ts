import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { caretUnder } from '@/lessons/playground/caret.ts';
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import { formulaPage } from '@/lessons/playground/formula-page.ts';
import { asKind, kindOf, kindsFor } from '@/lessons/playground/point.ts';
import { reportView } from '@/lessons/playground/report-view.ts';
import { encodeState } from '@/lessons/playground/share.ts';
import { INITIAL } from '@/lessons/playground/state.ts';
import { TEMPLATES } from '@/lessons/playground/templates.ts';
import { compile } from '@/sandbox/compile.ts';
import { PROGRAM_PREFIX } from '@/sandbox/position.ts';
import { type Body, checkExports, execute } from '@/sandbox/program.ts';

const quiet = { log() {}, info() {}, debug() {}, warn() {}, error() {} };

/** Checks a program as the sandbox does, but for the walls. */
async function checkCode(code: string) {
  const compiled = compile(code);
  if (!compiled.ok) throw new Error(compiled.text);
  const body: Body = vm.runInThisContext(`(${PROGRAM_PREFIX.replace('__define(', '')}${compiled.code}\n})`);
  return checkExports(await execute(body, quiet), {
    onThrow: (error) => {
      throw error;
    },
  });
}

const template = (id: string) => TEMPLATES.find((each) => each.id === id)!.code;

describe.each(TEMPLATES.map(({ id, code }) => [id, code] as const))('the template %s', (_, code) => {
  it('passes as it stands, by the textbook check too where it has a loss, and says how to break it', async () => {
    const { report, textbook, many } = await checkCode(code);
    expect(report.verdict).toBe('pass');
    expect(textbook?.status).toBe(many ? undefined : 'PASS');
    expect(code).toMatch(/^\/\/ Break it[:,]/m);
  });

  it('fits into a link', async () => {
    const encoded = await encodeState({ ...INITIAL, mode: 'typescript', code });
    expect(encoded.ok && encoded.fragment.length).toBeLessThan(8000);
  });
});

describe('a template broken as its comment says', () => {
  it.each([
    ['linear-regression', 'b += (2 * error) / n', 'b += 2 * error', ['b']],
    ['logistic-regression', 'const w = x.w.map((v) => lambda * v)', 'const w = x.w.map(() => 0)', ['w']],
    ['softmax', '(v - (k === label[i] ? 1 : 0))', 'v', ['W', 'b']],
    ['two-layer-network', '(1 - a * a) * delta', 'delta', ['W1', 'b1']],
    ['two-layer-network', 'addTo(b1, back);', '', ['b1']],
    ['layer-norm', 'value - meanOf(d) - along', 'value - along', ['v']],
    ['empty', '2 * x[1]', '3 * x[1]', ['x']],
    ['layer', 'b: columns(v).map((d) => d.reduce((sum, value) => sum + value, 0))', 'b: v', ['b']],
    ['layer', 'W: columns(v).map((d) => columns(x)', 'W: columns(x).map((d) => columns(v)', ['W']],
    ['jacobian', '-upper * Math.sin(shoulder) - sin', '-sin', ['x']],
    ['hessian', '2 - 400 * b', '-400 * b', ['x']],
    ['hessian', '[-400 * a, 200]', '[-200 * a, 200]', ['x']],
  ])('%s fails in the groups that are wrong, and in no other', async (id, right, wrong, groups) => {
    const code = template(id);
    expect(code).toContain(right);
    const view = reportView(await checkCode(code.replace(right, wrong)));
    expect(view.diagnosis.verdict).toBe('fail');
    expect(view.groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(groups);
    expect(view.diagnosis.findings.length).toBeGreaterThan(0);
  });
});

describe('the report of a check', () => {
  it('lists the wrong elements alone, the worst first', async () => {
    const view = reportView(await checkCode(template('empty').replace('2 * x[1]', '3 * x[1]')));
    expect(view.slopes.slopes.map(({ name }) => name)).toEqual(['x[1]']);
    expect(view.scatter?.highlights?.[0]?.label).toBe('x[1]');
  });

  it('names both ends of a wrong slope of a layer, and which outputs are wrong', async () => {
    const code = `export const x = { a: [0.5, -1.2], k: 0.7 };
export const forward = ({ a, k }) => ({ scaled: a.map((v) => k * v), total: a[0] + a[1] });
export const vjp = ({ a, k }, v) => ({
  a: a.map((_, i) => k * v.scaled[i] + (i === 0 ? v.total : 0)),
  k: a[0] * v.scaled[0] + a[1] * v.scaled[1],
});`;
    const view = reportView(await checkCode(code));
    expect(view.groups.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['a fail', 'k pass']);
    expect(view.outputs?.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['scaled pass', 'total fail']);
    expect(view.slopes.slopes.map(({ name }) => name)).toEqual(['y.total / a[1]']);
    expect(view.account).toMatch(
      /^3 outputs along 3 elements, every slope on its own, in \d+ evaluations of the forward/,
    );
  });

  it('is of the gradient where that is wrong already, of the Hessian where that alone is', async () => {
    const code = template('hessian');
    const gradient = await checkCode(code.replace('200 * (b - a * a)]', '100 * (b - a * a)]'));
    expect([gradient.many, gradient.report.verdict]).toEqual([undefined, 'fail']);
    const { many, report } = await checkCode(code.replace('[-400 * a, 200]', '[-400 * a, 100]'));
    expect([many?.subject, report.verdict]).toEqual(['hessian', 'fail']);
  });

  it('of a gradient that passes lists those nearest to their tolerance', async () => {
    const view = reportView(await checkCode(template('two-layer-network')));
    expect(view.slopes.slopes).toHaveLength(5);
    expect(view.slopes.slopes.every(({ verdict }) => verdict === 'pass')).toBe(true);
    expect(view.account).toMatch(/^26 elements, one at a time, in \d+ evaluations of the loss\. .* says PASS/);
  });
});

describe('the example', () => {
  it('is wrong on purpose, and its bug is named', () => {
    const { answer, testFile } = formulaPage(INITIAL);
    if (!answer.ok) throw new Error(answer.error.message);
    expect(answer.diagnosis?.findings[0].kind).toBe('missing-mean');
    expect(answer.math.f.html).toContain('katex');
    expect(answer.math.typed?.html).toContain('katex');
    expect(answer.curve.ok).toBe(true);
    expect(testFile).toContain('toBeGradientOf');
    // it travels to the page as JSON, which knows no NaN
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('passes with the third put back', () => {
    const { answer } = formulaPage({ ...INITIAL, gradient: '2*w/3; -2*b*exp(-b^2)' });
    expect(answer.ok && answer.diagnosis?.verdict).toBe('pass');
  });

  it('typesets names and nothing of HTML', () => {
    const { answer } = formulaPage({ ...INITIAL, formula: 'ab_c^2 + w', gradient: 'w = 1; ab_c = 2*ab_c', point: {} });
    expect(answer.ok && answer.math.typed?.html).toContain('katex');
    expect(formulaPage({ ...INITIAL, formula: '<b>x</b>' }).answer.ok).toBe(false);
  });
});

describe('a formula whose gradient is too large to be looked at', () => {
  const elements = Array.from({ length: 100 }, (_, at) => 1 + at / 50);
  const pageOf = (formula: string, point: FormulaState['point']) => {
    const { answer } = formulaPage({ formula, gradient: 'w', point, fixed: [], precision: 'float64' });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer;
  };

  it.each([
    ['norm(w)', /^w\[\d+\] to w\[99\]: too long to show: \d+,\d{3} signs$/],
    ['log(sum(exp(w)))', /^w\[0\] to w\[99\]: too long to show: \d{3},\d{3} signs$/],
    ['max(w)', /^w\[\d+\] to w\[99\]: too long to show/],
    ['std(w)', /too long to show/],
  ])('%s: shows what there is room for, says how long the rest is, and judges all', (formula, said) => {
    const page = pageOf(formula, { w: elements });
    expect(JSON.stringify(page).length).toBeLessThan(700_000);
    expect(page.math.gradient.at(-1)).toEqual({ text: expect.stringMatching(said) });
    expect(page.rows.filter(({ truth }) => truth.ok)).toHaveLength(100);
    expect(page.diagnosis?.verdict).toBe('fail');
  });

  it('counts signs that no page could hold', () => {
    const { gradient } = pageOf(`w*${'sin(w*'.repeat(30)}w${')'.repeat(30)}`, { w: 1.1 }).math;
    expect(gradient).toEqual([{ text: expect.stringMatching(/^w: too long to show: \d+,\d+ signs$/) }]);
  });
});

describe('an error is shown under its character', () => {
  it.each([
    ['sin(x) + exq(y)', 9, 3, 'sin(x) + exq(y)', '         ^^^'],
    ['x +', 3, 0, 'x +', '   ^'],
    ['', 0, 0, '', '^'],
  ])('%s', (text, position, length, shown, marks) => {
    expect(caretUnder(text, position, length)).toEqual({ text: shown, marks });
  });

  it('in a long text, with some of what stands around it', () => {
    const text = `${'x + '.repeat(50)}y`;
    for (let position = 0; position < text.length; position++) {
      const caret = caretUnder(text, position, 1);
      expect(caret.text[caret.marks.indexOf('^')]).toBe(text[position]);
      expect(caret.text.length).toBeLessThanOrEqual(36);
    }
  });
});

describe('the kind of a variable', () => {
  it('can be changed and changed back without losing what was typed', () => {
    expect(asKind([1.5, -2.3, 0.7], '2')).toEqual([1.5, -2.3]);
    expect(asKind([1.5, -2.3], 'number')).toBe(1.5);
    expect(asKind(4, '3')).toEqual([4, 0.8, 2.1]);
    expect(kindOf([1, 2])).toBe('2');
    expect(kindsFor(Array.from({ length: 40 }, () => 0)).map(({ kind }) => kind)).toContain('40');
  });
});
