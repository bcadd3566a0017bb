import { type GraphNode, inOrder } from '../graph/graph.ts';
import type { Element } from '../model.ts';
import type { Variable } from '../read/shapes.ts';
import { doubleOf } from '../run/arithmetic/number.ts';
import { BINDS, bracketed, type Notation, type Printed, printOne } from './print.ts';

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

const closed = (text: string): Printed => ({ text, binds: BINDS.closed });
const listed = (parts: readonly Printed[]): string => parts.map(({ text }) => text).join(', ');

/** What is no longer than this is written again rather than named. */
const SHORT = 13;

/**
 * Writes expressions as JavaScript that computes the same doubles in the same order. `x` is the record of the
 * variables: `x.a`, `x.w[0]`.
 */
export function javascriptOf(
  roots: readonly GraphNode[],
  elements: readonly Element[],
  variables: readonly Variable[],
): JavaScript {
  const numbers = new Set(variables.flatMap(({ name, length }) => (length === null ? [name] : [])));
  const helpers = new Set<string>();
  const call = (name: string, args: readonly Printed[]): Printed => {
    if (!(name in HELPERS)) return closed(`Math.${name}(${listed(args)})`);
    helpers.add(name);
    return closed(`${name}(${listed(args)})`);
  };
  const notation: Notation = {
    constant: closed,
    named: (name) => closed({ pi: 'Math.PI', e: 'Math.E', tau: '(2 * Math.PI)' }[name]),
    variable: (at) => {
      const { variable, offset } = elements[at];
      return closed(numbers.has(variable) ? `x.${variable}` : `x.${variable}[${offset}]`);
    },
    // additions go from left to right: a sum within a sum keeps its brackets
    sum: (terms) => ({
      text: terms
        .map(({ negative, term }, at) => {
          if (at === 0) return negative ? `-${bracketed(term, BINDS.closed)}` : term.text;
          return `${negative ? '-' : '+'} ${bracketed(term, BINDS.product)}`;
        })
        .join(' '),
      binds: BINDS.sum,
    }),
    product: (factors) => ({
      text: factors.map((factor) => bracketed(factor, BINDS.power)).join(' * '),
      binds: BINDS.product,
    }),
    quotient: (top, bottom) => ({
      text: `${bracketed(top, BINDS.power)} / ${bracketed(bottom, BINDS.power)}`,
      binds: BINDS.product,
    }),
    power: (base, exponent) => ({
      text: `${bracketed(base, BINDS.closed)} ** ${bracketed(exponent, BINDS.closed)}`,
      binds: BINDS.power,
    }),
    negative: (argument) => ({ text: `-${bracketed(argument, BINDS.closed)}`, binds: BINDS.sign }),
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
        : printOne(node, notation, ({ id }) => written.get(id) as Printed);
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
