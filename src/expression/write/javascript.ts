import { type GraphNode, inOrder } from '../graph/graph.ts';
import type { FormulaElement } from '../model.ts';
import { doubleOf } from '../run/arithmetic/number.ts';
import { BINDS, bracketing, closed, listed, type Notation, type Printed, sumOf } from './notation.ts';
import { printOne } from './print.ts';

/** Expressions as JavaScript: what to declare first, and one expression each. */
export interface JavaScript {
  /** Functions that JavaScript has not. */
  readonly helpers: readonly string[];
  /** `const` declarations of what is used more than once. */
  readonly statements: readonly string[];
  readonly results: readonly string[];
}

const HELPERS: Readonly<Record<string, string>> = {
  sigmoid: 'const sigmoid = (t) => 1 / (1 + Math.exp(-t));',
  softplus: 'const softplus = (t) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));',
  round: 'const round = (t) => Math.sign(t) * Math.floor(Math.abs(t) + 0.5);',
  isMax: 'const isMax = (t, ...all) => (t < Math.max(...all) ? 0 : 1 / all.filter((s) => s === t).length);',
  isMin: 'const isMin = (t, ...all) => (t > Math.min(...all) ? 0 : 1 / all.filter((s) => s === t).length);',
};

const bracketed = bracketing('(', ')');

/** `-x ** 2` is no JavaScript: the operand of a sign gets brackets. */
const negative = (argument: Printed): Printed => ({
  text: `-${bracketed(argument, BINDS.closed)}`,
  binds: BINDS.sum,
});

/** Expressions of at most this many signs are repeated rather than named. */
const SHORT = 13;

/**
 * Writes expressions as JavaScript that computes the same doubles in the same order. `x` is the record of the
 * variables, `data` the record of those held fixed: `x.a`, `x.w[0]`, `data.y`.
 */
export function javascriptOf(roots: readonly GraphNode[], elements: readonly FormulaElement[]): JavaScript {
  const helpers = new Set<string>();
  const call = (name: string, args: readonly Printed[]): Printed => {
    if (!(name in HELPERS)) return closed(`Math.${name}(${listed(args)})`);
    helpers.add(name);
    return closed(`${name}(${listed(args)})`);
  };
  const notation: Notation = {
    constant: closed,
    named: (name) => closed({ pi: 'Math.PI', e: 'Math.E', tau: '(2 * Math.PI)' }[name]),
    variable: ({ variable, offset, fixed }) =>
      closed(`${fixed ? 'data' : 'x'}.${variable}${offset === undefined ? '' : `[${offset}]`}`),
    sum: (terms) => sumOf(terms, bracketed, negative),
    product: (factors) => ({
      text: factors.map((factor) => bracketed(factor, BINDS.power)).join(' * '),
      binds: BINDS.product,
    }),
    quotient: (top, bottom) => ({
      text: `${bracketed(top, BINDS.power)} / ${bracketed(bottom, BINDS.power)}`,
      binds: BINDS.quotient,
    }),
    power: (base, exponent) => ({
      text: `${bracketed(base, BINDS.closed)} ** ${bracketed(exponent, BINDS.closed)}`,
      binds: BINDS.power,
    }),
    negative,
    call,
    extreme: (name, tested, others) => call(name === 'max' ? 'isMax' : 'isMin', [tested, ...others]),
  };
  const uses = new Map<number, number>();
  const order = inOrder(roots);
  for (const node of order) for (const { id } of node.args) uses.set(id, (uses.get(id) ?? 0) + 1);
  for (const { id } of roots) uses.set(id, (uses.get(id) ?? 0) + 1);
  const written = new Map<number, Printed>();
  const statements: string[] = [];
  for (const node of order) {
    const one =
      node.op === 'constant'
        ? numeral(doubleOf(node))
        : printOne(node, notation, elements, ({ id }) => written.get(id) as Printed);
    const shared = one.text.length > SHORT && (uses.get(node.id) ?? 0) > 1;
    if (shared) statements.push(`const t${statements.length + 1} = ${one.text};`);
    written.set(node.id, shared ? closed(`t${statements.length}`) : one);
  }
  return {
    helpers: [...helpers].map((name) => HELPERS[name]),
    statements,
    results: roots.map(({ id }) => written.get(id)?.text ?? ''),
  };
}

const numeral = (value: number): Printed => (value < 0 ? closed(`(${value})`) : closed(String(value)));
