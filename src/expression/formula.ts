import { Budget } from './budget.ts';
import { attempt, type Result, refuse, type Span } from './errors.ts';
import { Graph, type GraphNode } from './graph/graph.ts';
import { Lowering } from './graph/lower.ts';
import { isVector, type Value } from './graph/values.ts';
import { LIMITS } from './limits.ts';
import {
  type Element,
  elementsOf,
  type FormulaPoint,
  flatten,
  type Precision,
  type SymbolicGradient,
  symbolicGradient,
  unflatten,
} from './model.ts';
import { parseFormula } from './read/parse.ts';
import { findVariables, type Lengths, type Variable } from './read/shapes.ts';
import { partsOf, type Syntax } from './read/syntax.ts';
import { numberArithmetic } from './run/arithmetic/number.ts';
import { type ComplexDerivative, type ComplexStep, complexStepOf } from './run/complex-step.ts';
import { type ErrorCurve, type ErrorCurveOptions, errorCurveOf } from './run/error-curve.ts';
import { Tape } from './run/tape.ts';
import { digitsLost, type Truth, truthAt } from './run/truth.ts';
import { type JavaScript, javascriptOf } from './write/javascript.ts';
import { printSyntax } from './write/print-syntax.ts';
import { TEX } from './write/tex.ts';
import { TEXT } from './write/text.ts';

/** Something in the text that is read in a way worth knowing. */
export interface Note extends Span {
  readonly code: 'implicit-multiplication';
  readonly message: string;
}

/** A formula that was read: everything that can be computed of it. No method throws. */
export interface Formula {
  readonly text: string;
  /** In the order in which they appear. */
  readonly variables: readonly Variable[];
  /** The elements of the point, in the order of the variables; `w[1]` is the first of `w`. */
  readonly elements: readonly Element[];
  readonly notes: readonly Note[];
  /** f in TeX, as typed. */
  readonly tex: string;
  loss(point: FormulaPoint): number;
  /** f of the elements' values in order; NaN for what a point lacks. */
  lossOf(values: ArrayLike<number>, precision?: Precision): number;
  /** The symbolic gradient, worked out when first asked for. */
  symbolic(): Result<'gradient', SymbolicGradient>;
  /** Its value in doubles, in the structure of the point; at a tie of `max`, `min`, `abs` midway; NaN where there is none. */
  gradient(point: FormulaPoint): Record<string, number | number[]>;
  /** f and gradient in 64-digit arithmetic at the doubles of the point. */
  truth(point: FormulaPoint): Truth;
  complexStep(point: FormulaPoint, step?: number): ComplexStep;
  /** The error of finite differences and of the complex step against the truth, by step. */
  errorCurve(point: FormulaPoint, options?: ErrorCurveOptions): ErrorCurve;
  /** f, or the symbolic gradient, as JavaScript on the record `x` of the variables. */
  javascript(of: 'loss' | 'gradient'): JavaScript | undefined;
  /** Decimal digits of f(x) that double arithmetic loses here. */
  digitsLost(point: FormulaPoint): number;
  flatten(point: FormulaPoint): number[];
  unflatten(values: readonly number[]): Record<string, number | number[]>;
}

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

/**
 * Reads a typed-in formula of one or more variables, numbers or vectors.
 *
 * @param text such as `sum(w.^2) + 2*w[1]*w[2]`
 * @param lengths lengths of the vectors, null for a number; what is left out is guessed from the formula
 * @returns the formula, or what is wrong with it and where; never an exception
 *
 * @example
 * const read = readFormula('sin(x)*exp(y)');
 * if (read.ok) read.formula.gradient({ x: 1, y: 0 }); // { x: 0.5403…, y: 0.8414… }
 */
export function readFormula(text: string, lengths: Lengths = {}): Result<'formula', Formula> {
  const whole = { position: 0, length: text.length };
  return attempt('formula', whole, () => {
    const syntax = parseFormula(text);
    const variables = findVariables([syntax], lengths);
    const graph = new Graph(new Budget(LIMITS.nodes, whole));
    const root = new Lowering(graph, environment(graph, variables)).value(syntax);
    if (isVector(root)) {
      refuse('not-scalar', `f has to be one number, this is a vector of ${root.length}`, whole, '`sum(…)` around it');
    }
    if (variables.length === 0) refuse('unknown-variable', 'a formula needs a variable', whole, 'such as `x`');
    return new ReadFormula(text, syntax, variables, graph, root);
  });
}

