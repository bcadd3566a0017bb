/**
 * What the runtime does with a compiled program, without any browser: the same code runs in the worker, at build time
 * (the output that a page shows before any script) and in tests.
 */
import * as checker from '@/checker/index.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { checkLarge, LARGE } from './large-point.ts';
import type { BoundedConsole } from './output.ts';
import { type Called, type CheckResult, LIMITS } from './protocol.ts';
import * as random from './random.ts';
import { CHECKED_NAMES, type CheckedName, subjectsOf } from './subjects.ts';

/** The reader's program, as the compiler leaves it. */
export type Body = (
  require: (name: string) => unknown,
  module: { exports: Record<string, unknown> },
  exports: Record<string, unknown>,
  console: BoundedConsole,
) => void | Promise<void>;

/** What the reader may import, by name. */
const MODULES: Readonly<Record<string, unknown>> = { checker, random };

/** An error whose message is the site's own, and says all there is to say. */
class ProgramError extends Error {
  override readonly name = 'ProgramError';
}

function requireModule(name: string): unknown {
  if (Object.hasOwn(MODULES, name)) return MODULES[name];
  throw new ProgramError(
    `Nothing is called “${name}” here. What can be imported: ${Object.keys(MODULES).join(', ')}. Of anything else, paste the functions that you need into the code.`,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a check looks for among a program's exports. */
export type Exported = Partial<Record<CheckedName, unknown>>;

/** Runs a program; resolves with its exports by name, by `module.exports`, or as a default that is a record. */
export async function execute(body: Body, console: BoundedConsole): Promise<Exported> {
  const exports: Record<string, unknown> = Object.create(null);
  const module = { exports };
  await body(requireModule, module, exports, console);
  const holders = [exports, module.exports, exports['default']].filter(isRecord);
  const find = (name: string) => holders.find((holder) => holder[name] !== undefined)?.[name];
  return Object.fromEntries(CHECKED_NAMES.map((name) => [name, find(name)]));
}

/** What is told while a check is under way. */
export interface CheckListener {
  /** The share of the elements that are settled, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** One of the reader's functions threw. */
  readonly onThrow?: (error: unknown) => void;
  /** One of the reader's functions is called: which, and for the how-manyeth time. */
  readonly onCall?: (called: Called, call: number) => void;
}

const EXAMPLES = {
  loss: 'export function loss(x) { … return a number }',
  gradient: 'export function gradient(x) { … return the shape of x }',
  x: 'export const x = [1.5, -2.3], or a record such as { W, b }',
} as const;

/**
 * Checks the pair that a program exports, such as `loss` and `gradient`, at the point it exports as `x`.
 *
 * @throws ProgramError, or CheckError of the checker, where there is nothing to check
 */
export function checkExports(exported: Exported, listener: CheckListener = {}): CheckResult {
  const [subject] = subjectsOf(CHECKED_NAMES.filter((name) => typeof exported[name] === 'function'));
  const functionNamed = (name: Called & CheckedName) => {
    const found = exported[name];
    if (typeof found !== 'function') throw missing(name);
    return found;
  };
  const f = new Overheard(subject.f, functionNamed(subject.f) as checker.Loss, listener);
  const g = new Overheard(subject.derivative, functionNamed(subject.derivative) as checker.Gradient, listener);
  const { x, sizes } = exported;
  if (x === undefined) throw missing('x');
  const { onProgress = () => {} } = listener;
  const point = x as checker.Point;
  const check = (): CheckResult => {
    const { size } = layoutOf(point).layout;
    if (size > LARGE) return checkLarge(f.call, g.call, point, onProgress);
    const settings = { onProgress, ...(isSizes(sizes) && { sizes }) };
    const report = checker.diagnoseGradient(f.call, g.call, point, settings);
    return {
      report: shortened(report),
      size,
      text: checker.formatReport(report).slice(0, LIMITS.report),
      ...textbook(f.call, g.call, point),
    };
  };
  try {
    return check();
  } finally {
    // what the checker makes of a call that gave nothing usable would be about something else
    f.complain();
    g.complain();
  }
}

/** One of the reader's functions: its calls are counted, and what it throws is told with the stack that says where. */
class Overheard<X, Y> {
  readonly call: (x: X) => Y;
  #calls = 0;
  #complaint: ProgramError | undefined;

  constructor(name: Called, run: (x: X) => Y, { onThrow, onCall }: CheckListener) {
    this.call = (x) => {
      this.#calls += 1;
      onCall?.(name, this.#calls);
      let value: Y;
      try {
        value = run(x);
      } catch (error) {
        onThrow?.(error);
        throw error;
      }
      const problem = problemOf(name, value);
      if (problem === undefined) return value;
      this.#complaint ??= new ProgramError(problem);
      throw this.#complaint;
    };
    // the checker calls a loss by its name
    Object.defineProperty(this.call, 'name', { value: name });
  }

  /** @throws ProgramError where a call gave what no check can use */
  complain(): void {
    if (this.#complaint !== undefined) throw this.#complaint;
  }
}

function problemOf(name: Called, value: unknown): string | undefined {
  if (value === undefined) return `${name}(x) returned nothing. Is a “return” missing?`;
  if (isRecord(value) && typeof value['then'] === 'function' && !('then' in Object.prototype))
    return `${name}(x) is a promise, as of an async function. The check needs the value itself: leave out async and await.`;
  if (name === 'loss' && typeof value !== 'number')
    return `loss(x) is ${value === null ? 'null' : `a value of type ${typeof value}`}, not a number. Return one plain number.`;
  return undefined;
}

const missing = (name: keyof typeof EXAMPLES) =>
  new ProgramError(`The code exports no “${name}”. The check needs one: ${EXAMPLES[name]}.`);

const isSizes = (value: unknown): value is Record<string, number> =>
  isRecord(value) && Object.values(value).every((size) => typeof size === 'number');

/** The textbook check beside it, where it can be had at all: its refusal is no news next to a report. */
function textbook(f: checker.Loss, g: checker.Gradient, point: checker.Point): Partial<Pick<CheckResult, 'textbook'>> {
  try {
    const { status, relativeError } = checker.gradientCheck(f, g, point);
    return { textbook: { status, relativeError } };
  } catch {
    return {};
  }
}

/** A report that fits into a message: of many elements the worst, and no name longer than a page can show. */
function shortened(report: checker.Report): checker.Report {
  const long = report.groups.find(({ name }) => name.length > LIMITS.name / 2);
  if (long !== undefined) throw new Error(`A group's name has ${long.name.length} characters; give it a shorter one.`);
  if (report.elements.length <= LIMITS.elements) return report;
  const worst = new Set(report.ranking.slice(0, LIMITS.elements));
  const kept = report.elements.filter(({ index }) => worst.has(index) || index < LIMITS.elements - worst.size);
  return { ...report, elements: kept, ranking: [...worst] };
}
