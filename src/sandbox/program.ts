/**
 * What the runtime does with a compiled program, without any browser: the same code runs in the worker, at build time
 * (the output that a page shows before any script) and in tests.
 */
import * as checker from '@/checker/index.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { checkLarge, LARGE } from './large-point.ts';
import type { BoundedConsole } from './output.ts';
import { type CheckResult, LIMITS } from './protocol.ts';
import * as random from './random.ts';

/** The reader's program, as the compiler leaves it. */
export type Body = (
  require: (name: string) => unknown,
  exports: Record<string, unknown>,
  console: BoundedConsole,
) => void | Promise<void>;

/** What the reader may import, by name. */
const MODULES: Readonly<Record<string, unknown>> = { checker, random };

function requireModule(name: string): unknown {
  if (Object.hasOwn(MODULES, name)) return MODULES[name];
  throw new Error(`Nothing is called “${name}” here. What can be imported: ${Object.keys(MODULES).join(', ')}.`);
}

/** Runs a program; resolves with what it exports, in a holder of its own: an export may be called `then`. */
export async function execute(
  body: Body,
  console: BoundedConsole,
): Promise<{ readonly exported: Record<string, unknown> }> {
  const exported: Record<string, unknown> = Object.create(null);
  await body(requireModule, exported, console);
  return { exported };
}

/** Checks the pair that a program exports as `loss` and `gradient`, at the point it exports as `x`. */
export function checkExports(
  exported: Record<string, unknown>,
  onProgress: (share: number) => void,
  onThrow: (error: unknown) => void,
): CheckResult {
  const { loss, gradient, x, sizes } = exported;
  if (typeof loss !== 'function') throw new Error(missing('loss', 'export function loss(x) { … return a number }'));
  if (typeof gradient !== 'function') {
    throw new Error(missing('gradient', 'export function gradient(x) { … return the shape of x }'));
  }
  if (x === undefined) throw new Error(missing('x', 'export const x = [1.5, -2.3], or a record such as { W, b }'));
  const f = overheard(loss as checker.Loss, onThrow);
  const g = overheard(gradient as checker.Gradient, onThrow);
  const point = x as checker.Point;
  const { size } = layoutOf(point).layout;
  if (size > LARGE) return checkLarge(f, g, point, onProgress);
  const settings = { onProgress, ...(isSizes(sizes) && { sizes }) };
  const report = checker.diagnoseGradient(f, g, point, settings);
  return {
    report: shortened(report),
    size,
    text: checker.formatReport(report).slice(0, LIMITS.report),
    ...textbook(f, g, point),
  };
}

/** The first exception of a function, told to `onThrow` with the stack that says where it came from. */
function overheard<X, Y>(run: (x: X) => Y, onThrow: (error: unknown) => void): (x: X) => Y {
  return (x) => {
    try {
      return run(x);
    } catch (error) {
      onThrow(error);
      throw error;
    }
  };
}

const missing = (name: string, example: string) => `The code exports no “${name}”. The check needs one: ${example}.`;

const isSizes = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number');

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
