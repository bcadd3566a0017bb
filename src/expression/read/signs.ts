/** The signs of formulas: how each may be written, and which characters are refused with a reason of their own. */

/** The message about a character that no formula may have: why, and what to write instead. */
export type Reason = readonly [why: string, expected?: string];

/** Signs that stand for one of the plain ones. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['**', '^'],
  ['||', '‖'],
  ['∥', '‖'],
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['∗', '*'],
  ['÷', '/'],
  ['∕', '/'],
  ['⋅', '·'],
  ['∙', '·'],
  ['⊙', '.*'],
  ['∘', '.*'],
]);

/** Signs that are functions: √x is sqrt(x). */
export const ROOTS: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['∛', 'cbrt'],
]);

/** What closes each bracket. */
export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Small digits and signs by the ones that they are. */
const SMALL = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'].map((digit, at) => [digit, String(at % 10)]));

/** `₁₂` as `12`. */
export const plainDigits = (text: string): string => [...text].map((digit) => SMALL.get(digit) ?? digit).join('');

const BRANCHES = 'conditions have no place in a formula; `max`, `min`, `abs` and `relu` are there';
const DERIVATIVES = 'f is typed, not a derivative; the gradient is worked out from it';

/** Characters that are refused with a reason of their own. */
export const REASONS: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['=', ['give the right-hand side only; a formula assigns nothing', 'an expression without `=`']],
  [';', ['one formula at a time', 'a single expression']],
  ['"', ['text has no place in a formula']],
  ["'", ['text and transposes have no place here; `dot(a, b)` multiplies two vectors', '`dot(a, b)`']],
  ['`', ['text has no place in a formula']],
  ['?', [BRANCHES, '`max(a, b)`']],
  ['<', [BRANCHES, '`max(a, b)`']],
  ['>', [BRANCHES, '`max(a, b)`']],
  ['!', ['factorials have no derivative']],
  ['%', ['remainders have no derivative at their jumps and are left out']],
  ['.', ['a dot stands in numbers and in `.*`, `./`, `.^` only; nothing here has properties', '`.*`, `./` or `.^`']],
  ['∂', [DERIVATIVES, 'f itself']],
  ['∇', [DERIVATIVES, 'f itself']],
  ['∑', ['a sum is written as a function', '`sum(w)`']],
  ['Σ', ['a sum is written as a function', '`sum(w)`']],
  ['Π', ['a product is written as a function', '`prod(w)`']],
  ['∏', ['a product is written as a function', '`prod(w)`']],
  ['∫', ['integrals have no place in a formula']],
  ['⊤', ['a transpose has no place here; `dot(a, b)` multiplies two vectors', '`dot(a, b)`']],
]);
