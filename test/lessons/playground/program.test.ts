import { describe, expect, it } from 'vitest';
import { helpFor } from '@/lessons/playground/help.ts';
import { exporting, readProgram } from '@/lessons/playground/program.ts';
import { languageOf } from '@/lessons/playground/recognise.ts';
import { PYTHON_TEMPLATES, TEMPLATES } from '@/lessons/playground/templates.ts';

describe('a program as it is read', () => {
  it('has its imports by name, without types', () => {
    const code = `import { type A, seededRandom as make } from 'random';
import type { B } from "checker";
import * as all from 'random';
import d, { e } from './utils';`;
    expect(readProgram(code).imports.map(({ module, names }) => [module, names])).toEqual([
      ['random', [{ imported: 'seededRandom', local: 'make' }]],
      ['checker', []],
      ['random', [{ imported: '*', local: 'all' }]],
      [
        './utils',
        [
          { imported: 'default', local: 'd' },
          { imported: 'e', local: 'e' },
        ],
      ],
    ]);
  });

  it('declares at its top level what stands there alone', () => {
    const code = `function f(x, { y }: P, z = n) { const inner = 1; return inner; }
const g: (x: number) => number = (x) => x, h = async function () {}, n = 3;
const { a, b: [c, ...rest] } = n;
class Net {}
{ const hidden = 1; }`;
    expect(readProgram(code).declared).toEqual([
      { name: 'f', kind: 'function', parameters: 3 },
      { name: 'g', kind: 'function', parameters: 1 },
      { name: 'h', kind: 'function', parameters: 0 },
      { name: 'n', kind: 'value' },
      { name: 'a', kind: 'value' },
      { name: 'c', kind: 'value' },
      { name: 'rest', kind: 'value' },
    ]);
  });

  it('knows what is behind each export', () => {
    const code = `export const x = 1;
export default function f() {}
export { f as loss };
export { other } from './elsewhere';
export type { T };`;
    expect([...readProgram(code).exported]).toEqual([
      ['x', 'x'],
      ['default', 'f'],
      ['loss', 'f'],
    ]);
    expect(readProgram('module.exports = { loss };').commonJs).toBe(true);
    expect(readProgram("const text = 'module.exports = 1';").commonJs).toBe(false);
  });
});

describe('a program that exports nothing', () => {
  const bare = 'function loss(x) { return x * x; }\nconst gradient = (x) => 2 * x;\nconst x = 3;';

  it('has its loss, gradient and x exported, on a line below its own', () => {
    expect(exporting(bare)).toBe(`${bare}\nexport { loss, gradient, x };`);
  });

  it('has its layer exported, or its Hessian', () => {
    const layer = 'const forward = (x) => x;\nconst vjp = (x, v) => v;\nconst x = [3];';
    expect(exporting(layer)).toBe(`${layer}\nexport { forward, vjp, x };`);
    const second = 'const gradient = (x) => x;\nconst hessian = (x) => [[1]];\nconst x = [3];';
    expect(exporting(second)).toBe(`${second}\nexport { gradient, hessian, x };`);
  });

  it('keeps a helper of its loss to itself', () => {
    const helped = `const forward = (x) => x;\n${bare}`;
    expect(exporting(helped)).toBe(`${helped}\nexport { loss, gradient, x };`);
  });

  it('keeps what it exports itself', () => {
    for (const { code } of TEMPLATES) expect(exporting(code)).toBe(code);
    const named = 'const f = (x) => x * x;\nexport { f as loss };\nconst x = 3;';
    expect(exporting(named)).toBe(`${named}\nexport { x };`);
    const aside = 'const loss = 1;\nconst f = (x) => x;\nexport { f as loss };';
    expect(exporting(aside)).toBe(aside);
  });

  it('may export several declarations by one word, and no column moves', () => {
    expect(exporting('export const loss = (x) => x, x = 3;')).toBe(
      '       const loss = (x) => x, x = 3;\nexport { loss, x };',
    );
  });
});

describe('what is offered to a program that lacks a name', () => {
  it.each([
    ['function f(x) {}\nfunction df(x) {}\nconst w = [1];', ['export { f as loss, df as gradient, w as x };']],
    [
      'const f = (x) => x;\nconst grad = (x) => 1;\nconst w0 = 1;',
      ['export { f as loss, grad as gradient, w0 as x };'],
    ],
    ['function cost() {}\nexport function gradient() {}\nexport const x = 1;', ['export { cost as loss };']],
    [
      'function f() {}\nfunction helper() {}\nfunction gradient() {}\nconst x = 1;',
      ['export { f as loss };', 'export { helper as loss };'],
    ],
    ['function loss() {}\nfunction gradient() {}\nconst x = 1;', []],
    ['function lossAndGrad() {}\nconst x = 1;', []],
    [
      'function forward({ W }) {}\nfunction backward({ W }, dy) {}\nconst params = { W: [1] };',
      ['export { backward as vjp, params as x };'],
    ],
    [
      'function dense(p) {}\nconst denseBackward = (p, dy) => dy;\nconst x = 1;',
      ['export { dense as forward, denseBackward as vjp };'],
    ],
    ['const forward = (x) => x;\nconst jac = (x) => x;\nconst x = [1];', ['export { jac as jacobian };']],
    ['function grad(x) {}\nfunction hessian(x) {}\nconst w = [1];', ['export { grad as gradient, w as x };']],
    ['module.exports = {};', []],
    ['', []],
  ])('%s', (code, lines) => {
    expect(helpFor(code).offers.map(({ line }) => line)).toEqual(lines);
  });

  it('says in words what it would do', () => {
    expect(helpFor('function f() {}\nfunction df() {}\nconst w = 1;').offers[0].text).toBe(
      'Use f as loss, df as gradient and w as x',
    );
  });

  it('is to part a function that gives both', () => {
    expect(helpFor('function lossAndGrad(x) {}').both).toBe('lossAndGrad');
    expect(helpFor('function loss(x) {}').both).toBeUndefined();
  });
});

describe('Python is told', () => {
  it.each([
    'def loss(w):\n    return (w ** 2).mean()',
    'import numpy as np\nw = np.array([1.0])',
    'from jax import grad',
    'loss = lambda x: x ** 2',
    'x = 3\nif x > 2:\n    print(x)',
  ])('%s', (code) => {
    expect(languageOf(code)).toBe('python');
  });

  it('from TypeScript', () => {
    for (const { code } of TEMPLATES) expect(languageOf(code)).toBe('typescript');
    for (const { code } of PYTHON_TEMPLATES) expect(languageOf(code)).toBe('python');
    expect(languageOf('import x from "y";\nfor (const a of b) {\n  switch (a) {\n    default:\n  }\n}')).toBe(
      'typescript',
    );
  });
});
