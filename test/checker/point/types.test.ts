import { describe, expectTypeOf, it } from 'vitest';
import {
  checkDirections,
  diagnoseGradient,
  diagnoseVjp,
  type GradientOf,
  gradientCheck,
  numericalGradient,
  relativeError,
  type Widened,
} from '@/checker/index.ts';

/** Parameters as users declare them. */
interface Parameters {
  w: number[];
  b: number;
  inner: { readonly layers: readonly { W: number[][]; b: Float64Array }[] };
}
class Model {
  W = [[1, 2]];
  b = 3;
  forward(x: number): number {
    return this.W[0][0] * x + this.b;
  }
}
declare const parameters: Parameters;
declare const tuple: [w: number[], b: number];
declare const pair: readonly [1.5, -2.3];
declare const bytes: Uint8Array;
declare const tensor: { readonly data: Float32Array; readonly shape: number[]; sum(): number };
/** Layers of different sizes: a list of lists of records, and a list of arrays that is not rectangular. */
declare const ragged: {
  readonly layers: { W: number[][]; b: number[] }[];
  readonly rows: [number[], number[], number];
};
declare const jaxArray: { readonly dtype: string; readonly shape: number[]; js(): number[]; mul(by: number): unknown };
declare const hidden: { readonly dtype: string; tolist(): number[][] };

/** Only its types matter: nothing here runs. */
const unused = (_: () => void): void => {};

describe('the types of a point', () => {
  it('let pass what can be checked', () => {
    unused(() => {
      diagnoseGradient(
        (p) => p.w[0] * p.b,
        (p) => ({ w: [p.b], b: p.w[0], inner: p.inner }),
        parameters,
      );
      checkDirections(
        (p) => p.inner.layers[0].b[0],
        (p) => p,
        parameters,
      );
      diagnoseGradient(
        (m) => m.forward(2),
        (m) => ({ W: m.W, b: 1 }),
        new Model(),
      );
      gradientCheck(
        ([w, b]) => w[0] * b,
        ([w, b]) => [[b], w[0]] as const,
        tuple,
      );
      gradientCheck(
        ([a, b]) => a * b,
        (x) => x.map((v) => 2 * v),
        pair,
      );
      numericalGradient((w) => w.reduce((s, v) => s + v, 0), bytes);
      numericalGradient((t) => t.sum(), tensor);
      diagnoseGradient(
        (w) => w[0][0],
        (w) => w.map((row) => Float64Array.from(row)),
        hidden,
      );
      diagnoseGradient(
        (w) => w[0],
        () => [1, 2],
        Float64Array.of(1, 2),
      );
      diagnoseVjp(
        ({ w }) => w,
        ({ inner }, v) => ({ w: v, b: 0, inner }),
        parameters,
      );
      diagnoseGradient(
        ({ layers, rows }) => layers[0].W[0][0] * rows[1][0] * rows[2],
        ({ layers, rows }) => ({ layers: layers.map(({ W, b }) => ({ W, b: Float64Array.from(b) })), rows }),
        ragged,
      );
      diagnoseGradient(
        (w) => w[0],
        () => jaxArray,
        jaxArray,
      );
      relativeError(parameters, { ...parameters, w: Float64Array.of(1) });
    });
  });

  it('refuse what cannot', () => {
    const withText = { w: [1], activation: 'relu' };
    const one = () => 1;
    const same = <T>(p: T): T => p;
    unused(() => {
      // @ts-expect-error: a text is no parameter
      numericalGradient(one, withText);
      // @ts-expect-error: nor a map
      numericalGradient(one, new Map([['w', 1]]));
      // @ts-expect-error: nor a list of texts in a record of an interface
      numericalGradient(one, { ...parameters, names: ['w'] });
      // @ts-expect-error: nor bigints
      numericalGradient(one, BigInt64Array.of(1n));
      // @ts-expect-error: nor a promise
      numericalGradient(one, Promise.resolve([1, 2]));
      // @ts-expect-error: a loss is a number
      diagnoseGradient((p) => [p.b], same, parameters);
      // @ts-expect-error: of a plain loss and not of a promise
      diagnoseGradient(async (p) => p.b, same, parameters);
      // @ts-expect-error: nor a text deep in a list of records
      numericalGradient(one, { layers: [{ W: [[1]], activation: 'relu' }] });
      // @ts-expect-error: nor what is missing in a tuple
      numericalGradient(one, [[1], undefined] as [number[], undefined]);
      // @ts-expect-error: a gradient has every entry of x
      diagnoseGradient(one, (p) => ({ w: p.w }), parameters);
      // @ts-expect-error: and no text in the place of a number
      diagnoseGradient(one, (p) => ({ ...p, b: 'none' }), parameters);
    });
  });

  it('say what the loss receives, and what a gradient may return', () => {
    expectTypeOf<Widened<readonly [1.5, -2.3]>>().toEqualTypeOf<readonly [number, number]>();
    expectTypeOf<Widened<Parameters>>().toEqualTypeOf<Parameters>();
    expectTypeOf<Widened<Model>>().toEqualTypeOf<Model>();
    expectTypeOf<Widened<Int32Array>>().toEqualTypeOf<Float64Array>();
    expectTypeOf<Widened<Float32Array<ArrayBuffer>>>().toEqualTypeOf<Float32Array>();
    expectTypeOf<Widened<{ a: 1; b: [2] }>>().toEqualTypeOf<{ a: number; b: [number] }>();
    expectTypeOf<Widened<typeof hidden>>().toEqualTypeOf<number[][]>();
    expectTypeOf<GradientOf<number>>().toEqualTypeOf<number>();
    expectTypeOf<Model>().toExtend<GradientOf<Model>>();
    expectTypeOf<{ W: Float64Array[]; b: number }>().toExtend<GradientOf<Model>>();
  });
});
