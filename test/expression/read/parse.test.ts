import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '@/expression/read/parse.ts';
import type { BinaryOperator, Syntax } from '@/expression/read/syntax.ts';
import { printSyntax } from '@/expression/write/print-syntax.ts';
import { TEXT } from '@/expression/write/text.ts';

/** How a text is read, in plain spelling. */
const plain = (text: string): string => printSyntax(parseFormula(text).syntax, TEXT);
const notes = (text: string): string[] => parseFormula(text).notes.map(({ message }) => message);

describe('operators', () => {
  it.each([
    ['a - b - c', 'a - b - c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a/b/c', 'a/b/c'],
    ['a/(b*c)', 'a/(b*c)'],
    ['x^y^z', 'x^(y^z)'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['-a*b + c', '-a*b + c'],
    ['a*-b', 'a*(-b)'],
    ['2^-x', '2^(-x)'],
    ['+x - -y', 'x - (-y)'],
    ['1/2x', '(1/2)*x'],
    ['a/b c', 'a/(b*c)'],
    ['2x^2 y', '2*x^2*y'],
  ])('%s is %s', (text, meant) => {
    expect(plain(text).replaceAll(' ', '')).toBe(meant.replaceAll(' ', ''));
  });
});

describe('other spellings', () => {
  it.each([
    ['x² + y³ + z⁻¹ + w₁²', 'x^2 + y^3 + z^(-1) + w_1^2'],
    ['x**2*y', 'x^2*y'],
    ['a×b − c÷d · e', 'a*b - (c/d)·e'],
    ['½x + ¾', '(1/2)*x + 3/4'],
    ['√x + ∛(x + 1) + √2', 'sqrt(x) + cbrt(x + 1) + sqrt(2)'],
    ['2πx + 2pi', '2*pi*x + 2*pi'],
    ['|x - y|/2', 'abs(x - y)/2'],
    ['2|x||y|', '2*abs(x)*abs(y)'],
    ['|x - |y||', 'abs(x - abs(y))'],
    ['|(|x| + 1)y|', 'abs((abs(x) + 1)*y)'],
    ['‖w‖ + ||w||² + ||w||_1 + ‖w‖₂', 'norm(w) + norm(w)^2 + norm(w, 1) + norm(w, 2)'],
    ['np.sin(x) + Math.PI + Math.E + torch.nn.functional.relu(x)', 'sin(x) + pi + e + relu(x)'],
    ['np.linalg.norm(w) + np.maximum(x, 0) + numpy.power(x, 2)', 'norm(w) + max(x, 0) + pow(x, 2)'],
    [
      'arctan(x) + ReLU(x) + Exp(x) + arsinh(x) + σ(x) + average(w)',
      'atan(x) + relu(x) + exp(x) + asinh(x) + sigmoid(x) + mean(w)',
    ],
    ['w @ x', 'dot(w, x)'],
    ['w^T x + wᵀx + w^{T} x', 'dot(w, x) + dot(w, x) + dot(w, x)'],
    ['T*x^T', 'T*x^T'],
    ['log_2(x) + log_10 x', 'log(x, 2) + log(x, 10)'],
    ['u⊙v∘w', 'u .* v .* w'],
  ])('%s is %s', (text, meant) => {
    expect(plain(text)).toBe(meant);
  });

  it.each([
    ['\\frac{1}{2} x^{2}', '(1/2)*x^2'],
    ['\\frac12', undefined],
    ['\\dfrac{x}{1 + \\frac{y}{z}}', 'x/(1 + y/z)'],
    ['\\sqrt{x} + \\sqrt[3]{x + 1}', 'sqrt(x) + pow(x + 1, 1/3)'],
    ['\\sin x \\cdot \\cos\\left(y\\right)', 'sin(x)·cos(y)'],
    ['e^{-\\lambda_1 t^{2}}', 'e^(-lambda_1*t^2)'],
    ['\\log_{2} x + \\ln(y)', 'log(x, 2) + ln(y)'],
    ['\\max\\{0, x\\} \\times 2', 'max(0, x)*2'],
    ['\\lVert w \\rVert_2^2 + \\|w\\| + \\lvert x \\rvert', 'norm(w, 2)^2 + norm(w) + abs(x)'],
    ['\\mathbf{w}^T \\mathrm{x} + \\operatorname{softplus}(z)', 'dot(w, x) + softplus(z)'],
    ['\\theta_{0} + \\theta_1 x_{12}', 'theta_0 + theta_1*x_12'],
  ])('LaTeX: %s is %s', (text, meant) => {
    if (meant === undefined) expect(() => plain(text)).toThrow('ends where a value is expected');
    else expect(plain(text)).toBe(meant);
  });
});

describe('what stands before a formula', () => {
  it.each([
    ['f(x) = x^2', 'x^2', 'f(x) ='],
    ['y = 2*x;', '2*x', 'y ='],
    ['lambda x, y: x*y', 'x*y', 'lambda x, y:'],
    ['(x) => x*x', 'x*x', '(x) =>'],
    ['const f = x => Math.sin(x);', 'sin(x)', 'const f = x =>'],
    ['def f(x): return x**2', 'x^2', 'def f(x): return'],
  ])('%s is %s, and what is left out is said', (text, meant, head) => {
    expect(plain(text)).toBe(meant);
    expect(notes(text)).toEqual([`read without \`${head}\`, at 1`]);
  });

  it('leaves all else at its place', () => {
    expect(() => plain('f = x + |y')).toThrow('at 11');
    expect(plain('lambda*x[1:3]')).toBe('lambda*x[1:3]');
    expect(notes('f(x) = 2x')).toEqual(['read without `f(x) =`, at 1', 'read as `2*x`, at 8']);
  });
});

describe('what is left out', () => {
  it.each([
    ['sin x + 1', 'sin(x) + 1'],
    ['sin 2x y', 'sin(2*x*y)'],
    ['sin x cos y', 'sin(x)*cos(y)'],
    ['sin cos x', 'sin(cos(x))'],
    ['sin x^2', 'sin(x^2)'],
    ['sin x (x + 1)', 'sin(x)*(x + 1)'],
    ['sin^2(x) + sin^2 x + sin²(x)', 'sin(x)^2 + sin(x)^2 + sin(x)^2'],
    ['exp -x^2', 'exp(-x^2)'],
    ['√2x + √x²', 'sqrt(2)*x + sqrt(x^2)'],
    ['ln x/2', 'ln(x)/2'],
    ['x(x + 1)', 'x*(x + 1)'],
    ['2x(1 - x)', '2*x*(1 - x)'],
    ['x + y + 2xy', 'x + y + 2*x*y'],
    ['x1*x2 - x1x2', 'x1*x2 - x1*x2'],
    ['x + sinx + xexp(-x) + xe^x', 'x + sin(x) + x*exp(-x) + x*e^x'],
    ['2pix - x', '2*pi*x - x'],
  ])('%s is %s, and that is said', (text, meant) => {
    expect(plain(text)).toBe(meant);
    expect(notes(text).length).toBeGreaterThan(0);
  });

  it('is said once for each place, in plain spelling', () => {
    expect(notes('(x-1)^2 + 100(y-x^2)^2')).toEqual(['read as `100*(y - x^2)^2`, at 11']);
    expect(notes('2 sin x cos y + 3z')).toEqual(['read as `2*sin(x)*cos(y)`, at 1', 'read as `3*z`, at 17']);
    expect(notes('sin(x)*exp(y) + x^2/3 + |x|')).toEqual([]);
    expect(notes(`2(${'x + '.repeat(90)}x)`)[0].length).toBeLessThan(150);
  });
});

describe('names', () => {
  it.each([
    ['xy', '`xy` is read as one variable, not as `x*y`, at 1'],
    ['1 + sinx', '`sinx` is read as one variable, not as `sin(x)`, at 5'],
    ['E^x', '`E` is a variable here; Euler’s number is `e`, at 1'],
    ['i*x', '`i` is a variable here, not the imaginary unit, at 1'],
  ])('%s: a name that could be meant otherwise is noted', (text, note) => {
    expect(notes(text)).toEqual([note]);
    expect(parseFormula(text).syntax).not.toMatchObject({ type: 'call' });
  });

  it('of several letters are variables like others', () => {
    for (const text of ['rate*weight', 'x_max + x1', 'lambda*mu', 'alpha*θ', 'cost^2 + expected']) {
      expect(plain(text)).toBe(text);
      expect(notes(text).filter((note) => !note.includes('cost'))).toEqual([]);
    }
  });

  it('are taken apart into known variables alone where these are known', () => {
    const read = (text: string) => printSyntax(parseFormula(text, new Set(['x', 'y', 'xy2'])).syntax, TEXT);
    expect(read('2xy')).toBe('2*x*y');
    expect(read('xy2')).toBe('xy2');
    expect(read('xz + z')).toBe('xz + z');
  });
});

/** Trees of every kind, in the names and numbers that stand for themselves. */
const tree: fc.Arbitrary<Syntax> = fc.letrec<{ any: Syntax }>((tie) => {
  const here = { position: 0, length: 0 };
  const some = (least: number, most: number) => fc.array(tie('any'), { minLength: least, maxLength: most });
  const name = fc
    .constantFrom('x', 'y', 'w', 'theta', 'x_1')
    .map((text): Syntax => ({ type: 'name', name: text, ...here }));
  const number = fc
    .constantFrom('0', '2', '0.5', '1e-3', '12')
    .map((text): Syntax => ({ type: 'number', text, ...here }));
  const operators: BinaryOperator[] = ['+', '-', '*', '/', '^', '·', '.*', './', '.^'];
  const functions = fc.constantFrom('sin', 'exp', 'sqrt', 'abs', 'norm', 'max', 'dot', 'foo', 'square', 'log');
  const range = fc.tuple(fc.option(tie('any'), { nil: undefined }), fc.option(tie('any'), { nil: undefined }));
  const place = fc.oneof(
    tie('any').filter(({ type }) => type !== 'range'),
    range.map(([from, to]): Syntax => ({ type: 'range', ...(from && { from }), ...(to && { to }), ...here })),
  );
  return {
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      number,
      tie('any').map((argument): Syntax => ({ type: 'negate', argument, ...here })),
      fc
        .tuple(fc.constantFrom(...operators), tie('any'), tie('any'))
        .map(([operator, left, right]): Syntax => ({ type: 'binary', operator, left, right, ...here })),
      fc
        .tuple(functions, some(0, 3))
        .map(([called, args]): Syntax => ({ type: 'call', name: called, arguments: args, ...here })),
      some(0, 3).map((items): Syntax => ({ type: 'vector', items, ...here })),
      fc
        .tuple(tie('any'), place)
        .filter(([{ type }]) => type !== 'number')
        .map(([object, at]): Syntax => ({ type: 'index', object, at, ...here })),
    ),
  };
}).any;

