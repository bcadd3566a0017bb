import fc from 'fast-check';

/** Pieces of formulas and of texts that nearly are formulas. */
const PIECES = [
  ...['x', 'y', 'w', 'w[0]', 'w[1]', 'w[-1]', 'lambda', 'θ', 'pi', 'e', 'end', 'constructor', '__proto__', 'i'],
  ...['1', '2', '0', '3.5', '.5', '1e3', '1e-300', '1e300', '2.', '9^9^9', '1/3', '0x1', '1..2'],
  ...[
    '+',
    '-',
    '*',
    '/',
    '^',
    '.*',
    './',
    '.^',
    ',',
    ':',
    ';',
    '=',
    '!',
    "'",
    '"',
    '.',
    '?',
    '%',
    '\n',
    ' ',
    '\\',
    '#',
  ],
  ...['(', ')', '[', ']', '{', '}', '(x', ')x', '[1,2]', '[x,', '(1:3)', '(-x)'],
  ...['sin(', 'log(', 'sum(', 'mean(', 'dot(', 'norm(', 'max(', 'softmax(', 'abs(', 'floor(', 'foo(', 'variance('],
  ...['sin(x)', 'exp(x)', 'log(x)', 'sqrt(y)', 'sum(w)', 'sum(w.^2)', 'dot(w, w)', 'max(w)', 'norm(w)', 'x^x'],
  ...[' mod ', ' to ', ' and ', ' not ', 'true', 'NaN', 'Infinity', 'import(', 'f(x)=', '𝑥', '\u0000', '\u202e', '−'],
];

/** Well-formed formulas, to be damaged. */
const SEEDS = [
  'sum(w.^2) + 2*w[0]*w[1]',
  'sin(x)*exp(y) + log(1+z^2)',
  'log(sum(exp(w))) - w[0]',
  '1/(1 + exp(-dot(w, [1, 2, 3])))',
  'mean((y - a*w).^2) + lambda*norm(w)^2',
  'max(0, 1 - y*sum(w)) + abs(x)/3',
  'x^y^z - (x + y)^-2.5e-1',
  'sum(softmax(w) .* (1:3)) + prod(w[1:])',
];

/** Anything: pieces in a row, plain text, or a formula with some characters changed. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...SEEDS),
        fc.array(fc.tuple(fc.nat(50), fc.nat(3), fc.constantFrom('', '', ...PIECES)), { minLength: 1, maxLength: 3 }),
      )
      .map(([seed, edits]) =>
        edits.reduce((text, [at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed), seed),
      ),
  },
);

/** A smooth function of numbers near 1, that stays in its domain. */
const SMOOTH_UNARY = ['sin', 'cos', 'tanh', 'atan', 'exp', 'sigmoid', 'softplus', 'asinh', 'square'];

const scalarLeaf = fc.oneof(
  fc.constantFrom('x', 'y', 'w[0]', 'w[1]', 'w[2]'),
  fc.constantFrom('2', '0.5', '1/3', 'pi', 'sum(w)', 'mean(w)', 'dot(w, w)', 'norm(w)', 'sum(w .* exp(-w))'),
);

/** Well-formed smooth formulas of x, y and a vector w of 3, with every value near or within the domain. */
export const smoothFormula: fc.Arbitrary<string> = fc.letrec<{ f: string; g: string }>((tie) => ({
  g: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalarLeaf,
    fc.tuple(fc.constantFrom(...SMOOTH_UNARY), tie('g')).map(([name, a]) => `${name}(${a})`),
    fc.tuple(tie('g'), fc.constantFrom('+', '-', '*'), tie('g')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(tie('g'), tie('g')).map(([a, b]) => `(${a})/(2 + sin(${b}))`),
    tie('g').map((a) => `log(1.5 + (${a})^2)`),
    tie('g').map((a) => `sqrt(1 + (${a})^2)`),
    tie('g').map((a) => `sum(softmax(w*sin(${a})) .* w)`),
    tie('g').map((a) => `(2 + cos(${a}))^1.5`),
  ),
  f: tie('g').map((a) => `${a} + 0*(x + y + sum(w))`),
})).f;
