import { refuse, type Span } from '../errors.ts';
import { euclidean, FUNCTIONS, type FunctionEntry, fold } from '../read/functions.ts';
import { CONSTANTS } from '../read/names.ts';
import { insteadOf, suggestion } from '../read/suggestion.ts';
import type { Syntax } from '../read/syntax.ts';
import type { Graph, GraphNode } from './graph.ts';
import { broadcast, isVector, numeric, type Value } from './values.ts';
import { wholeValue } from './whole.ts';

/** An argument of a function, with its place in the text. */
export interface Argument {
  readonly syntax: Syntax;
  readonly value: Value;
}

/** Writes calls of functions out over the elements of their arguments. */
export class Calls {
  readonly #graph: Graph;
  readonly #isVariable: (name: string) => boolean;

  constructor(graph: Graph, isVariable: (name: string) => boolean) {
    this.#graph = graph;
    this.#isVariable = isVariable;
  }

  value(name: string, args: readonly Argument[], span: Span): Value {
    const entry = FUNCTIONS.get(name);
    if (entry === undefined) return this.#unknown(name, span);
    checkCount(name, entry, args.length, span);
    const graph = this.#graph;
    const given = args.map(({ value }) => value);
    const vector = (at: number): GraphNode[] => {
      const value = given[at];
      if (!isVector(value)) refuse('argument-kind', `\`${name}\` takes a vector`, args[at].syntax, 'a vector');
      return [...value];
    };
    switch (entry.takes) {
      case 'elementwise':
        return broadcast(given, span, (...numbers) => entry.lower(graph, ...numbers));
      case 'values':
        return this.#values(name, entry, args, span);
      case 'vector':
        return entry.lower(graph, vector(0));
      case 'two-vectors': {
        const [a, b] = [vector(0), vector(1)];
        broadcast([a, b], span, (x) => x);
        return entry.lower(graph, a, b);
      }
      case 'norm':
        return this.#norm(vector(0), args[1]);
      case 'log': {
        const logarithm = (x: GraphNode): GraphNode => graph.apply('log', x);
        return broadcast(given, span, (x, base) =>
          base === undefined ? logarithm(x) : graph.apply('divide', logarithm(x), logarithm(base)),
        );
      }
    }
  }

  #values(
    name: string,
    entry: Extract<FunctionEntry, { takes: 'values' }>,
    args: readonly Argument[],
    span: Span,
  ): Value {
    const [{ value: only }] = args;
    if (args.length > 1 && entry.goesByElement) {
      const given = args.map(({ value }) => value);
      return broadcast(given, span, (...numbers) => entry.lower(this.#graph, numbers));
    }
    const all =
      args.length === 1 && isVector(only) ? [...only] : args.map(({ value, syntax }) => numeric(value, syntax));
    if (all.length < entry.least) {
      refuse('argument-count', `\`${name}\` needs at least ${entry.least} numbers`, span, 'a longer vector');
    }
    return entry.lower(this.#graph, all);
  }

  #norm(values: GraphNode[], order: Argument | undefined): Value {
    const p = order === undefined ? 2 : wholeValue(numeric(order.value, order.syntax));
    if (p === 2) return euclidean(this.#graph, values);
    const sizes = values.map((x) => this.#graph.apply('abs', x));
    if (p === 1) return fold(this.#graph, 'add', sizes);
    return refuse('argument-kind', '`norm` is of order 1 or 2', (order as Argument).syntax, '1 or 2');
  }

  #unknown(name: string, span: Span): never {
    const place = { position: span.position, length: name.length };
    if (this.#isVariable(name) || CONSTANTS.has(name)) {
      refuse('not-a-function', `\`${name}\` is not a function; a product needs its sign`, place, `\`${name}*(…)\``);
    }
    const meant = suggestion(name, FUNCTIONS.keys());
    const known = meant === undefined ? `a known function, or \`${name}*(…)\`` : `\`${meant}\``;
    const expected = insteadOf(name) ?? known;
    return refuse('unknown-function', `\`${name}\` is not a function known here`, place, expected);
  }
}

/** How many arguments each kind of function takes. */
function countsOf(entry: FunctionEntry): readonly [least: number, most: number] {
  if (entry.takes === 'elementwise') return [entry.count, entry.count];
  if (entry.takes === 'values') return [1, Number.POSITIVE_INFINITY];
  if (entry.takes === 'two-vectors') return [2, 2];
  return [1, entry.takes === 'vector' ? 1 : 2];
}

const COUNTS = ['no argument', 'one argument', 'two arguments', 'three arguments'];

function checkCount(name: string, entry: FunctionEntry, count: number, span: Span): void {
  const [least, most] = countsOf(entry);
  if (count >= least && count <= most) return;
  const needed = most === least ? COUNTS[least] : most === 2 ? 'one or two arguments' : 'at least one argument';
  refuse('argument-count', `\`${name}\` needs ${needed}`, span, needed);
}
