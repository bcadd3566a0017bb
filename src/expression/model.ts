import { Budget } from './budget.ts';
import { attempt, type Result, type Span } from './errors.ts';
import { Algebra } from './graph/algebra.ts';
import { gradientOf } from './graph/differentiate.ts';
import type { Graph, GraphNode } from './graph/graph.ts';
import { present } from './graph/present.ts';
import { LIMITS } from './limits.ts';
import type { Variable } from './read/shapes.ts';
import { numberArithmetic } from './run/arithmetic/number.ts';
import { Tape } from './run/tape.ts';
import { print } from './write/print.ts';
import { TEX } from './write/tex.ts';
import { TEXT } from './write/text.ts';

/** Values of the variables: a number each, or an array for a vector. */
export type FormulaPoint = Readonly<Record<string, number | readonly number[]>>;

/** f as doubles see it, or rounding every step to single precision. */
export type Precision = 'float64' | 'float32';

/** One element of the point. */
export interface FormulaElement {
  /** As it is typed: `x`, or `w[0]`, counted from 0. */
  readonly name: string;
  readonly tex: string;
  readonly variable: string;
  /** Its place in the vector, from 0; absent for a number. */
  readonly offset?: number;
  /** Data: nothing is differentiated with respect to it. */
  readonly fixed?: true;
}

/** One element of the symbolic gradient, as text and TeX; neither where it would be too long to read. */
export interface Component {
  readonly name: string;
  readonly text: string | undefined;
  readonly tex: string | undefined;
  /** How many signs its text has, or would have. */
  readonly signs: number;
}

export interface SymbolicGradient {
  readonly components: readonly Component[];
  readonly nodes: readonly GraphNode[];
  readonly evaluate: (values: ArrayLike<number>) => number[];
}

/** The elements of a point in the order of its variables, each with its name as text and in TeX. */
export function elementsOf(variables: readonly Variable[]): FormulaElement[] {
  return variables.flatMap(({ name: variable, length, fixed }) => {
    const kind = fixed && { fixed };
    if (length === null) return [{ name: variable, tex: TEX.name(variable).text, variable, ...kind }];
    return Array.from({ length }, (_, offset) => {
      const [name, tex] = [TEXT, TEX].map(
        (notation) => notation.index(notation.name(variable), notation.constant(String(offset))).text,
      );
      return { name, tex, variable, offset, ...kind };
    });
  });
}

/** The elements' values in order; NaN for those that a point lacks. */
export function flatten(elements: readonly FormulaElement[], point: FormulaPoint): number[] {
  return elements.map(({ variable, offset }) => {
    const value = Object.hasOwn(point, variable) ? point[variable] : Number.NaN;
    if (typeof value === 'number') return (offset ?? 0) === 0 ? value : Number.NaN;
    return value[offset ?? 0] ?? Number.NaN;
  });
}

/** The record of the variables that holds these values in order; without those that there are no values for. */
export function unflatten(
  variables: readonly Variable[],
  values: readonly number[],
): Record<string, number | number[]> {
  let next = 0;
  const entries = variables.flatMap(({ name, length }) => {
    const start = next;
    next += length ?? 1;
    return next > values.length ? [] : [[name, length === null ? values[start] : values.slice(start, next)] as const];
  });
  return Object.fromEntries(entries);
}

/** Differentiates f by all elements of its row that are not fixed, and makes the gradient readable and computable. */
export function symbolicGradient(
  graph: Graph,
  root: GraphNode,
  row: readonly FormulaElement[],
  whole: Span,
): Result<'gradient', SymbolicGradient> {
  return attempt('gradient', whole, () => {
    graph.budget = new Budget(LIMITS.gradientWork, whole);
    const algebra = new Algebra(graph);
    const elements = row.filter(({ fixed }) => !fixed);
    const nodes = present(graph, gradientOf(algebra, algebra.canonical(root), elements.length));
    const tape = new Tape(nodes, row.length, numberArithmetic);
    const [texts, texs] = [TEXT, TEX].map((notation) => print(nodes, notation, row));
    return {
      components: elements.map(({ name }, at) => {
        const { text, signs } = texts[at];
        return { name, text, tex: text === undefined ? undefined : texs[at].text, signs };
      }),
      nodes,
      evaluate: (values: ArrayLike<number>) => tape.run(values),
    };
  });
}
