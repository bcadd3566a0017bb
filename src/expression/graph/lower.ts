import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { dot, minus } from '../read/functions.ts';
import { CONSTANTS } from '../read/names.ts';
import { type Note, noteAt, quoted } from '../read/notes.ts';
import { suggestion } from '../read/suggestion.ts';
import type { BinaryOperator, Syntax } from '../read/syntax.ts';
import { Calls } from './calls.ts';
import type { Graph, GraphNode } from './graph.ts';
import { fromDecimal, negative, whole } from './rational.ts';
import { broadcast, isVector, numeric, type Value } from './values.ts';
import { wholeValue } from './whole.ts';

type Range = Extract<Syntax, { type: 'range' }>;
type Index = Extract<Syntax, { type: 'index' }>;
type Binary = Extract<Syntax, { type: 'binary' }>;

/**
 * Writes a formula out over the elements of its variables: vectors become lists, their sums and products sums and
 * products of elements, so that what is left is made of numbers alone and can be differentiated.
 */
export class Lowering {
  /** Notes on vectors that could have been meant in another way. */
  readonly notes: Note[] = [];
  readonly #graph: Graph;
  readonly #variables: ReadonlyMap<string, Value>;
  readonly #calls: Calls;

  constructor(graph: Graph, variables: ReadonlyMap<string, Value>) {
    this.#graph = graph;
    this.#variables = variables;
    this.#calls = new Calls(graph, (name) => variables.has(name));
  }

  value(syntax: Syntax): Value {
    this.#graph.budget.spend();
    switch (syntax.type) {
      case 'number':
        return this.#graph.constant(fromDecimal(syntax.text));
      case 'name':
        return this.#name(syntax.name, syntax);
      case 'negate':
        return broadcast([this.value(syntax.argument)], syntax, (x) =>
          // the constant -2, not minus the constant 2: it has the same value and prints better
          x.op === 'constant' ? this.#graph.constant(negative(x.value)) : this.#graph.apply('negate', x),
        );
      case 'vector':
        return this.#vector(syntax.items, syntax);
      case 'range':
        return this.#range(syntax);
      case 'index':
        return this.#index(syntax);
      case 'binary':
        return this.#binary(syntax);
      case 'call': {
        const args = syntax.arguments.map((argument) => ({ syntax: argument, value: this.value(argument) }));
        return this.#calls.value(syntax.name, args, syntax);
      }
    }
  }

  #name(name: string, span: Span): Value {
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

  /** Whole numbers from one to another, both included. */
  #range(range: Range): Value {
    const [first, last] = [range.from, range.to].map((limit) => this.#whole(limit ?? range));
    const count = last - first + 1;
    if (!(count >= 1 && count <= LIMITS.vectorLength)) {
      refuse('shape', `a range has 1 to ${LIMITS.vectorLength} elements, this has ${count}`, range, '`1:3`');
    }
    const said =
      count <= 3 ? `[${Array.from({ length: count }, (_, at) => first + at).join(', ')}]` : `[${first}, …, ${last}]`;
    this.#note(`${quoted(range)} is read as \`${said}\``, range);
    return Array.from({ length: count }, (_, i) => this.#graph.constant(whole(first + i)));
  }

  #whole(syntax: Syntax): number {
    const value = wholeValue(numeric(this.value(syntax), syntax));
    return value ?? refuse('index', 'an index is a whole number, written out', syntax, '`0`');
  }

  /** Elements are counted from 0, or backwards from -1; the end of a range of them is left out, as in NumPy. */
  #index(syntax: Index): Value {
    const { object, at } = syntax;
    const value = this.value(object);
    if (!isVector(value)) {
      const what = object.type === 'name' ? `\`${object.name}\`` : 'this';
      return refuse('shape', `${what} is a number and has no elements`, syntax, 'a vector');
    }
    const { length } = value;
    const place = (limit: Syntax, most: number): number => {
      const index = this.#whole(limit);
      const counted = index < 0 ? index + length : index;
      if (counted >= 0 && counted <= most) return counted;
      return refuse('index', `the index is from 0 to ${most}, this is ${index}`, limit, `0 to ${most}`);
    };
    if (at.type !== 'range') {
      const index = place(at, length - 1);
      if (at.type === 'negate') this.#note(`${quoted(syntax)} is read as element ${index}`, syntax);
      return value[index];
    }
    const from = at.from === undefined ? 0 : place(at.from, length - 1);
    const to = at.to === undefined ? length : place(at.to, length);
    if (to <= from) refuse('index', 'no element is between these', at, '`0:2`');
    const elements = to - from === 1 ? `element ${from} alone` : `elements ${from} to ${to - 1}`;
    if (at.to !== undefined) this.#note(`${quoted(syntax)} is read as ${elements}`, syntax);
    return value.slice(from, to);
  }

  #binary(syntax: Binary): Value {
    const { operator } = syntax;
    const [left, right] = [this.value(syntax.left), this.value(syntax.right)];
    const vectors = isVector(left) && isVector(right);
    if (operator === '·' && vectors) {
      broadcast([left, right], syntax, (x) => x);
      const product: Syntax = { ...syntax, type: 'call', name: 'dot', arguments: [syntax.left, syntax.right] };
      this.#note(`read as ${quoted(product)}, the product of two vectors`, syntax);
      return dot(this.#graph, left, right);
    }
    const unclear =
      operator === '*'
        ? vectors
        : operator === '/'
          ? isVector(right)
          : operator === '^' && (isVector(left) || isVector(right));
    if (unclear) {
      const byElement = { ...syntax, operator: `.${operator}` as BinaryOperator };
      this.#note(`read as ${quoted(byElement)}, element by element`, syntax);
    }
    return broadcast([left, right], syntax, (x, y) => OPERATIONS[operator](this.#graph, x, y));
  }

  #note(text: string, span: Span): void {
    this.notes.push(noteAt('vector', text, span));
  }
}

type Operation = (graph: Graph, x: GraphNode, y: GraphNode) => GraphNode;

const multiply: Operation = (graph, x, y) => graph.apply('multiply', x, y);
const divide: Operation = (graph, x, y) => graph.apply('divide', x, y);
const power: Operation = (graph, x, y) => graph.apply('power', x, y);

const OPERATIONS: Readonly<Record<BinaryOperator, Operation>> = {
  '+': (graph, x, y) => graph.apply('add', x, y),
  '-': minus,
  '*': multiply,
  '·': multiply,
  '.*': multiply,
  '/': divide,
  './': divide,
  '^': power,
  '.^': power,
};