class ReadFormula implements Formula {
  readonly text: string;
  readonly variables: readonly Variable[];
  readonly elements: readonly Element[];
  readonly notes: readonly Note[];
  readonly tex: string;
  readonly #graph: Graph;
  readonly #root: GraphNode;
  readonly #double: Tape<number>;
  readonly #complex: ComplexDerivative;
  #single: Tape<number> | undefined;
  /** The last truth and where it was; callers ask several things of one point. */
  #truth: [at: readonly number[], truth: Truth | undefined] = [[], undefined];
  #symbolic: Result<'gradient', SymbolicGradient> | undefined;

  constructor(text: string, syntax: Syntax, variables: readonly Variable[], graph: Graph, root: GraphNode) {
    this.text = text;
    this.variables = variables;
    this.elements = elementsOf(variables);
    this.notes = implicitProducts(syntax);
    this.tex = printSyntax(syntax, TEX);
    this.#graph = graph;
    this.#root = root;
    this.#double = new Tape([root], this.elements.length, numberArithmetic, (size) => new Float64Array(size));
    this.#complex = complexStepOf(root, (values) => this.lossOf(values));
  }

  loss(point: FormulaPoint): number {
    return this.lossOf(this.flatten(point));
  }

  lossOf(values: ArrayLike<number>, precision: Precision = 'float64'): number {
    if (precision === 'float64') return this.#double.run(values)[0];
    const store = (size: number) => new Float32Array(size);
    this.#single ??= new Tape([this.#root], this.elements.length, numberArithmetic, store);
    return this.#single.run(values)[0];
  }

  symbolic(): Result<'gradient', SymbolicGradient> {
    const whole = { position: 0, length: this.text.length };
    this.#symbolic ??= symbolicGradient(this.#graph, this.#root, this.elements, whole);
    return this.#symbolic;
  }

  gradient(point: FormulaPoint): Record<string, number | number[]> {
    const symbolic = this.symbolic();
    const nothing = this.elements.map(() => Number.NaN);
    return this.unflatten(symbolic.ok ? symbolic.gradient.evaluate(this.flatten(point)) : nothing);
  }

  truth(point: FormulaPoint): Truth {
    const values = this.flatten(point);
    const [known, truth] = this.#truth;
    if (truth !== undefined && values.every((value, at) => Object.is(value, known[at]))) return truth;
    const computed = this.#truthOf(values);
    this.#truth = [values, computed];
    return computed;
  }

  #truthOf(values: readonly number[]): Truth {
    const symbolic = this.symbolic();
    if (symbolic.ok) return truthAt(this.#root, symbolic.gradient.nodes, values);
    const { value } = truthAt(this.#root, [], values);
    return { value, gradient: this.elements.map(() => ({ ok: false, reason: 'too-slow' })) };
  }

  complexStep(point: FormulaPoint, step?: number): ComplexStep {
    return this.#complex(this.flatten(point), step);
  }

  errorCurve(point: FormulaPoint, options?: ErrorCurveOptions): ErrorCurve {
    const source = {
      names: this.elements.map(({ name }) => name),
      loss: this.lossOf.bind(this),
      complexStep: this.#complex,
      truth: this.truth(point),
      operations: this.#double.operands,
    };
    return errorCurveOf(source, this.flatten(point), options);
  }

  javascript(of: 'loss' | 'gradient'): JavaScript | undefined {
    const symbolic = of === 'loss' ? undefined : this.symbolic();
    if (symbolic?.ok === false) return undefined;
    return javascriptOf(symbolic?.gradient.nodes ?? [this.#root], this.elements);
  }

  digitsLost(point: FormulaPoint): number {
    return digitsLost(this.loss(point), this.truth(point).value);
  }

  flatten(point: FormulaPoint): number[] {
    return flatten(this.elements, point);
  }

  unflatten(values: readonly number[]): Record<string, number | number[]> {
    return unflatten(this.variables, values);
  }
}

/** How products without their sign were read, since `1/2x` and `a/b c` differ; a row of factors is one product. */
function implicitProducts(syntax: Syntax): Note[] {
  if (syntax.type !== 'binary' || !syntax.implicit) return partsOf(syntax).flatMap(implicitProducts);
  const { position, length } = syntax;
  const message = `read as \`${printSyntax(syntax, TEXT)}\`, at ${position + 1}`;
  return [{ code: 'implicit-multiplication', message, position, length }];
}