/** Without the places, which a text that is printed anew has not. */
const bare = (syntax: Syntax): unknown =>
  JSON.parse(JSON.stringify(syntax, (key, value) => (key === 'position' || key === 'length' ? undefined : value)));

describe('printing', () => {
  it('and parsing give the same tree, and nothing that was a choice', () => {
    fc.assert(
      fc.property(tree, (syntax) => {
        const text = printSyntax(syntax, TEXT);
        fc.pre(text.length < 900);
        const parsed = parseFormula(text);
        expect(bare(parsed.syntax)).toEqual(bare(syntax));
        expect(parsed.notes).toEqual([]);
      }),
      { numRuns: 3_000, seed: 20_260_301 },
    );
  });

  it('gives back what any spelling was read as', () => {
    for (const text of ['2 sin²x cos y', '√2x|y|', '\\frac{x}{2} \\cdot y^{3}', 'w^T x/‖w‖', 'x(x+1)y', '-x**2/2y']) {
      expect(plain(plain(text))).toBe(plain(text));
      expect(notes(plain(text))).toEqual([]);
    }
  });
});

describe('places', () => {
  it('hold a piece from its first character to its last, brackets and all', () => {
    const text = '1 + 2(x + y)^2';
    const {
      syntax,
      notes: [note],
    } = parseFormula(text);
    if (syntax.type !== 'binary') throw new Error(syntax.type);
    for (const { position, length } of [syntax.right, note]) {
      expect(text.slice(position, position + length)).toBe('2(x + y)^2');
    }
  });
});
