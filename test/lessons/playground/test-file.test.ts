import fc from 'fast-check';
import { transform } from 'sucrase';
import { describe, expect, it } from 'vitest';
import * as checker from '@/checker/index.ts';
import { readFormula } from '@/expression/formula.ts';
import { readGradient } from '@/expression/typed-gradient.ts';
import { typescriptTestFile } from '@/lessons/playground/program-test-file.ts';
import { TEMPLATES } from '@/lessons/playground/templates.ts';
import { formulaTestFile } from '@/lessons/playground/test-file.ts';
import { gradientOutcome, type Outcome, vjpOutcome } from '@/matchers/outcome.ts';

type Rest<F> = F extends (received: unknown, ...rest: infer R) => unknown ? R : never;

function mustPass({ pass, message }: Outcome): void {
  if (!pass) throw new Error(message());
}

/** What vitest would say of a file: passed, or the message of the failure. Its imports are all it may reach. */
function outcomeOf(file: string): 'passed' | string {
  const { code } = transform(file, { transforms: ['typescript', 'imports'], disableESTransforms: true });
  const tests: (() => void)[] = [];
  const vitest = {
    test: (_title: string, run: () => void) => tests.push(run),
    expect: (received: unknown, message: string) => ({
      toBe: (wanted: unknown) => {
        if (received !== wanted) throw new Error(message);
      },
      toBeGradientOf: (...[f, x, options]: Rest<typeof gradientOutcome>) =>
        mustPass(gradientOutcome(received, f, x, options)),
      toBeVjpOf: (...[F, x, options]: Rest<typeof vjpOutcome>) => mustPass(vjpOutcome(received, F, x, options)),
    }),
  };
  const modules: Record<string, unknown> = { vitest, 'gradient-checking': checker };
  new Function('require', 'exports', code)((name: string) => modules[name], {});
  expect(tests.length).toBeGreaterThan(0);
  try {
    for (const test of tests) test();
    return 'passed';
  } catch (error) {
    return (error as Error).message;
  }
}

function fileOf(text: string, gradientText: string | undefined, point: Record<string, number | number[]>): string {
  const read = readFormula(text);
  if (!read.ok) throw new Error(read.error.message);
  const typed = readGradient(gradientText ?? '', read.formula);
  if (!typed.ok) throw new Error(typed.error.message);
  const [loss, symbolic] = [read.formula.javascript('loss'), read.formula.javascript('gradient')];
  const gradient = typed.gradient?.javascript() ?? symbolic;
  const inOrder = read.formula.unflatten(read.formula.flatten(point));
  if (loss === undefined || gradient === undefined) throw new Error('none');
  return formulaTestFile({ formula: text, gradientText, loss, gradient, point: inOrder });
}

