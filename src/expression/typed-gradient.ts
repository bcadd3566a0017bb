import { Budget } from './budget.ts';
import { attempt, type FormulaError, Refusal, type Result, refuse, type Span } from './errors.ts';
import { environment, type Formula } from './formula.ts';
import { Graph, type GraphNode } from './graph/graph.ts';
import { Lowering } from './graph/lower.ts';
import { isVector, type Value } from './graph/values.ts';
import { LIMITS } from './limits.ts';
import type { FormulaPoint } from './model.ts';
import { parseFormula } from './read/parse.ts';
import { numberArithmetic } from './run/arithmetic/number.ts';
import { Tape } from './run/tape.ts';
import { type JavaScript, javascriptOf } from './write/javascript.ts';
import { printSyntax } from './write/print-syntax.ts';
import { TEX } from './write/tex.ts';

/** A hand-written gradient as typed in. */
export interface TypedGradient {
  readonly text: string;
  /** Each part in TeX, with the name it was given, if any. */
  readonly parts: readonly { readonly name: string | undefined; readonly tex: string }[];
  evaluateAt(values: ArrayLike<number>): number[];
  evaluate(point: FormulaPoint): Record<string, number | number[]>;
  /** As JavaScript on the record `x` of the variables, an expression an element. */
  javascript(): JavaScript;
}

interface Part extends Span {
  readonly name: string | undefined;
  readonly text: string;
}

/** `w = …` or `w[1] = …` */
const LABEL = /^\s*([\p{L}_][\p{L}\d_]*(?:\[\d+\])?)\s*=/u;

/**
 * Reads a gradient of a formula, typed by component (`2*x; cos(y)`), as vectors (`2*w; 1`), or by name in any order
 * (`b = 1; w = 2*w`).
 *
 * @returns the gradient, or what is wrong with it and where; `gradient` is undefined where nothing was typed
 *
 * @example
 * readGradient('2*w', formula); // of a formula of one vector w
 */
export function readGradient(text: string, formula: Formula): Result<'gradient', TypedGradient | undefined> {
  const whole = { position: 0, length: text.length };
  return attempt('gradient', whole, () => {
    if (text.trim() === '') return undefined;
    if (text.length > LIMITS.gradientCharacters) refuse('too-long', 'the gradient is too long', whole);
    const parts = split(text);
    const graph = new Graph(new Budget(LIMITS.nodes, whole));
    const lowering = new Lowering(graph, environment(graph, formula.variables));
    const written = parts.map((part) => {
      const syntax = shifted(part, () => parseFormula(part.text));
      const value = shifted(part, () => lowering.value(syntax));
      return { part, value, tex: printSyntax(syntax, TEX) };
    });
    const labelled = written.filter(({ part }) => part.name !== undefined);
    if (labelled.length > 0 && labelled.length < written.length) {
      const bare = written.find(({ part }) => part.name === undefined)?.part ?? whole;
      refuse('component-count', 'either all components are named or none', bare, '`name = …`');
    }
    const nodes = labelled.length > 0 ? byName(written, formula, whole) : inOrder(written, formula, whole);
    const tape = new Tape(nodes, formula.elements.length, numberArithmetic);
    return {
      text,
      parts: written.map(({ part, tex }) => ({ name: part.name, tex })),
      evaluateAt: (values: ArrayLike<number>) => tape.run(values),
      evaluate: (point: FormulaPoint) => formula.unflatten(tape.run(formula.flatten(point))),
      javascript: () => javascriptOf(nodes, formula.elements),
    };
  });
}

/** The parts between semicolons, without labels, with their places. */
function split(text: string): Part[] {
  const parts: Part[] = [];
  let position = 0;
  for (const piece of text.split(';')) {
    const label = LABEL.exec(piece);
    const skipped = label?.[0].length ?? 0;
    const part = {
      name: label?.[1],
      text: piece.slice(skipped),
      position: position + skipped,
      length: piece.length - skipped,
    };
    if (piece.trim() !== '') parts.push(part);
    position += piece.length + 1;
  }
  if (parts.length > LIMITS.elements) {
    refuse('component-count', `a gradient has at most ${LIMITS.elements} components`, parts[LIMITS.elements]);
  }
  return parts;
}

/** Runs work on one part; its errors are placed in the whole text. */
function shifted<T>(part: Part, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { code, message, position, length, expected }: FormulaError = problem.error;
    const sentence = message.replace(/, at \d+$/, '');
    throw new Refusal(code, sentence, { position: part.position + position, length }, expected);
  }
}

interface Written {
  readonly part: Part;
  readonly value: Value;
}

const listOf = (value: Value): readonly GraphNode[] => (isVector(value) ? value : [value]);

function inOrder(written: readonly Written[], formula: Formula, whole: Span): GraphNode[] {
  const nodes = written.flatMap(({ value }) => listOf(value));
  const { elements } = formula;
  if (nodes.length === elements.length) return nodes;
  const names = elements.length <= 6 ? `: ${elements.map(({ name }) => name).join(', ')}` : '';
  const needed = `${elements.length} component${elements.length === 1 ? '' : 's'}${names}`;
  return refuse('component-count', `the gradient has ${nodes.length} of ${needed}`, whole, needed);
}

function byName(written: readonly Written[], formula: Formula, whole: Span): GraphNode[] {
  const nodes = new Map<number, GraphNode>();
  for (const { part, value } of written) {
    const places = formula.elements.flatMap(({ name, variable }, at) =>
      name === part.name || variable === part.name ? [at] : [],
    );
    const known = formula.variables.map(({ name }) => `\`${name}\``).join(', ');
    if (places.length === 0) refuse('unknown-variable', `f has no variable \`${part.name}\``, part, known);
    const list = listOf(value);
    if (list.length !== places.length) {
      refuse('shape', `\`${part.name}\` has ${places.length} elements, this has ${list.length}`, part);
    }
    places.forEach((place, at) => {
      if (nodes.has(place)) refuse('component-count', `\`${formula.elements[place].name}\` is given twice`, part);
      nodes.set(place, list[at]);
    });
  }
  return formula.elements.map(
    ({ name }, at) =>
      nodes.get(at) ?? refuse('component-count', `no component for \`${name}\``, whole, `\`${name} = …\``),
  );
}
