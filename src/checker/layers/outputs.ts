/** The one place where F is called: counted, read into flat outputs, and remembered where several outputs need one point. */
import { type Calls, countCalls, type Evaluator } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';
import { FLOAT16, significantBits } from '../slope/precision.ts';
import { outputLayout, readerOf } from './layout.ts';
import type { Layer } from './types.ts';

/** All outputs at a flat point; NaN each where F throws. */
export type Outputs = Calls<Float64Array>;

/** F at x, and the means to call it elsewhere. `layout` is undefined where F throws at x. */
export interface Opened {
  readonly outputs: Outputs;
  readonly layout: Layout | undefined;
  /** F(x), flat, and as it was returned. */
  readonly first: Float64Array;
  readonly returned: unknown;
}

/**
 * Calls F at x for the first time, which shows how its outputs are laid out.
 *
 * @throws CheckError where F returns what holds no numbers
 * @throws Halt where the budget is 0, or the check is stopped
 */
export function openOutputs<X>(
  F: Layer<X, unknown>,
  x: X,
  values: Float64Array,
  budget: number,
  signal: AbortSignal | undefined,
): Opened {
  let layout: Layout | undefined;
  let read: ((y: unknown) => Float64Array) | undefined;
  let returned: unknown;
  const outputs = countCalls(
    F,
    x,
    { name: 'F', budget, signal },
    (y) => {
      if (read) return read(y);
      const opened = outputLayout(y);
      returned = y;
      layout = opened.layout;
      read = readerOf(layout);
      return opened.values;
    },
    () => new Float64Array(layout?.size ?? 0).fill(Number.NaN),
  );
  const first = outputs.at(values);
  return { outputs, layout, first, returned };
}

/** Points that were evaluated, so that what is measured for one output is read for all others from the same calls. */
export interface Memory {
  /** Calls F at a point and remembers it, even if it is known already. */
  call(values: Float64Array, moved?: string): Float64Array;
  /** The outputs at a point, called for only where they are not known. */
  recall(values: Float64Array, moved?: string): Float64Array;
  /** All outputs that were seen at the very x. */
  readonly atX: readonly Float64Array[];
  /** Whether all outputs that were seen are float32, and need that format. */
  isSingle(): boolean;
}

/** A number that tells points apart; two that share it are compared element by element. */
function keyOf(values: Float64Array): number {
  let key = 0;
  for (let i = 0; i < values.length; i++) key = key * 1.000000059604645 + values[i];
  return key;
}

const needsFloat32 = (y: Float64Array): boolean => y.some((v) => significantBits(v) > FLOAT16.bits);

const same = (a: Float64Array, b: Float64Array): boolean => a.every((v, i) => v === b[i]);

export function memoryOf({ outputs, first }: Pick<Opened, 'outputs' | 'first'>, x: Float64Array): Memory {
  const kept = new Map<number, { readonly values: Float64Array; readonly y: Float64Array }[]>();
  const atX = [first];
  const origin = x.slice();
  let opened = false;
  const call = (values: Float64Array, moved?: string): Float64Array => {
    // F has been called at x already, to see what it returns
    if (!opened && same(values, origin)) {
      opened = true;
      return first;
    }
    const y = outputs.at(values, moved);
    if (same(values, origin)) atX.push(y);
    else {
      const key = keyOf(values);
      kept.set(key, [...(kept.get(key) ?? []), { values: values.slice(), y }]);
    }
    return y;
  };
  const seen = () => [...atX, ...[...kept.values()].flat().map(({ y }) => y)];
  return {
    call,
    isSingle: () => seen().every((y) => y.every((v) => Object.is(Math.fround(v), v))) && seen().some(needsFloat32),
    recall: (values, moved) => {
      if (same(values, origin)) return first;
      return kept.get(keyOf(values))?.find((each) => same(each.values, values))?.y ?? call(values, moved);
    },
    atX,
  };
}

/** The calls of F as calls of a loss, whose value is the number that `of` makes of the outputs. */
export const seenAs = (
  outputs: Outputs,
  look: (values: Float64Array, moved?: string) => Float64Array,
  of: (y: Float64Array) => number,
): Evaluator => ({
  name: outputs.name,
  get calls() {
    return outputs.calls;
  },
  set calls(made) {
    outputs.calls = made;
  },
  get left() {
    return outputs.left;
  },
  get thrown() {
    return outputs.thrown;
  },
  get mutated() {
    return outputs.mutated;
  },
  at: (values, moved) => of(look(values, moved)),
});