describe('the test file of a formula', () => {
  const point = { w: [1.5, -2.3], b: 0.5 };

  it('passes where the gradient is right', () => {
    expect(outcomeOf(fileOf('sum(w.^2) + b*w[1]', '2*w[0]; 2*w[1] + b; w[1]', point))).toBe('passed');
  });

  it('fails with the report where it is wrong', () => {
    expect(outcomeOf(fileOf('sum(w.^2) + b*w[1]', '2*w[0]; 2*w[1]; w[1]', point))).toMatch(/^FAIL: /m);
  });

  it('takes the symbolic gradient where none was typed', () => {
    const file = fileOf('softplus(b)*norm(w) + max(w[0], w[1]^2, round(b))', undefined, point);
    expect(file).toContain('symbolic, as none was typed');
    expect(outcomeOf(file)).toBe('passed');
  });

  it('holds the data that f has been held to', () => {
    const read = readFormula('y*dot(w, x) + b^2', { w: 2, x: 2 }, ['x', 'y']);
    if (!read.ok) throw new Error(read.error.message);
    const { formula } = read;
    const [loss, gradient] = [formula.javascript('loss'), formula.javascript('gradient')];
    if (loss === undefined || gradient === undefined) throw new Error('none');
    const [free, data] = [
      { w: [1.5, -2.3], b: 0.5 },
      { y: -1, x: [0.3, 0.7] },
    ];
    const file = formulaTestFile({ formula: formula.text, gradientText: undefined, loss, gradient, point: free, data });
    expect(file).toContain('const data = { y: -1, x: [0.3, 0.7] };');
    expect(outcomeOf(file)).toBe('passed');
  });

  it('says what was typed, in one line, whatever it holds', () => {
    const script = { helpers: [], statements: [], results: ['x.a'] };
    const hostile = [
      '*/ throw 1; /*',
      '\n throw 2',
      '\u2028throw 3',
      '\r\nthrow 4',
      '"; throw 5; "',
      ['$', 'throw 6}'].join('{'),
      '`',
    ];
    for (const text of hostile) {
      const gradient = { ...script, results: ['1'] };
      const file = formulaTestFile({ formula: text, gradientText: text, loss: script, gradient, point: { a: 1 } });
      expect(outcomeOf(file), text).toBe('passed');
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const gradient = { ...script, results: ['1'] };
        const file = formulaTestFile({ formula: text, gradientText: text, loss: script, gradient, point: { a: 1 } });
        expect(outcomeOf(file)).toBe('passed');
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('holds any name as a name', () => {
    const scripts = { helpers: [], statements: [], results: ['1'] };
    const point = JSON.parse('{"__proto__": 1, "a}; throw 1; {": 2}');
    const file = formulaTestFile({
      formula: '',
      gradientText: '',
      loss: scripts,
      gradient: { ...scripts, results: ['0', '0'] },
      point,
    });
    expect(file).toContain('{ ["__proto__"]: 1, ["a}; throw 1; {"]: 2 }');
    expect(() => transform(file, { transforms: ['typescript', 'imports'] })).not.toThrow();
  });
});

describe('the test file of TypeScript', () => {
  const right = `import { seededRandom as make } from 'random';
import { relativeError, type Loss } from "checker";
const random = make(3);
const diagnoseGradient = 'the reader’s own';
const expect = relativeError;
export const x = { W: [random.normals(2), random.normals(2)], b: [0.5, random.normal()] };
export const sizes = { batch: 7 };
export const loss: Loss = ({ W, b }: typeof x) => W.flat().reduce((s, w) => s + w * w, 0) + b[0] * b[1];
export function gradient({ W, b }: typeof x) {
  return { W: W.map((row) => row.map((w) => 2 * w)), b: [b[1], b[0]] };
}`;

  it('passes where the gradient is right, with the reader’s names and imports', () => {
    expect(outcomeOf(typescriptTestFile(right))).toBe('passed');
  });

  it('fails with the report where one group is wrong', () => {
    const message = outcomeOf(typescriptTestFile(right.replace('[b[1], b[0]]', '[0, 0]')));
    expect(message).toMatch(/^FAIL/m);
    expect(message).toContain('Wrong groups: b');
  });

  it('passes on the sizes in sight', () => {
    const doubled = right.replace('2 * w', '14 * w').replace('b: [b[1], b[0]]', 'b: [7 * b[1], 7 * b[0]]');
    expect(outcomeOf(typescriptTestFile(doubled))).toContain('batch is 7');
  });

  it('changes no more than the imports', () => {
    const code =
      "import * as all from 'random';\n// from 'checker'\nconst text = `from 'random'`;\nexport const x = 1;";
    const file = typescriptTestFile(code);
    expect(file).toContain(
      "const all = random_;\n// from 'checker'\nconst text = `from 'random'`;\nexport const x = 1;",
    );
    expect(typescriptTestFile('export const x = 1;')).not.toContain('random_');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'leaves an import of %s, which every object has, as it is',
    (name) => {
      expect(typescriptTestFile(`import made from '${name}';\n${right}`)).toContain(`import made from '${name}';\n`);
    },
  );

  it('knows what is checked by the names that it is exported by', () => {
    const code = `const f = (x: number) => x * x;
const df = (x: number) => 2 * x;
const at = 3;
export { f as loss, df as gradient, at as x };`;
    expect(outcomeOf(typescriptTestFile(code))).toBe('passed');
    expect(
      outcomeOf(
        typescriptTestFile(
          code
            .replaceAll('export', '// export')
            .replace('f =', 'loss =')
            .replace('df =', 'gradient =')
            .replace('at =', 'x ='),
        ),
      ),
    ).toBe('passed');
    const commonJs = 'module.exports = { loss: (x: number) => x * x, gradient: (x: number) => 2 * x, x: 3 };';
    expect(outcomeOf(typescriptTestFile(commonJs))).toBe('passed');
  });

  it('checks a layer, a Jacobian or a Hessian, each by a test of its own', () => {
    for (const id of ['layer', 'jacobian', 'hessian']) {
      const { code } = TEMPLATES.find((each) => each.id === id)!;
      expect(outcomeOf(typescriptTestFile(code)), id).toBe('passed');
    }
    const { code } = TEMPLATES.find(({ id }) => id === 'layer')!;
    const wrong = code.replace('b: columns(v).map((d) => d.reduce((sum, value) => sum + value, 0))', 'b: v');
    expect(outcomeOf(typescriptTestFile(wrong))).toMatch(/^FAIL.* in b, and right in x, W/m);
  });

  it('takes no time over what only looks like imports', () => {
    const before = process.threadCpuUsage();
    for (const text of [
      `import${' '.repeat(50_000)}`,
      'import x from '.repeat(3000),
      "import { a } from 'checker".repeat(2000),
    ])
      typescriptTestFile(text);
    // microseconds of the processor, which a busy machine gives as well
    expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000);
  });

  it('leaves types out of what it imports from random', () => {
    const code = right.replace('{ seededRandom as make }', '{ type SeededRandom, seededRandom as make }');
    expect(outcomeOf(typescriptTestFile(code))).toBe('passed');
  });

  it('fails where the code does', () => {
    expect(outcomeOf(typescriptTestFile('export const x = [1];'))).toContain('gradient is not defined');
    expect(() => outcomeOf(typescriptTestFile('export const x = [1'))).toThrow();
  });
});
