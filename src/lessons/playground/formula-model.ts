/**
 * Everything that the playground shows of a typed-in formula, as plain data: it can be computed at build, in a worker
 * or in the page. Brings the decimals of mathjs with it; load it when it is first needed.
 */
import { CheckError, diagnoseGradient, gradientCheck, type Report, type Verdict } from '@/checker/index.ts';
import {
  type ComplexStep,
  type ErrorCurve,
  type Formula,
  type FormulaElement,
  type FormulaError,
  type Note,
  readGradient,
  type TrueNumber,
  type TypedGradient,
  type Variable,
} from '@/expression/index.ts';
import { readWithPoint } from './formula-point.ts';
import type { PlaygroundState } from './state.ts';
import { formulaTestFile } from './test-file.ts';

export type FormulaState = Pick<PlaygroundState, 'formula' | 'gradient' | 'point' | 'fixed' | 'precision'>;

/** One element of the gradient, by each way there is to it. */
export interface FormulaRow {
  readonly name: string;
  readonly tex: string;
  /** The value of this element of x. */
  readonly at: number;
  /** The hand-written gradient; absent where none was typed. */
  readonly typed?: number;
  /** The symbolic gradient in doubles; absent where there is none. */
  readonly symbolic?: number;
  readonly numeric: number;
  /** ± of `numeric`. */
  readonly errorBar: number;
  readonly truth: TrueNumber;
  readonly complexStep?: number;
  /** Of the typed gradient. */
  readonly verdict?: Verdict;
}

/** One component of the symbolic gradient; text and TeX are absent where they would be too long to read. */
export interface FormulaComponent {
  readonly name: string;
  readonly nameTex: string;
  readonly text?: string;
  readonly tex?: string;
  /** How many signs its text has, or would have. */
  readonly signs: number;
}

export interface FormulaView {
  readonly ok: true;
  /** f as typed, in TeX. */
  readonly tex: string;
  readonly notes: readonly Note[];
  readonly variables: readonly Variable[];
  /** The point in the structure of the variables, complete. */
  readonly point: Readonly<Record<string, number | readonly number[]>>;
  readonly value: { readonly double: number; readonly truth: TrueNumber; readonly digitsLost: number };
  readonly components: readonly FormulaComponent[] | FormulaError;
  readonly rows: readonly FormulaRow[];
  /** The typed gradient in TeX, part by part; absent where none was typed. */
  readonly typed?: readonly { readonly name: string | undefined; readonly tex: string }[];
  /** What of it could have been read in another way. */
  readonly gradientNotes?: readonly Note[];
  /** What is wrong with the typed gradient as a text. */
  readonly gradientError?: FormulaError;
  /** The production check of the typed gradient. */
  readonly report?: Report;
  /** The textbook check of it, for comparison. */
  readonly textbook?: { readonly status: 'PASS' | 'FAIL'; readonly relativeError: number };
  /** Why f could not be checked at this point at all. */
  readonly problem?: string;
  readonly complexStep: ComplexStep;
  readonly curve: ErrorCurve;
  /** The check as a vitest file. */
  readonly testFile?: string;
}

export type FormulaModel = FormulaView | { readonly ok: false; readonly error: FormulaError };

