import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { euclidean, FUNCTIONS, type FunctionEntry, fold } from '../read/functions.ts';
import { CONSTANTS, suggestion } from '../read/names.ts';
import type { Syntax } from '../read/syntax.ts';
import { type Graph, type GraphNode, inOrder } from './graph.ts';
import { fromDecimal, isInteger, negative, whole } from './rational.ts';
import { combine, each, isVector, numeric, pairs, type Value } from './values.ts';

/**
 * Writes a formula out over the elements of its variables: vectors become lists, their sums and products sums and
 * products of elements, so that what is left is made of numbers alone and can be differentiated.
 */
export class Lowering {
  readonly #graph: Graph;
  readonly #variables: ReadonlyMap<string, Value>;

  constructor(graph: Graph, variables: ReadonlyMap<string, Value>) {
    this.#graph = graph;
    this.#variables = variables;
  }

  /** `end` is the last index, inside brackets. */
  value(syntax: Syntax, end?: number): Value {
    this.#graph.budget.spend();
    switch (syntax.type) {
      case 'number':
        return this.#graph.constant(fromDecimal(syntax.text));
      case 'name':
        return this.#name(syntax.name, syntax, end);
      case 'negate':
        return each(this.value(syntax.argument, end), (x) =>
          // the constant -2, not minus the constant 2: they evaluate alike and print better
          x.op === 'constant' ? this.#graph.constant(negative(x.value)) : this.#graph.apply('negate', x),
        );
      case 'vector':
        return this.#vector(syntax.items, syntax);
      case 'range':
        return this.#range(syntax.from, syntax.to, syntax, end);
      case 'index':
        return this.#index(syntax.object, syntax.at, syntax);
      case 'binary':
        return combine(
          this.#graph,
          syntax.operator,
          this.value(syntax.left, end),
          this.value(syntax.right, end),
          syntax,
        );
      case 'call':
        return this.#call(syntax.name, syntax.arguments, syntax);
    }
  }

  /** The value of something that has to be one number. */
  number(syntax: Syntax, end?: number): GraphNode {
    return numeric(this.value(syntax, end), syntax);
  }

  #name(name: string, span: Span, end?: number): Value {
    if (name === 'end' && end !== undefined) return this.#graph.constant(whole(end));
    const variable = this.#variables.get(name);
    if (variable !== undefined) return variable;
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return this.#graph.named(constant);
    const meant = suggestion(name, this.#variables.keys());
    const known = [...this.#variables.keys()].map((known) => `\`${known}\``).join(', ');
    return refuse('unknown-variable', `\`${name}\` is not a variable of f`, span, meant ? `\`${meant}\`` : known);
  }

  #vector(items: readonly Syntax[], span: Span): Value {
    if (items.length === 0) refuse('shape', 'a vector has at least one element', span, '`[1, 2]`');
    return items.map((item) => {
      const value = this.value(item);
      if (isVector(value)) refuse('shape', 'matrices are not supported; a vector holds numbers', item, 'a number');
      return value;
    });
  }

  #range(from: Syntax, to: Syntax, span: Span, end?: number): Value {
    const [first, last] = [this.#whole(from, end), this.#whole(to, end)];
    const count = last - first + 1;
    if (!(count >= 1 && count <= LIMITS.vectorLength)) {
      refuse('shape', `a range has 1 to ${LIMITS.vectorLength} elements, this has ${count}`, span, '`1:3`');
    }
    return Array.from({ length: count }, (_, i) => this.#graph.constant(whole(first + i)));
  }

  /** A whole number that is written in the formula (or worked out from such: `end - 1`). */
  #whole(syntax: Syntax, end?: number): number {
    const node = this.number(syntax, end);
    const value = foldWhole(node);
    if (value === undefined) refuse('index', 'an index is a whole number, written out', syntax, '`1`');
    return value;
  }

