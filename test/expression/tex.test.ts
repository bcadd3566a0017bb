import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { texName } from '@/expression/write/tex-names.ts';
import { formulaOf } from './helpers.ts';

describe('TeX', () => {
  it.each([
    ['x', 'x'],
    ['lambda', '\\lambda'],
    ['λ', 'λ'],
    ['w1', 'w_{1}'],
    ['x_max', 'x_{max}'],
    ['rate', '\\mathrm{rate}'],
    ['a_b_c', '\\mathrm{a\\_b\\_c}'],
    ['_x', '\\mathrm{\\_x}'],
  ])('of the name %s', (name, tex) => {
    expect(texName(name)).toBe(tex);
  });

  it('keeps a formula as it was typed', () => {
    expect(formulaOf('(x+1)/(2*y) - sqrt(x)^2').tex).toBe('\\frac{x + 1}{2 \\, y} - \\sqrt{x}^{2}');
    expect(formulaOf('-(x - (y - 1))').tex).toBe('-\\left(x - \\left(y - 1\\right)\\right)');
    expect(formulaOf('norm(w)*w[1]').tex).toBe('\\left\\lVert w\\right\\rVert_{2} \\, w_{1}');
    expect(formulaOf('1e-3*x').tex).toBe('1\\cdot 10^{-3} \\, x');
  });

  it.each([
    'sum(w.^2) + 2*w[0]*w[1]',
    'mean((y - X .* w) .^ 2) + lambda*norm(w, 1)',
    'a_b_c*x_1 + x1[1]/_q - α^β*softmax(w[0:])[1]',
    'abs(x)+floor(x)+ceil(x)+round(x)+cbrt(x)+asin(x)+atanh(x)+log2(x)+log10(x)+log(x,3)+expm1(x)',
    'max(x, y)*min(w) - dot(w, [1, 2, 3])/count(w) + variance(w) + e^pi + tau + square(x) + cube(y)',
    'x^y^-z + (-x)^2 + (x^y)^z + 1e300*x + 2*3*x*4',
  ])('of %s and of its gradient is what KaTeX takes', (text) => {
    const formula = formulaOf(text);
    const symbolic = formula.symbolic();
    if (!symbolic.ok) throw new Error(symbolic.error.message);
    const pieces = [formula.tex, ...formula.elements.map(({ tex }) => tex)];
    for (const { tex } of symbolic.gradient.components) pieces.push(tex ?? '');
    for (const piece of pieces) {
      expect(() => katex.renderToString(piece, { throwOnError: true, strict: 'ignore', trust: false })).not.toThrow();
    }
  });
});
