/**
 * What the runtime does with a compiled program, without any browser: the same code runs in the worker, at build time
 * (the output that a page shows before any script) and in tests.
 */
import * as checker from '@/checker/index.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { arraysAreUntouched } from './harden.ts';
import { checkLarge, LARGE } from './large-point.ts';
import { checkOutputs } from './many-outputs.ts';
import { plainCopy } from './membrane.ts';
import type { BoundedConsole } from './output.ts';
import { type CheckListener, isRecord, Overheard, ProgramError, TOUCHED } from './overheard.ts';
import { type CheckResult, LIMITS } from './protocol.ts';
import * as random from './random.ts';
import {
  CHECKED_NAMES,
  type CheckedName,
  FUNCTION_NAMES,
  type FunctionName,
  type Subject,
  subjectsOf,
} from './subjects.ts';

/** The reader's program, as the compiler leaves it. */
export type Body = (
  require: (name: string) => unknown,
  module: { exports: Record<string, unknown> },
  exports: Record<string, unknown>,
  console: BoundedConsole,
) => void | Promise<void>;

/** What the reader may import, by name. */
export const MODULES: Readonly<Record<string, object>> = { checker, random };

function requireModule(name: string): unknown {
  if (Object.hasOwn(MODULES, name)) return MODULES[name];
  throw new ProgramError(
    `Nothing is called “${name}” here. What can be imported: ${Object.keys(MODULES).join(', ')}. Of anything else, paste the functions that you need into the code.`,
  );
}

export type { CheckListener };

/** What a check looks for among a program's exports. */
export type Exported = Partial<Record<CheckedName, unknown>>;

/**
 * Runs a program; resolves with its exports by name, by `module.exports`, or as a default that is a record. A default
 * that is a function stands for a loss that no name gives.
 */
export async function execute(body: Body, console: BoundedConsole): Promise<Exported> {
  const exports: Record<string, unknown> = Object.create(null);
  const module = { exports };
  await body(requireModule, module, exports, console);
  const holders = [exports, module.exports, exports['default']].filter(isRecord);
  const find = (name: string) => holders.find((holder) => holder[name] !== undefined)?.[name];
  const named: Exported = Object.fromEntries(CHECKED_NAMES.map((name) => [name, find(name)]));
  const own = exports['default'];
  return typeof own === 'function' && named.loss === undefined ? { ...named, loss: own } : named;
}

const EXAMPLES = {
  loss: 'export function loss(x) { … return a number }',
  gradient: 'export function gradient(x) { … return the shape of x }',
  forward: 'export function forward(x) { … return the outputs }',
  vjp: 'export function vjp(x, v) { … return the slope of ⟨v, forward(x)⟩, in the shape of x }',
  jacobian: 'export function jacobian(x) { … return a row for each output, a column for each input }',
  hessian: 'export function hessian(x) { … return a row and a column for each element of x }',
  x: 'export const x = [1.5, -2.3], or a record such as { W, b }',
} as const;

/**
 * Checks the pairs that a program exports, such as `loss` and `gradient`, at the point it exports as `x`. Where there are
 * several, the result is the one of the first that does not pass, or else of the last.
 *
 * @throws ProgramError, or CheckError of the checker, where there is nothing to check
 */
export function checkExports(exported: Exported, listener: CheckListener = {}): CheckResult {
  if (!arraysAreUntouched()) throw new ProgramError(TOUCHED);
  const subjects = subjectsOf(FUNCTION_NAMES.filter((name) => typeof exported[name] === 'function'));
  const { onProgress = () => {} } = listener;
  const [first, ...others] = subjects.map((subject, done) => () => {
    const onShare = (share: number) => onProgress((done + share) / subjects.length);
    return checkSubject(subject, exported, { ...listener, onProgress: onShare });
  });
  return others.reduce((result, next) => (result.report.verdict === 'pass' ? next() : result), first());
}

function checkSubject(subject: Subject, exported: Exported, listener: CheckListener): CheckResult {
  const functionNamed = (name: FunctionName) => {
    const found = exported[name];
    if (typeof found !== 'function') throw missing(name);
    return found as (...given: unknown[]) => unknown;
  };
  const f = new Overheard(subject.f, functionNamed(subject.f), listener);
  const derivative = new Overheard(subject.derivative, functionNamed(subject.derivative), listener);
  if (exported.x === undefined) throw missing('x');
  const point = plainCopy(exported.x) as checker.Point;
  const sizes = plainCopy(exported.sizes);
  if (!arraysAreUntouched()) throw new ProgramError(TOUCHED);
  const settings = { onProgress: listener.onProgress, ...(isSizes(sizes) && { sizes }) };
  try {
    return subject.id === 'loss'
      ? checkLoss(f.call as checker.Loss, derivative.call as checker.Gradient, point, settings)
      : bounded(checkOutputs(subject.id, subject.f, f.call as checker.Layer, derivative.call, point, settings));
  } finally {
    // the checker's findings on calls that returned nothing usable would be misleading
    f.complain();
    derivative.complain();
  }
}

type Settings = Pick<checker.DiagnoseOptions, 'onProgress' | 'sizes'>;

function checkLoss(f: checker.Loss, gradient: checker.Gradient, x: checker.Point, settings: Settings): CheckResult {
  const { size } = layoutOf(x).layout;
  if (size > LARGE) return checkLarge(f, gradient, x, settings.onProgress);
  const report = checker.diagnoseGradient(f, gradient, x, settings);
  return bounded({ report, size, text: checker.formatReport(report), ...textbook(f, gradient, x) });
}

const missing = (name: keyof typeof EXAMPLES) =>
  new ProgramError(`The code exports no “${name}”. The check needs one: ${EXAMPLES[name]}.`);

const isSizes = (value: unknown): value is Record<string, number> =>
  isRecord(value) && Object.values(value).every((size) => typeof size === 'number');

/** The textbook check of the same pair; undefined where it throws, since the report then says more. */
function textbook(f: checker.Loss, g: checker.Gradient, point: checker.Point): Partial<Pick<CheckResult, 'textbook'>> {
  try {
    const { status, relativeError } = checker.gradientCheck(f, g, point);
    return { textbook: { status, relativeError } };
  } catch {
    return {};
  }
}

/** A result that fits into a message: of many elements the worst, and no name longer than a page can show. */
function bounded({ report, text, ...rest }: CheckResult): CheckResult {
  const long = [...report.groups, ...(rest.many?.outputs ?? [])].find(({ name }) => name.length > LIMITS.name / 2);
  if (long !== undefined) throw new Error(`A group's name has ${long.name.length} characters; give it a shorter one.`);
  return { ...rest, report: shortened(report), text: text.slice(0, LIMITS.report) };
}

function shortened(report: checker.Report): checker.Report {
  if (report.elements.length <= LIMITS.elements) return report;
  const worst = new Set(report.ranking.slice(0, LIMITS.elements));
  const kept = report.elements.filter(({ index }) => worst.has(index) || index < LIMITS.elements - worst.size);
  return { ...report, elements: kept, ranking: [...worst] };
}