/** The model of what the reader has typed. Never throws. */
export function formulaModel(state: FormulaState): FormulaModel {
  const read = readWithPoint(state.formula, state.point, state.fixed);
  if (!read.ok) return { ok: false, error: read.error };
  const { formula, values } = read.pointed;
  const point = formula.unflatten(values);
  const symbolic = formula.symbolic();
  const typed = readGradient(state.gradient, formula);
  const gradient = typed.ok ? typed.gradient : undefined;
  const { free, data } = partsOf(formula, point);
  const checked = check(formula, free, data, gradient);
  const truth = formula.truth(point);
  const complexStep = formula.complexStep(point);
  const given = gradient?.evaluateAt(values);
  const known = symbolic.ok ? symbolic.gradient.evaluate(values) : undefined;
  const testFile = testFileOf(state, formula, { point: free, data }, gradient);
  return {
    ok: true,
    tex: formula.tex,
    notes: formula.notes,
    variables: formula.variables,
    point,
    value: { double: formula.lossOf(values), truth: truth.value, digitsLost: formula.digitsLost(point) },
    components: symbolic.ok
      ? symbolic.gradient.components.map(({ name, text, tex, signs }, at) => ({
          name,
          signs,
          nameTex: formula.elements[at].tex,
          ...(text !== undefined && { text }),
          ...(tex !== undefined && { tex }),
        }))
      : symbolic.error,
    rows: formula.elements.map((element, at) => ({
      ...rowOf(element, values[at], truth.gradient[at], checked.report?.elements[at]),
      ...(given && { typed: given[at], verdict: checked.report?.elements[at].verdict ?? 'inconclusive' }),
      ...(known && { symbolic: known[at] }),
      ...(complexStep.ok && { complexStep: complexStep.gradient[at] }),
    })),
    ...(gradient && { typed: gradient.parts, gradientNotes: gradient.notes }),
    ...(!typed.ok && { gradientError: typed.error }),
    ...(checked.report && gradient && { report: checked.report }),
    ...(checked.textbook && { textbook: checked.textbook }),
    ...(checked.problem !== undefined && { problem: checked.problem }),
    complexStep,
    curve: formula.errorCurve(point, { precision: state.precision }),
    ...(testFile !== undefined && { testFile }),
  };
}

type CheckedElement = Report['elements'][number];

function rowOf(
  { name, tex }: FormulaElement,
  at: number,
  truth: TrueNumber,
  checked: CheckedElement | undefined,
): FormulaRow {
  return {
    name,
    tex,
    at,
    numeric: checked?.numeric ?? Number.NaN,
    errorBar: checked?.errorBar ?? Number.NaN,
    truth,
  };
}

interface Checked {
  readonly report?: Report;
  readonly textbook?: FormulaView['textbook'];
  readonly problem?: string;
}

type X = Record<string, number | number[]>;

/** The point in two: the variables by which f is differentiated, and the data. */
function partsOf(formula: Formula, point: X): { readonly free: X; readonly data: X } {
  const having = (fixed: boolean): X => {
    const names = formula.variables.filter((variable) => (variable.fixed ?? false) === fixed).map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, point[name]]));
  };
  return { free: having(false), data: having(true) };
}

/** Checks the typed gradient; without one the symbolic, for the sake of the numeric derivatives with their bars. */
function check(formula: Formula, point: X, data: X, typed: TypedGradient | undefined): Checked {
  const loss = (x: X) => formula.loss({ ...data, ...x });
  const gradient = (x: X) => (typed ?? { evaluate: formula.gradient.bind(formula) }).evaluate({ ...data, ...x });
  try {
    const report = diagnoseGradient<X>(loss as never, gradient as never, point);
    return { report, ...(typed && textbook(loss, gradient, point)) };
  } catch (error) {
    if (error instanceof CheckError) return { problem: error.message };
    throw error;
  }
}

function textbook(loss: (x: X) => number, gradient: (x: X) => X, point: X): Pick<Checked, 'textbook'> {
  try {
    const { status, relativeError } = gradientCheck<X>(loss as never, gradient as never, point);
    return { textbook: { status, relativeError } };
  } catch (error) {
    // the production check says what is wrong with the point; the textbook check has nothing to add
    if (error instanceof CheckError) return {};
    throw error;
  }
}

function testFileOf(
  state: FormulaState,
  formula: Formula,
  parts: { readonly point: X; readonly data: X },
  typed: TypedGradient | undefined,
): string | undefined {
  const loss = formula.javascript('loss');
  const gradient = typed?.javascript() ?? formula.javascript('gradient');
  if (loss === undefined || gradient === undefined) return undefined;
  const gradientText = typed === undefined ? undefined : state.gradient;
  return formulaTestFile({ formula: state.formula, gradientText, loss, gradient, ...parts });
}
