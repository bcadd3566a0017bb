/**
 * The check of the playground as a vitest file to take home: it passes or fails as the page did. It stands beside
 * `checker.mjs`, which the site offers for download, and needs nothing else.
 */
import type { Subject } from '@/sandbox/subjects.ts';
import type { SharedPoint } from './state.ts';

/** Expressions as JavaScript on the record `x` of the variables, and the record `data` of those held fixed. */
export interface Script {
  readonly helpers: readonly string[];
  readonly statements: readonly string[];
  readonly results: readonly string[];
}

export interface FormulaTest {
  /** As typed, for the comments. */
  readonly formula: string;
  /** As typed; undefined where the symbolic gradient stands in. */
  readonly gradientText: string | undefined;
  readonly loss: Script;
  /** One result an element of the point. */
  readonly gradient: Script;
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
  readonly check: string;
  readonly format: string;
  /** More options of the check. */
  readonly options?: string;
}

const WORDS: Readonly<Record<Subject['id'], Words>> = {
  loss: { title: 'the gradient is that of the loss', check: 'diagnoseGradient', format: 'formatReport' },
  layer: { title: 'the vjp is that of the forward pass', check: 'diagnoseVjp', format: 'formatLayerReport' },
  jacobian: {
    title: 'the Jacobian is that of the forward pass',
    check: 'diagnoseJacobian',
    format: 'formatLayerReport',
  },
  hessian: {
    title: 'the Hessian is that of the gradient',
    check: 'diagnoseJacobian',
    format: 'formatLayerReport',
    options: 'symmetric: true',
  },
};

function test({ id, f, derivative, x }: Tested): string {
  const { title, check, format, options = '' } = WORDS[id];
  return `vitest_.test('${title}', () => {
  const options_ = { ${options}${options && ', '}...(typeof sizes === 'undefined' ? {} : { sizes }) };
  const report_ = checker_.${check}(${f}, ${derivative}, ${x}, options_);
  // an inconclusive check fails as well: nothing was shown to be right
  vitest_.expect(report_.verdict, checker_.${format}(report_)).toBe('pass');
});`;
}

const HEAD = `// @ts-nocheck: run by vitest, which strips the types
// Made by the playground of “Gradient Checking, Live”.
// Put it beside the site's checker.mjs and run: npx vitest run gradient.test.ts
import * as vitest_ from 'vitest';
import * as checker_ from './checker.mjs';`;

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

function body({ statements }: Script, result: string): string {
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
