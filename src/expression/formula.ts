import { attempt, type Result } from './errors.ts';
import type { Graph, GraphNode } from './graph/graph.ts';
import { type Lowered, lowerFormula } from './lowered.ts';
import {
  elementsOf,
  type FormulaElement,
  type FormulaPoint,
  flatten,
  type Precision,
  type SymbolicGradient,
  symbolicGradient,
  unflatten,
} from './model.ts';
import type { Note } from './read/notes.ts';
import { parseFormula } from './read/parse.ts';
import type { Lengths, Variable } from './read/shapes.ts';
import type { Syntax } from './read/syntax.ts';
import { numberArithmetic } from './run/arithmetic/number.ts';
import { type ComplexDerivative, type ComplexStep, complexStepOf } from './run/complex-step.ts';
import { type ErrorCurve, type ErrorCurveOptions, errorCurveOf } from './run/error-curve.ts';
import { Tape } from './run/tape.ts';
import { digitsLost, type Truth, truthAt } from './run/truth.ts';
import { type JavaScript, javascriptOf } from './write/javascript.ts';
import { printSyntax } from './write/print-syntax.ts';
import { TEX } from './write/tex.ts';

/** A formula that was read: everything that can be computed of it. No method throws. */
export interface Formula {
  readonly text: string;
  /** Its variables in the order in which they appear, those held fixed after the others. */
  readonly variables: readonly Variable[];
  /** The elements with respect to which f is differentiated, in the order of the variables; `w[0]` is the first of `w`. */
  readonly elements: readonly FormulaElement[];
  /** All elements of a point in order: `elements`, and after them those that are held fixed. */
  readonly row: readonly FormulaElement[];
  readonly notes: readonly Note[];
  /** f in TeX, as typed. */
  readonly tex: string;
  loss(point: FormulaPoint): number;
  /** f at the values of `row`, in that order; NaN where values are missing. */
  lossOf(values: ArrayLike<number>, precision?: Precision): number;
  /** The symbolic gradient, worked out when first asked for. */
  symbolic(): Result<'gradient', SymbolicGradient>;
  /**
   * The gradient in doubles, in the structure of the point without its fixed variables. At a tie of `max`, `min` or `abs` it
   * lies midway between the slopes; NaN where there is no derivative.
   */
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

/**
 * Reads a typed-in formula of one or more variables, numbers or vectors.
 *
 * @param text such as `sum(w.^2) + 2*w[0]*w[1]`
 * @param lengths lengths of the vectors, null for a number; what is left out is guessed from the formula
 * @param fixed variables that are data: f is not differentiated with respect to them
 * @returns the formula, or what is wrong with it and where; never an exception
 *
 * @example
 * const read = readFormula('sin(x)*exp(y)');
 * if (read.ok) read.formula.gradient({ x: 1, y: 0 }); // { x: 0.5403…, y: 0.8414… }
 */
export function readFormula(
  text: string,
  lengths: Lengths = {},
  fixed: readonly string[] = [],
): Result<'formula', Formula> {
  const whole = { position: 0, length: text.length };
  return attempt('formula', whole, () => {
    const { syntax, notes } = parseFormula(text);
    const lowered = lowerFormula(syntax, whole, lengths, fixed);
    return new ReadFormula(text, syntax, [...notes, ...lowered.notes], lowered);
  });
}

class ReadFormula implements Formula {
  readonly text: string;
  readonly variables: readonly Variable[];
  readonly elements: readonly FormulaElement[];
  readonly row: readonly FormulaElement[];
  readonly notes: readonly Note[];
  readonly tex: string;
  readonly #graph: Graph;
  readonly #root: GraphNode;
  readonly #double: Tape<number>;
  readonly #complex: ComplexDerivative;
  #single: Tape<number> | undefined;
  /** The last truth with its point: callers often ask several things about one point. */
  #truth: [at: readonly number[], truth: Truth | undefined] = [[], undefined];
  #symbolic: Result<'gradient', SymbolicGradient> | undefined;

  constructor(text: string, syntax: Syntax, notes: readonly Note[], { variables, graph, root }: Lowered) {
    this.text = text;
    this.variables = variables;
    this.row = elementsOf(variables);
    this.elements = this.row.filter(({ fixed }) => !fixed);
    this.notes = notes;
    this.tex = printSyntax(syntax, TEX);
    this.#graph = graph;
    this.#root = root;
    this.#double = new Tape([root], this.row.length, numberArithmetic, (size) => new Float64Array(size));
    this.#complex = complexStepOf(root, this.elements.length, (values) => this.lossOf(values));
  }

  loss(point: FormulaPoint): number {
    return this.lossOf(this.flatten(point));
  }

  lossOf(values: ArrayLike<number>, precision: Precision = 'float64'): number {
    if (precision === 'float64') return this.#double.run(values)[0];
    const store = (size: number) => new Float32Array(size);
    this.#single ??= new Tape([this.#root], this.row.length, numberArithmetic, store);
    return this.#single.run(values)[0];
  }

  symbolic(): Result<'gradient', SymbolicGradient> {
    const whole = { position: 0, length: this.text.length };
    this.#symbolic ??= symbolicGradient(this.#graph, this.#root, this.row, whole);
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
    return javascriptOf(symbolic?.gradient.nodes ?? [this.#root], this.row);
  }

  digitsLost(point: FormulaPoint): number {
    return digitsLost(this.loss(point), this.truth(point).value);
  }

  flatten(point: FormulaPoint): number[] {
    return flatten(this.row, point);
  }

  unflatten(values: readonly number[]): Record<string, number | number[]> {
    return unflatten(this.variables, values);
  }
}
