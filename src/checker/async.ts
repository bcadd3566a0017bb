/**
 * The production checks for functions that return promises. It is the same method, not a second one: what it does follows from
 * the values it gets, so it is run on those known so far, up to the first that is not; that one is awaited, and it is run anew.
 */
import { diagnoseGradient } from './elements/diagnose-gradient.ts';
import { CheckError } from './errors.ts';
import { diagnoseVjp } from './layers/diagnose-vjp.ts';
import type { LayerOptions, LayerReport } from './layers/types.ts';
import type { Replayed } from './point/evaluator.ts';
import { isList, isRecord } from './point/kinds.ts';
import { isPromise } from './point/returned.ts';
import { sameLeaves } from './point/same-leaves.ts';
import type { Checkable, DiagnoseOptions, GradientOf, Report, Widened } from './types.ts';

/** A value, or a promise of one. */
export type Awaitable<T> = T | PromiseLike<T>;

type Given = readonly unknown[];
type Called = (...given: never[]) => unknown;

/** What a call came to. */
interface Known {
  readonly given: Given;
  /** Whether it changed what it was given; seen when it is given the same anew. */
  changed?: boolean;
  readonly value?: unknown;
  readonly error?: unknown;
}

/** Ends a run whose next value is not known yet; as bad input does, which no part of the method keeps to itself. */
class NotYet extends CheckError {}

/** Does to one argument what a call did to another of the same structure. */
function changeLike(target: unknown, source: unknown): void {
  if (target === source || !((isList(target) && isList(source)) || (isRecord(target) && isRecord(source)))) return;
  for (const key of Object.keys(source)) {
    const [to, from] = [target as Record<string, unknown>, source as unknown as Record<string, unknown>];
    if (typeof from[key] === 'object') changeLike(to[key], from[key]);
    else to[key] = from[key];
  }
}

/** Runs a check whose functions may return promises, until all that it asks for is known. */
async function replay<T>(
  run: (tape: <F>(f: F) => never, options: DiagnoseOptions) => T,
  { signal, onProgress, ...options }: DiagnoseOptions,
): Promise<T> {
  const known: Known[] = [];
  const remembered: Replayed['remembered'] = new Map();
  let shown = 0;
  const stopped =
    signal && new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  for (;;) {
    let next = 0;
    let waiting: { readonly given: Given; readonly promise: PromiseLike<unknown> } | undefined;
    const call = (f: Called, given: Given): unknown => {
      if (waiting) throw new NotYet('loss-not-a-number');
      const k = next++;
      if (k === known.length) {
        const value = (f as (...given: Given) => unknown)(...given);
        if (isPromise(value)) {
          waiting = { given, promise: value as PromiseLike<unknown> };
          throw new NotYet('loss-not-a-number');
        }
        known.push({ given, value });
      }
      const before = known[k];
      before.changed ??= !given.every((each, i) => sameLeaves(each, before.given[i]));
      if (before.changed)
        given.forEach((each, i) => {
          changeLike(each, before.given[i]);
        });
      if ('error' in before) throw before.error;
      const same = before.given.indexOf(before.value);
      return same < 0 ? before.value : given[same];
    };
    const tape = <F>(f: F): never => {
      if (typeof f !== 'function') return f as never;
      const taped = (...given: Given) => call(f as unknown as Called, given);
      Object.defineProperty(taped, 'name', { value: f.name });
      const replayed: Replayed = {
        knows: () => known[next]?.changed === false,
        skip: (calls) => {
          next += calls;
        },
        remembered,
      };
      return Object.assign(taped, replayed) as never;
    };
    const watched = {
      ...options,
      ...(onProgress && {
        onProgress: (share: number) => {
          if (share > shown && !waiting) onProgress(share);
          shown = Math.max(shown, share);
        },
      }),
      // what is known already is gone through again to the place where the check was stopped
      ...(signal && {
        signal: {
          get aborted() {
            return signal.aborted && next >= known.length;
          },
        } as AbortSignal,
      }),
    };
    let result: { readonly value: T } | undefined;
    try {
      result = { value: run(tape, watched) };
    } catch (error) {
      if (!waiting) throw error;
    }
    if (!waiting && result) return result.value;
    const { given, promise } = waiting as NonNullable<typeof waiting>;
    const came = await Promise.race([
      Promise.resolve(promise).then(
        (value): Known => ({ given, value }),
        (error): Known => ({ given, error }),
      ),
      ...(stopped ? [stopped] : []),
    ]);
    if (came) known.push(came);
  }
}

/**
 * The check of {@link diagnoseGradient} for a loss or a gradient that returns a promise, such as one that is computed on a graphics
 * card. Calls follow one another: each is awaited before the next. The report is the one that the plain check gives for the same
 * values. Elements that are settled are not looked at again; what comes before them is, for each value, so the
 * check itself takes some milliseconds an evaluation for a thousand elements of x.
 *
 * @param f the loss: takes the structure of x, returns a number or a promise of one
 * @param gradient takes the structure of x, returns the same structure or a promise of it
 * @param x as for the plain check. Never changed.
 * @throws CheckError as the plain check; what a promise is rejected with is reported as a finding
 * @example
 * const report = await diagnoseGradientAsync(async (w) => (await run(w)).loss, async (w) => (await run(w)).gradient, w);
 */
export function diagnoseGradientAsync<X>(
  f: (x: NoInfer<Widened<X>>) => Awaitable<number>,
  gradient: (x: NoInfer<Widened<X>>) => Awaitable<NoInfer<GradientOf<Widened<X>>>>,
  x: X & Checkable<X>,
  options: DiagnoseOptions = {},
): Promise<Report> {
  return replay((tape, watched) => diagnoseGradient(tape(f), tape(gradient), x as never, watched), options);
}

/**
 * The check of {@link diagnoseVjp} for a layer or a vjp that returns a promise; see {@link diagnoseGradientAsync}. The method
 * is gone through again for each value, so its own time grows with the square of the evaluations: some seconds from a hundred
 * elements of x on.
 *
 * @param F takes the structure of x, returns the outputs y or a promise of them
 * @param vjp takes the structure of x and a v in the structure of y, returns the structure of x or a promise of it
 * @param x as for the plain check. Never changed.
 * @throws CheckError as the plain check; what a promise is rejected with is reported as a finding
 */
export function diagnoseVjpAsync<X, Y>(
  F: (x: NoInfer<Widened<X>>) => Awaitable<Y>,
  vjp: (x: NoInfer<Widened<X>>, v: Y) => Awaitable<NoInfer<GradientOf<Widened<X>>>>,
  x: X & Checkable<X>,
  options: LayerOptions = {},
): Promise<LayerReport> {
  return replay((tape, watched) => diagnoseVjp(tape(F), tape(vjp), x as never, watched), options);
}
