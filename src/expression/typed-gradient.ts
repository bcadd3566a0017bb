import { Budget } from './budget.ts';
import { attempt, type FormulaError, Refusal, type Result, refuse, type Span } from './errors.ts';
import type { Formula } from './formula.ts';
import { Graph, type GraphNode } from './graph/graph.ts';
import { Lowering } from './graph/lower.ts';
import { isVector, type Value } from './graph/values.ts';
import { LIMITS } from './limits.ts';
import { environment } from './lowered.ts';
import type { FormulaPoint } from './model.ts';
import { type Part, partsOfGradient } from './read/gradient-parts.ts';
import { type Note, noteAt } from './read/notes.ts';
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
  /** What could have been read in another way. */
  readonly notes: readonly Note[];
  evaluateAt(values: ArrayLike<number>): number[];
  evaluate(point: FormulaPoint): Record<string, number | number[]>;
  /** As JavaScript on the record `x` of the variables, an expression an element. */
  javascript(): JavaScript;
}

/**
 * Reads a gradient of a formula, typed by component (`2*x; cos(y)`), as vectors (`2*w; 1`), or by name in any order
 * (`b = 1; dw = 2*w`).
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
    if (text.length > LIMITS.characters * 4) refuse('too-long', 'the gradient is too long', whole);
    const graph = new Graph(new Budget(LIMITS.nodes, whole));
    const known = new Set(formula.variables.map(({ name }) => name));
    const written = partsOfGradient(text).map((part) => shifted(part, () => read(part, formula, graph, known)));
    const labelled = written.filter(({ name }) => name !== undefined);
    if (labelled.length > 0 && labelled.length < written.length) {
      const bare = written.find(({ name }) => name === undefined)?.part ?? whole;
      refuse('component-count', 'either all components are named or none', bare, '`name = …`');
    }
    const nodes = labelled.length > 0 ? byName(written, formula, whole) : inOrder(written, formula, whole);
    const tape = new Tape(nodes, formula.row.length, numberArithmetic);
    return {
      text,
      parts: written.map(({ name, tex }) => ({ name, tex })),
      notes: written.flatMap(({ notes }) => notes),
      evaluateAt: (values: ArrayLike<number>) => tape.run(values),
      evaluate: (point: FormulaPoint) => formula.unflatten(tape.run(formula.flatten(point))),
      javascript: () => javascriptOf(nodes, formula.row),
    };
  });
}

interface Written {
  readonly part: Part;
  readonly name: string | undefined;
  readonly value: Value;
  readonly tex: string;
  readonly notes: readonly Note[];
}

function read(part: Part, formula: Formula, graph: Graph, known: ReadonlySet<string>): Written {
  const { syntax, notes } = parseFormula(part.text, known);
  const lowering = new Lowering(graph, environment(graph, formula.variables));
  const value = lowering.value(syntax);
  const placed = [...notes, ...lowering.notes].map(({ code, message, position, length }) =>
    noteAt(code, withoutPlace(message), { position: part.position + position, length }),
  );
  return { part, name: nameOf(part, formula), value, tex: printSyntax(syntax, TEX), notes: placed };
}

/** The variable or element of f that a label means. */
function nameOf({ label }: Part, formula: Formula): string | undefined {
  if (label === undefined) return undefined;
  const has = (name: string): boolean =>
    formula.elements.some(({ variable }) => variable === name) ||
    formula.elements.some((element) => element.name === name);
  return label.names.find(has) ?? label.names[0];
}

const withoutPlace = (message: string): string => message.replace(/, at \d+$/, '');

/** Runs work on one part; its errors are placed in the whole text. */
function shifted<T>(part: Part, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { code, message, position, length, expected }: FormulaError = problem.error;
    throw new Refusal(code, withoutPlace(message), { position: part.position + position, length }, expected);
  }
}

const listOf = (value: Value): readonly GraphNode[] => (isVector(value) ? value : [value]);

function inOrder(written: readonly Written[], formula: Formula, whole: Span): GraphNode[] {
  const nodes = written.flatMap(({ value }) => listOf(value));
  const { elements } = formula;
  if (nodes.length === elements.length) return nodes;
  const few = elements.length <= 6;
  const names = few ? `: ${elements.map(({ name }) => name).join(', ')}` : '';
  const needed = `${elements.length} component${elements.length === 1 ? '' : 's'}`;
  const form = elements.map(({ name }) => `∂f/∂${name}`).join('; ');
  const expected = few ? `\`${form}\`` : `${needed}, with \`;\` between them`;
  return refuse('component-count', `the gradient has ${nodes.length} of ${needed}${names}`, whole, expected);
}

function byName(written: readonly Written[], formula: Formula, whole: Span): GraphNode[] {
  const nodes = new Map<number, GraphNode>();
  for (const { part, name: given = '', value } of written) {
    const { label = part } = part;
    const places = formula.elements.flatMap(({ name, variable }, at) =>
      name === given || variable === given ? [at] : [],
    );
    const known = [...new Set(formula.elements.map(({ variable }) => `\`${variable}\``))].join(', ');
    if (places.length === 0) refuse('unknown-variable', `f has no variable \`${given}\``, label, known);
    const list = listOf(value);
    if (list.length !== places.length) {
      refuse('shape', `\`${given}\` has ${places.length} elements, this has ${list.length}`, part);
    }
    places.forEach((place, at) => {
      if (nodes.has(place)) refuse('component-count', `\`${formula.elements[place].name}\` is given twice`, label);
      nodes.set(place, list[at]);
    });
  }
  return formula.elements.map(
    ({ name }, at) =>
      nodes.get(at) ?? refuse('component-count', `no component for \`${name}\``, whole, `\`${name} = …\``),
  );
}