  #index(object: Syntax, at: Syntax, span: Span): Value {
    const value = this.value(object);
    if (!isVector(value)) {
      const what = object.type === 'name' ? `\`${object.name}\`` : 'this';
      refuse('shape', `${what} is a number and has no elements`, span, 'a vector');
    }
    const pick = (index: number): GraphNode => {
      if (index >= 1 && index <= value.length) return value[index - 1];
      return refuse('index', `the index is from 1 to ${value.length}, this is ${index}`, at, `1 to ${value.length}`);
    };
    if (at.type !== 'range') return pick(this.#whole(at, value.length));
    const [first, last] = [this.#whole(at.from, value.length), this.#whole(at.to, value.length)];
    pick(first);
    pick(last);
    if (last < first) refuse('index', 'a range of indices goes upwards', at, '`1:3`');
    return value.slice(first - 1, last);
  }

  #call(name: string, args: readonly Syntax[], span: Span): Value {
    const entry = FUNCTIONS.get(name);
    if (entry === undefined) return this.#unknownFunction(name, span);
    checkCount(name, entry, args, span);
    const given = args.map((argument) => this.value(argument));
    const vector = (at: number): GraphNode[] => {
      const value = given[at];
      if (!isVector(value)) refuse('argument-kind', `\`${name}\` takes a vector`, args[at], 'a vector');
      return [...value];
    };
    switch (entry.takes) {
      case 'elementwise':
        return each(given[0], (x) => entry.lower(this.#graph, x));
      case 'two-numbers':
        return pairs(given[0], given[1], span, (x, y) => entry.lower(this.#graph, x, y));
      case 'values': {
        const all =
          given.length === 1 && isVector(given[0]) ? [...given[0]] : given.map((value, at) => numeric(value, args[at]));
        if (all.length < entry.least) {
          refuse('argument-count', `\`${name}\` needs at least ${entry.least} numbers`, span, 'a longer vector');
        }
        return entry.lower(this.#graph, all);
      }
      case 'vector':
      case 'vector-to-vector':
        return entry.lower(this.#graph, vector(0));
      case 'two-vectors': {
        const [a, b] = [vector(0), vector(1)];
        pairs(a, b, span, (x) => x);
        return entry.lower(this.#graph, a, b);
      }
      case 'norm':
        return this.#norm(vector(0), args[1]);
      case 'log': {
        const [x, base] = given;
        const top = each(x, (value) => this.#graph.apply('log', value));
        if (base === undefined) return top;
        const bottom = each(base, (value) => this.#graph.apply('log', value));
        return pairs(top, bottom, span, (a, b) => this.#graph.apply('divide', a, b));
      }
    }
  }

  #norm(values: GraphNode[], order: Syntax | undefined): Value {
    const p = order === undefined ? 2 : this.#whole(order);
    if (p === 2) return euclidean(this.#graph, values);
    const sizes = values.map((x) => this.#graph.apply('abs', x));
    if (p === 1) return fold(this.#graph, 'add', sizes);
    return refuse('argument-kind', '`norm` is of order 1 or 2', order as Syntax, '1 or 2');
  }

  #unknownFunction(name: string, span: Span): never {
    const place = { position: span.position, length: name.length };
    if (this.#variables.has(name) || CONSTANTS.has(name)) {
      refuse('not-a-function', `\`${name}\` is not a function; a product needs its sign`, place, `\`${name}*(…)\``);
    }
    const meant = suggestion(name, FUNCTIONS.keys());
    const expected = meant === undefined ? `a known function, or \`${name}*(…)\`` : `\`${meant}\``;
    return refuse('unknown-function', `\`${name}\` is not a function known here`, place, expected);
  }
}

const COUNTS = { 1: 'one argument', 2: 'two arguments' } as const;

function checkCount(name: string, entry: FunctionEntry, args: readonly Syntax[], span: Span): void {
  const [least, most] = {
    elementwise: [1, 1],
    values: [1, Number.POSITIVE_INFINITY],
    vector: [1, 1],
    'two-vectors': [2, 2],
    'two-numbers': [2, 2],
    'vector-to-vector': [1, 1],
    norm: [1, 2],
    log: [1, 2],
  }[entry.takes] as [1 | 2, number];
  if (args.length >= least && args.length <= most) return;
  const needed = most === least ? COUNTS[least] : most === 2 ? 'one or two arguments' : 'at least one argument';
  refuse('argument-count', `\`${name}\` needs ${needed}`, span, needed);
}

/** The whole number that an expression of constants comes to, in the arithmetic an index is written in. */
function foldWhole(root: GraphNode): number | undefined {
  const known = new Map<number, number>();
  for (const node of inOrder([root])) {
    const parts = node.args.map(({ id }) => known.get(id) ?? Number.NaN);
    known.set(node.id, wholeOf(node, parts));
  }
  const result = known.get(root.id);
  return Number.isSafeInteger(result) ? result : undefined;
}

function wholeOf(node: GraphNode, parts: readonly number[]): number {
  if (node.op === 'constant') return isInteger(node.value) ? Number(node.value.numerator) : Number.NaN;
  if (node.op === 'add') return parts.reduce((sum, part) => sum + part);
  if (node.op === 'multiply') return parts.reduce((product, part) => product * part);
  return node.op === 'negate' ? -parts[0] : Number.NaN;
}
