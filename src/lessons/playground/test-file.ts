/**
 * The check of the playground as a vitest file to take home: it passes or fails as the page did. It stands beside
 * `checker-full.js`, which the site offers for download, and needs nothing else.
 */
import type { SharedPoint } from './share.ts';

/** Expressions as JavaScript on the record `x` of the variables. */
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
}

export const TEST_FILE_NAME = 'gradient.test.ts';

/** An inconclusive check fails too: nothing was shown to be right. */
const matcher = (expect: string, checker: string): string => `${expect}.extend({
  /** Passes where the production check does; the message of a failure is its report. */
  toBeGradientOf(gradient, f, x, options) {
    const report = ${checker}diagnoseGradient(f, gradient, x, options);
    return { pass: report.verdict === 'pass', message: () => ${checker}formatReport(report) };
  },
});`;

const HEAD = `// @ts-nocheck: run by vitest, which strips the types
// Made by the playground of “Gradient Checking, Live”.
// Put it beside the site's checker-full.js and run: npx vitest run ${TEST_FILE_NAME}`;

/**
 * The file for a formula.
 *
 * @example
 * formulaTestFile({ formula: 'x^2', gradientText: '2*x', loss, gradient, point: { x: 1.5 } });
 */
export function formulaTestFile({ formula, gradientText, loss, gradient, point }: FormulaTest): string {
  const helpers = [...new Set([...loss.helpers, ...gradient.helpers])];
  const said = gradientText === undefined ? 'symbolic, as none was typed' : oneLine(gradientText);
  return `${HEAD}
import { expect, test } from 'vitest';
import { diagnoseGradient, formatReport } from './checker-full.js';

${matcher('expect', '')}
${helpers.map((helper) => `\n${helper}`).join('')}
// f: ${oneLine(formula)}
function loss(x) {
${body(loss, loss.results[0])}
}

// gradient: ${said}
function gradient(x) {
${body(gradient, record(point, gradient.results))}
}

const x = ${record(point, Object.values(point).flat().map(String))};

test('the gradient is that of the loss', () => {
  expect(gradient).toBeGradientOf(loss, x);
});
`;
}

/**
 * The file for the reader's TypeScript, which exports `loss`, `gradient`, `x` and, if wanted, `sizes`. The code stays
 * as it is but for the imports of `checker` and `random`; all names of the file's own end in an underscore.
 */
export function typescriptTestFile(code: string): string {
  const usesRandom = [...code.matchAll(IMPORTS)].some(([, , , name]) => name === 'random');
  return `${HEAD}
// It holds the code as it stood in the editor: read it before you run it.
import * as vitest_ from 'vitest';
import * as checker_ from './checker-full.js';

${matcher('vitest_.expect', 'checker_.')}
${usesRandom ? `\n${RANDOM}\n` : ''}
${code.replace(IMPORTS, (_whole, indent: string, clause: string, name: string) => indent + rewritten(clause, name))}

vitest_.test('the gradient is that of the loss', () => {
  const options_ = typeof sizes === 'undefined' ? {} : { sizes };
  vitest_.expect(gradient).toBeGradientOf(loss, x, options_);
});
`;
}

const IMPORTS = /^([ \t]*)import\s+([^'";]*?)\s*from\s*['"](checker|random)['"][ \t]*;?/gm;

/** What stands in for an import of the playground's modules. */
function rewritten(clause: string, name: string): string {
  if (name === 'checker') return `import ${clause} from './checker-full.js';`;
  if (/^type\b/.test(clause)) return '';
  const all = /^\*\s*as\s+([\p{L}\d_$]+)$/u.exec(clause);
  return `const ${all ? all[1] : clause.replace(/\s+as\s+/g, ': ')} = random_;`;
}

/** The playground's module `random` (mulberry32, Tommy Ettinger; Box and Muller 1958). */
const RANDOM = `const random_ = {
  seededRandom(seed = 1) {
    let state = seed >>> 0;
    const next = () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const normals = (length, scale = 1) => Array.from({ length }, () => scale * normal());
    return Object.assign(next, { normal, normals });
  },
};`;

/** A text that nothing can end but its closing quote: no line break of any kind is left in it. */
function oneLine(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (mark) => {
    return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function body({ statements }: Script, result: string): string {
  return [...statements, `return ${result};`].map((line) => `  ${line}`).join('\n');
}

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
