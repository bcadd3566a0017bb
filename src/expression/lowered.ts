import { Budget } from './budget.ts';
import { Refusal, refuse, type Span } from './errors.ts';
import { Graph, type GraphNode } from './graph/graph.ts';
import { Lowering } from './graph/lower.ts';
import { isVector, type Value } from './graph/values.ts';
import { LIMITS } from './limits.ts';
import type { Note } from './read/notes.ts';
import { findVariables, type Lengths, type Variable } from './read/shapes.ts';
import type { Syntax } from './read/syntax.ts';

/** The variables' names with what each stands for, over one row of elements. */
export function environment(graph: Graph, variables: readonly Variable[]): Map<string, Value> {
  let next = 0;
  return new Map(
    variables.map(({ name, length }): [string, Value] => {
      const nodes = Array.from({ length: length ?? 1 }, () => graph.variable(next++));
      return [name, length === null ? nodes[0] : nodes];
    }),
  );
}

/** A formula written out by element. */
export interface Lowered {
  readonly variables: readonly Variable[];
  readonly graph: Graph;
  readonly root: GraphNode;
  readonly notes: readonly Note[];
}

/**
 * Writes f out by element, with `w·x` as a product of vectors if that makes sense, else as one of numbers.
 *
 * @param fixed the names of variables that are data
 */
export function lowerFormula(syntax: Syntax, whole: Span, lengths: Lengths, fixed: readonly string[]): Lowered {
  const lowerFor = (dots: 'vectors' | 'numbers') =>
    lower(syntax, whole, withData(findVariables(syntax, lengths, dots), fixed, whole));
  try {
    return lowerFor('vectors');
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return lowerFor('numbers');
  }
}

/** The variables, with data marked as such and moved to the end. */
function withData(variables: readonly Variable[], fixed: readonly string[], whole: Span): Variable[] {
  const free = variables.filter(({ name }) => !fixed.includes(name));
  if (free.length === 0 && variables.length > 0) {
    refuse('unknown-variable', 'all variables are held fixed', whole, 'a variable to differentiate by');
  }
  const data = variables.filter(({ name }) => fixed.includes(name));
  return [...free, ...data.map((variable) => ({ ...variable, fixed: true as const }))];
}

function lower(syntax: Syntax, whole: Span, variables: readonly Variable[]): Lowered {
  const graph = new Graph(new Budget(LIMITS.nodes, whole));
  const lowering = new Lowering(graph, environment(graph, variables));
  const root = lowering.value(syntax);
  if (isVector(root)) {
    refuse(
      'not-scalar',
      `f has to be one number, this is a vector of ${root.length}`,
      whole,
      '`sum(…)` around it, or one element, `(…)[0]`',
    );
  }
  if (variables.length === 0) refuse('unknown-variable', 'a formula needs a variable', whole, 'such as `x`');
  return { variables, graph, root, notes: lowering.notes };
}
