import { describe, expect, it } from 'vitest';
import { readFormula } from '@/expression/formula.ts';
import { LIMITS } from '@/expression/limits.ts';
import { readGradient } from '@/expression/typed-gradient.ts';
import { formulaOf, processorTime } from './helpers.ts';

/** Ways out of mathjs' expression language that were open in some version, and texts that look like one. */
const REFUSED = [
  // the Function constructor, by way of a property (mathjs before 3.17 and later holes)
  'f.constructor("return process")()',
  'x.constructor',
  'x["constructor"]',
  'x[constructor]',
  'sin.constructor',
  '(x).__proto__',
  'x.__proto__.polluted',
  '[].map.constructor("alert(1)")()',
  'cos.constructor("return this")()',
  '{}.constructor',
  '{"__proto__": {"x": 1}}.x',
  'x?.constructor',
  // names that every object has
  'constructor + x',
  '__proto__',
  'hasOwnProperty(x)',
  'toString()',
  'valueOf + x',
  '__defineGetter__(x, x)',
  'isPrototypeOf(x)',
  'toLocaleString(x)',
  // mathjs functions that reach its parser or its set-up
  'import({f: 1}, {override: true})',
  'createUnit("foo")',
  'evaluate("1+1")*x',
  'parse("x")',
  'simplify("x + x")',
  'derivative("x^2", "x")',
  'config({matrix: "Array"})',
  'config(x)',
  'parser()',
  'compile("x")',
  'chain(x)',
  'typed(x)',
  'reviver(x)',
  'help(sin)',
  'print("$x", x)',
  'format(x)',
  'map([1, 2], x)',
  'filter(x, x)',
  'forEach(x, x)',
  'resolve(x)',
  'leafCount(x)',
  'symbolicEqual(x, x)',
  'unit("5 cm")*x',
  '5 cm to inch',
  'x in cm',
  // assignment and definition
  'x = 1',
  'f(x) = x = y',
  'f(x) = eval("1")',
  'x[1] = 2',
  'x.y = 2',
  'x; y; 1',
  'x\n= 2',
  '(x -> x)(2)',
  // conditions, comparisons, logic
  'x > 0 ? x : -x',
  'x == y',
  'x and y',
  'x or not y',
  'x | y',
  'x & y',
  'x << 2',
  'x ~ y',
  'x != y',
  // text, comments, templates
  '"a"',
  "'a'*x",
  'x # comment',
  `\`x\``,
  'x // y',
  'concat("a", "b")',
  'x\u0000',
  'x\u2028y',
  // costly things
  'factorial(1e9)*x',
  '170!*x',
  'x!',
  'x!!!!!!!!!!',
  'gamma(x)',
  'zeros(1e9)',
  'ones(1e5, 1e5)',
  'range(0, 1e9)',
  'sum(1:1e9)*x',
  'sum(1:1e-9:1)*x',
  'identity(1e6)',
  'random()*x',
  'permutations(x, 5)',
  'combinations(1e9, 5e8)*x',
  'primes(x)',
  'eigs(x)',
  'inv(x)',
  'det(x)',
  "x'",
  'w[-99999999999999999999999]',
  'x[1e9]',
  'w[99999999999999999999999]',
  'w[1:99999999]',
  'x^'.repeat(500),
  '('.repeat(LIMITS.characters),
  '['.repeat(200),
  `${'['.repeat(20)}x${']'.repeat(20)}`,
  '-'.repeat(LIMITS.characters - 1),
  'sin('.repeat(240),
  '1'.repeat(400),
  'x+'.repeat(LIMITS.characters),
  'x'.repeat(10_000_000),
  // look-alikes and bidirectional tricks
  'ѕіn(x)',
  'x\u202e + y',
  'ｓｉｎ(x)',
  'x\u200b',
  'а + x',
  '𝑥 + 1',
  // numbers that are none
  'NaN*x',
  'Infinity*x',
  '1e999*x',
  '0b11*x',
  'null + x',
  'undefined',
  'true*x',
  'i^2 + end',
  // ways out of the accepted spellings
  'np.linalg.__proto__(x)',
  'Math.constructor(x)',
  'torch.nn.functional.constructor("x")()',
  '\\href{javascript:alert(1)}{x}',
  '\\def\\x{x}\\x',
  '\\frac{x}',
  '\\htmlClass{a}{x}',
  '|'.repeat(300),
  '√'.repeat(300),
  '²'.repeat(300),
  'sin '.repeat(240),
  `x${'^T'.repeat(150)}`,
];

describe('attacks on the parser', () => {
  it.each(REFUSED.map((text) => [text.slice(0, 40), text] as const))('%s is refused at once', (_shown, text) => {
    expect(processorTime(() => readFormula(text))).toBeLessThan(LIMITS.milliseconds);
    const read = readFormula(text);
    if (read.ok) throw new Error('it was read');
    expect(read.error.message).toContain(`at ${read.error.position + 1}`);
    expect(read.error.position).toBeLessThanOrEqual(text.length);
    const typed = readGradient(text, formulaOf('x + y'));
    expect(typed.ok && typed.gradient !== undefined).toBe(false);
  });

  it('towers of powers are read and come to an end', () => {
    for (const text of ['9^9^9^9*x', 'x^9^9^9^9', '9^9^9^9^9^9^9^9^9*x', `x${'^x'.repeat(100)}`, '(x^999999)^999999']) {
      expect(processorTime(() => formulaOf(text).symbolic())).toBeLessThan(2 * LIMITS.milliseconds);
      const formula = formulaOf(text);
      const computed = processorTime(() => {
        formula.loss({ x: 1.5 });
        formula.truth({ x: 1.5 });
        formula.complexStep({ x: 1.5 });
      });
      expect(computed).toBeLessThan(2 * LIMITS.truthMilliseconds);
    }
  });

  it('no function or constant is found by a name that objects inherit', () => {
    for (const name of Object.getOwnPropertyNames(Object.prototype)) {
      for (const text of [name, `${name}(x)`, `x + ${name}`, `x[${name}]`, `${name}[1]`]) {
        expect(readFormula(text).ok, text).toBe(false);
      }
    }
  });

  it('lengths and points that carry inherited names are not taken for the formula’s', () => {
    const lengths = JSON.parse('{"__proto__": {"w": 5}, "w": 2}');
    expect(formulaOf('sum(w)', lengths).variables).toEqual([{ name: 'w', length: 2 }]);
    const point = Object.create({ x: 3 });
    expect(formulaOf('x').loss(point)).toBeNaN();
  });

  it('leaves no trace on the objects of the page', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    for (const text of REFUSED) readFormula(text);
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    expect('polluted' in {}).toBe(false);
  });
});
