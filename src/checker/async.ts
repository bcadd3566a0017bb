/**
 * The production checks for functions that return promises. The method is the same: it depends on nothing but the values that
 * the functions return. So a check is run on the values known so far, up to the first that is missing; that value is awaited,
 * and the check is run again from the beginning of its last stage.
 */
import { checkDirections } from './directions/check-directions.ts';
import type { DirectionsOptions, DirectionsReport } from './directions/types.ts';
import { gradientInStages } from './elements/diagnose-gradient.ts';
import { vjpInStages } from './layers/diagnose-vjp.ts';
import type { LayerOptions, LayerReport } from './layers/types.ts';
import { type Staged, stage } from './point/stages.ts';
import { type Settled, Tape } from './point/tape.ts';
import type { Checkable, DiagnoseOptions, GradientOf, Report, Widened } from './types.ts';

/** A value, or a promise of one. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Calls `tell` only for news from further on than any before: a check that is run again comes past the same places. */
function onlyFurther<News>(tell: ((news: News) => void) | undefined, placeOf: (news: News) => number) {
  let told = 0;
  return (
    tell &&
    ((news: News) => {
      if (placeOf(news) <= told) return;
      told = placeOf(news);
      tell(news);
    })
  );
}

/** Runs a check whose functions may return promises, until every value that it asks for has arrived. */
async function awaited<T>(
  signal: AbortSignal | undefined,
  begin: (tape: Tape, signal: AbortSignal | undefined) => Staged<T>,
): Promise<T> {
  const tape = new Tape(signal);
  const settled: Settled[] = [];
  // the known values are run through once more, up to the place where the check was stopped
  const stop = signal && {
    get aborted() {
      return signal.aborted && tape.isPlayed;
    },
  };
  const run = async (): Promise<T> => {
    const check = begin(tape, stop as AbortSignal | undefined);
    let step = check.next();
    for (let k = 0; !step.done; k++) {
      const { counter } = step.value;
      if (k < settled.length) counter.calls += settled[k].calls;
      else settled.push(await tape.settle(step.value));
      step = check.next(settled[k].value);
    }
    return step.value;
  };
  return tape.untilKnown(run, () => {
    tape.next = 0;
  });
}

/**
 * The check of {@link diagnoseGradient} for a loss or a gradient that returns a promise, such as one that is computed on a graphics
 * card. Calls follow one another: each is awaited before the next. The report is the one that the plain check gives for the same
 * values.
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
  const onProgress = onlyFurther(options.onProgress, (share) => share);
  return awaited(options.signal, (tape, signal) =>
    gradientInStages(tape.on(f), tape.on(gradient), x as never, { ...options, onProgress, signal }),
  );
}

/**
 * The check of {@link diagnoseVjp} for a layer or a vjp that returns a promise; see {@link diagnoseGradientAsync}.
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
  const onProgress = onlyFurther(options.onProgress, (share) => share);
  return awaited(options.signal, (tape, signal) =>
    vjpInStages(tape.on(F), tape.on(vjp), x as never, { ...options, onProgress, signal }),
  );
}

/**
 * The check of {@link checkDirections} for functions that return promises; see {@link diagnoseGradientAsync}. It goes through its
 * directions again for each value, so beside the evaluations it takes the time of some thousand sums over x.
 *
 * @param f a loss or a layer: takes the structure of x, returns a number or the outputs, or a promise of them
 * @param gradient the gradient, or the vjp; returns the structure of x or a promise of it
 * @param x as for the plain check. Never changed.
 * @throws CheckError as the plain check; what a promise is rejected with is reported as a finding
 */
export function checkDirectionsAsync<X, Y>(
  f: (x: NoInfer<Widened<X>>) => Awaitable<Y>,
  gradient: (x: NoInfer<Widened<X>>, v: Y) => Awaitable<NoInfer<GradientOf<Widened<X>>>>,
  x: X & Checkable<X>,
  options: DirectionsOptions = {},
): Promise<DirectionsReport> {
  const onStep = onlyFurther(options.onStep, ({ evaluations }) => evaluations);
  return awaited(options.signal, (tape, signal) =>
    stage({ calls: 0 }, () =>
      checkDirections(tape.on(f), tape.on(gradient), x as never, { ...options, onStep, signal }),
    ),
  );
}
