/** The check of the playground as a vitest file to take home: it passes or fails as the page did. It needs the site's package. */
import type { JavaScript } from '@/expression/write/javascript.ts';
import type { Subject } from '@/sandbox/subjects.ts';
import type { SharedPoint } from './state.ts';

export interface FormulaTest {
  /** As typed, for the comments. */
  readonly formula: string;
  /** As typed; undefined where the symbolic gradient stands in. */
  readonly gradientText: string | undefined;
  readonly loss: JavaScript;
  /** One result an element of the point. */
  readonly gradient: JavaScript;
  /** In the order of the elements. */
  readonly point: SharedPoint;
  /** What is held fixed, in the structure of the variables. */
  readonly data?: SharedPoint;
}

/** What is checked, and what its functions and the point are called in the program. */
export interface Tested {
  readonly id: Subject['id'];
  readonly f: string;
  readonly derivative: string;
  readonly x: string;
}

interface Words {
  readonly title: string;
  /** The statement that fails where the derivative is wrong, and where it cannot be told. */
  readonly check: (tested: Tested) => string;
}

const jacobian =
  (options: string) =>
  ({ f, derivative, x }: Tested): string =>
    `const report_ = checker_.diagnoseJacobian(${f}, ${derivative}, ${x}, ${options});
  vitest_.expect(report_.verdict, checker_.formatLayerReport(report_)).toBe('pass');`;

const WORDS: Readonly<Record<Subject['id'], Words>> = {
  loss: {
    title: 'the gradient is that of the loss',
    check: ({ f, derivative, x }) => `vitest_.expect(${derivative}).toBeGradientOf(${f}, ${x}, options_);`,
  },
  layer: {
    title: 'the vjp is that of the forward pass',
    check: ({ f, derivative, x }) => `vitest_.expect(${derivative}).toBeVjpOf(${f}, ${x}, options_);`,
  },
  jacobian: { title: 'the Jacobian is that of the forward pass', check: jacobian('options_') },
  hessian: {
    title: 'the Hessian is that of the gradient',
    check: jacobian('{ symmetric: true, ...options_ }'),
  },
};

function test(tested: Tested): string {
  const { title, check } = WORDS[tested.id];
  return `vitest_.test('${title}', () => {
  const options_ = typeof sizes === 'undefined' ? {} : { sizes };
  // an inconclusive check fails as well: nothing was shown to be right
  ${check(tested)}
});`;
}

const HEAD = `// @ts-nocheck: run by vitest, which strips the types
// Made by the playground of “Gradient Checking, Live”.
// Install vitest and the site's package, as its page “Reference” says, and run: npx vitest run gradient.test.ts
import * as vitest_ from 'vitest';
import * as checker_ from 'gradient-checking';
import 'gradient-checking/vitest';`;

/** The file around a program. All names of the file's own end in an underscore. */
export const testFile = (program: string, tested: readonly Tested[]): string =>
  `${[HEAD, program.trim(), ...tested.map(test)].join('\n\n')}\n`;

/**
 * The file for a formula.
 *
 * @example
 * formulaTestFile({ formula: 'x^2', gradientText: '2*x', loss, gradient, point: { x: 1.5 } });
 */
export function formulaTestFile({ formula, gradientText, loss, gradient, point, data = {} }: FormulaTest): string {
  const helpers = [...new Set([...loss.helpers, ...gradient.helpers])];
  const said = gradientText === undefined ? 'symbolic, as none was typed' : oneLine(gradientText);
  const held = Object.keys(data).length === 0 ? [] : [`const data = ${literal(data)};`];
  const program = `${[...helpers, ...held].join('\n\n')}

// f: ${oneLine(formula)}
function loss(x) {
${body(loss, loss.results[0])}
}

// gradient: ${said}
function gradient(x) {
${body(gradient, record(point, gradient.results))}
}

const x = ${literal(point)};`;
  return testFile(program, [{ id: 'loss', f: 'loss', derivative: 'gradient', x: 'x' }]);
}

/** A text that nothing can end but its closing quote: no line break of any kind is left in it. */
function oneLine(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (mark) => {
    return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function body({ statements }: JavaScript, result: string): string {
  return [...statements, `return ${result};`].map((line) => `  ${line}`).join('\n');
}

const literal = (point: SharedPoint): string => record(point, Object.values(point).flat().map(String));

/** A literal in the structure of the point, with these expressions for its elements. */
function record(point: SharedPoint, elements: readonly string[]): string {
  let next = 0;
  const entries = Object.entries(point).map(([name, value]) => {
    const key = /^[\p{L}_][\p{L}\d_]*$/u.test(name) && name !== '__proto__' ? name : `[${oneLine(name)}]`;
    if (typeof value === 'number') return `${key}: ${elements[next++]}`;
    return `${key}: [${value.map(() => elements[next++]).join(', ')}]`;
  });
  return `{ ${entries.join(', ')} }`;
}
