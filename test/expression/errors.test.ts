import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/expression/limits.ts';
import type { Lengths } from '@/expression/read/shapes.ts';
import { errorOf } from './helpers.ts';

describe('an error points at the character and says what was expected', () => {
  it.each([
    // text, code, what the pointer marks, message, expectation, lengths of the variables
    ['x + sin()', 'argument-count', 'sin()', '`sin` needs one argument, at 5', 'one argument'],
    ['sin(x, y)', 'argument-count', 'sin(x, y)', '`sin` needs one argument, at 1', 'one argument'],
    ['1 + dot(w)', 'argument-count', 'dot(w)', '`dot` needs two arguments, at 5', 'two arguments'],
    ['2*sinn(x)', 'unknown-function', 'sinn', '`sinn` is not a function known here, at 3', '`sin`'],
    ['cotn(x)', 'unknown-function', 'cotn', '`cotn` is not a function known here, at 1', '`cot`'],
    ['y*g(x+1) + x', 'unknown-function', 'g', '`g` is not a function known here, at 3', 'a known function, or `g*(…)`'],
    ['1 + pi(x)', 'not-a-function', 'pi', '`pi` is not a function; a product needs its sign, at 5', '`pi*(…)`'],
    ['x + sin', 'reserved-name', 'sin', '`sin` is a function, at 5', '`sin(x)`'],
    ['sin^-1 x', 'syntax', '-1', '`sin^-1` can mean two things, at 5', 'the inverse by its name, or `1/sin(x)`'],
    ['x + (2', 'bracket', '(', '`(` is never closed, at 5', '`)`'],
    ['x + 2)', 'bracket', ')', '`)` closes nothing, at 6', undefined],
    ['w[1)', 'bracket', ')', '`[` is closed by `)`, at 4', '`]`'],
    ['x +', 'syntax', '', 'the formula ends where a value is expected, at 4', 'a number, a name or `(`'],
    ['x * / y', 'syntax', '/', '`/` is not expected here, at 5', 'a number, a name or an operator'],
    ['2 3', 'syntax', '3', '`3` is not expected here, at 3', 'a number, a name or an operator'],
    ['x + |y', 'syntax', '', 'the formula ends where `|` is expected, at 7', '`|`'],
    ['0,5*x', 'syntax', ',', 'a comma stands between the parts of a list; a decimal has a point, at 2', '`0.5`'],
    ['x^T', 'not-allowed', 'T', 'a transpose has no place here, at 3', '`dot(a, b)`'],
    ['x^T A x', 'not-allowed', 'A', 'this would be a matrix; they are not supported, at 5', 'a vector'],
    [
      'd/dx x^2',
      'not-allowed',
      'd/dx',
      '`d/dx`: f is typed, not a derivative; the gradient is worked out from it, at 1',
      'f itself',
    ],
    ['\\frac{df}{dx}', 'not-allowed', 'df}{dx', undefined, 'f itself'],
    ['∂f', 'character', '∂', undefined, 'f itself'],
    ['\\foo x', 'character', '\\foo', '`\\foo`: this command has no meaning in a formula, at 1', undefined],
    [
      'np.std(w)',
      'unknown-function',
      'std',
      '`std` of NumPy divides by n, `std` and `variance` here by n - 1, at 4',
      '`mean((w - mean(w)).^2)`',
    ],
    ['w[3] + w[-5]', 'index', '-5', 'the index is from 0 to 3, this is -5, at 10', '0 to 3', { w: 4 }],
    ['w[3] + w[4]', 'index', '4', 'the index is from 0 to 3, this is 4, at 10', '0 to 3', { w: 4 }],
    ['sum(w[2:2])', 'index', '2:2', 'no element is between these, at 7', '`0:2`'],
    ['w[end]', 'reserved-name', 'end', '`end` is not known: the last element is `w[-1]`, at 3', '`-1`'],
    ['w[1.5]', 'index', '1.5', 'an index is a whole number, written out, at 3', '`0`'],
    ['w[n]', 'index', 'n', 'an index is a whole number, written out, at 3', '`0`'],
    ['w[1, 2]', 'index', '[', 'an element has one index; matrices are not supported, at 2', '`w[0]`'],
    [
      '2*w.^2 + w[2]',
      'not-scalar',
      '2*w.^2 + w[2]',
      'f has to be one number, this is a vector of 3, at 1',
      '`sum(…)` around it, or one element, `(…)[0]`',
    ],
    [
      'w*w',
      'not-scalar',
      'w*w',
      'f has to be one number, this is a vector of 3, at 1',
      '`sum(…)` around it, or one element, `(…)[0]`',
      { w: 3 },
    ],
    ['norm(w, 3)', 'argument-kind', '3', '`norm` is of order 1 or 2, at 9', '1 or 2'],
    [
      'sum([[1, 2], [3, 4]]) + x',
      'shape',
      '[1, 2]',
      'matrices are not supported; a vector holds numbers, at 6',
      'a number',
    ],
    ['', 'empty', '', 'a formula is expected, at 1', 'such as `x^2 + 1`'],
    ['2 + 2', 'unknown-variable', '2 + 2', 'a formula needs a variable, at 1', 'such as `x`'],
    ['x + NaN', 'reserved-name', 'NaN', '`NaN` has no place in a formula, at 5', 'a number'],
    ['x mod 2', 'not-allowed', 'mod', 'the operator `mod` has no place in a formula, at 3', undefined],
    ['1e400*x', 'number', '1e400', 'this number is too large for a double, at 1', undefined],
    ['1e-400*x', 'number', '1e-400', 'this number is too small for a double, at 1', undefined],
    ['0xff*x', 'number', '0xff', 'numbers are written in decimal, at 1', undefined],
    ['x^2 + y = 2', 'character', '=', undefined, 'an expression without `=`'],
    ['w.dot(x)', 'character', '.dot', '`.dot`: a method is written as a function here, at 2', '`dot(…)`'],
    ['Σw', 'character', 'Σ', '`Σ`: a sum is written as a function, at 1', '`sum(w)`'],
    ['atan2(y, x)', 'unknown-function', 'atan2', '`atan2` is not a function known here, at 1', '`atan(y/x)`'],
    ['erf(x)', 'unknown-function', 'erf', undefined, 'a known function; code in TypeScript or Python can have any'],
    ['1,000*x', 'syntax', ',', undefined, '`1000`, or `1.000`'],
    [
      'x + where(y, 1, 2)',
      'reserved-name',
      'where',
      '`where` is a word of code, not of a formula, at 5',
      'the expression alone; TypeScript and Python take code',
    ],
  ])('%s', (text, code, marked, message, expected, lengths?: Lengths) => {
    const error = errorOf(text, lengths);
    expect(error.code).toBe(code);
    if (marked !== undefined) expect(text.slice(error.position, error.position + error.length)).toBe(marked);
    if (message !== undefined) expect(error.message).toBe(message);
    expect(error.expected).toBe(expected);
  });

  it('takes a length that is given for what it is', () => {
    expect(errorOf('w[2]', { w: 2 }).code).toBe('index');
    expect(errorOf('w[0]', { w: null }).message).toBe('`w` is a number and has no elements, at 1');
    expect(errorOf('dot(a, b)', { a: 2, b: 3 }).message).toBe('vectors of 2 and 3 elements do not match, at 1');
    expect(errorOf('sum(w)', { w: 1e9 }).code).toBe('shape');
    expect(errorOf('sum(w)', { w: 0.5 }).code).toBe('shape');
    expect(errorOf('sum(w) + sum(v)', { w: 60, v: 60 }).code).toBe('too-large');
  });

  it('bounds length, brackets and signs', () => {
    expect(errorOf(`x${' '.repeat(LIMITS.characters)}`).code).toBe('too-long');
    expect(errorOf('x+'.repeat(LIMITS.tokens / 2 + 1).slice(0, -1)).code).toBe('too-long');
    const brackets = LIMITS.brackets + 1;
    expect(errorOf(`${'('.repeat(brackets)}x${')'.repeat(brackets)}`).code).toBe('too-deep');
    expect(errorOf(`${'-'.repeat(LIMITS.depth + 10)}x`).code).toBe('too-deep');
  });
});
