import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDirections,
  diagnoseGradient,
  diagnoseVjp,
  gradientCheck,
  numericalGradient,
  type Point,
  stepSizeSweep,
} from '@/checker/index.ts';
import { buildLike, workingCopy } from '@/checker/point/copies.ts';
import { layoutOf } from '@/checker/point/layout.ts';

/** A class of parameters with a method, as a user may write one. */
class Layer {
  W: number[][];
  b: Float64Array;
  private scale = 2;

  constructor(W: number[][], b: Float64Array) {
    this.W = W;
    this.b = b;
  }

  forward(x: readonly number[]): number[] {
    return this.W.map((row, i) => this.scale * (row.reduce((sum, w, j) => sum + w * x[j], 0) + this.b[i]));
  }
}

/** A tensor as ndarray has it, and one that copies itself, as numpy-ts. */
class Tensor {
  readonly data: Float64Array;
  readonly shape: readonly number[];

  constructor(data: ArrayLike<number>, shape: readonly number[]) {
    this.data = Float64Array.from(data);
    this.shape = shape;
  }

  sumOfSquares(): number {
    return this.data.reduce((sum, v) => sum + v * v, 0);
  }
}

class Copying {
  readonly #inner: Tensor;

  constructor(inner: Tensor) {
    this.#inner = inner;
  }

  get data(): Float64Array {
    return this.#inner.data;
  }

  get shape(): readonly number[] {
    return this.#inner.shape;
  }

  copy(): Copying {
    return new Copying(new Tensor(this.data, this.shape));
  }
}

const rows = (values: ArrayLike<number>, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, i) => Array.from(values).slice(i * width, (i + 1) * width));

/** One that hides its numbers, as tensors on a graphics card do. */
const listed = (values: readonly number[], width: number) => ({ tolist: () => rows(values, width) });

const POINTS: Readonly<Record<string, { readonly x: unknown; readonly names: readonly string[] }>> = {
  'a list of records': {
    x: [
      { W: [[1, 2]], b: 3 },
      { W: [[4, 5]], b: 6 },
    ],
    names: ['x[0].W[0][0]', 'x[0].W[0][1]', 'x[0].b', 'x[1].W[0][0]', 'x[1].W[0][1]', 'x[1].b'],
  },
  'a record of a list of records': {
    x: {
      layers: [
        {
          W: [
            [1, 2],
            [3, 4],
          ],
          b: [5, 6],
        },
        { W: [[7, 8]], b: [9] },
      ],
      scale: 10,
    },
    names: [
      ...['layers[0].W[0][0]', 'layers[0].W[0][1]', 'layers[0].W[1][0]', 'layers[0].W[1][1]'],
      ...['layers[0].b[0]', 'layers[0].b[1]', 'layers[1].W[0][0]', 'layers[1].W[0][1]', 'layers[1].b[0]', 'scale'],
    ],
  },
  'a ragged list of matrices': {
    x: {
      Ws: [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
    },
    names: ['Ws[0][0][0]', 'Ws[0][0][1]', 'Ws[0][1][0]', 'Ws[0][1][1]', 'Ws[1][0][0]', 'Ws[1][0][1]'],
  },
  'a ragged list of vectors': { x: [[1, 2], [3]], names: ['x[0][0]', 'x[0][1]', 'x[1][0]'] },
  'a tuple of a vector and a number': { x: [[1, 2], 3], names: ['x[0][0]', 'x[0][1]', 'x[1]'] },
  'a list of unlike typed arrays': {
    x: [Float64Array.of(1, 2), Int8Array.of(3)],
    names: ['x[0][0]', 'x[0][1]', 'x[1][0]'],
  },
  'an instance of a class': {
    x: new Layer([[1, 2]], Float64Array.of(3)),
    names: ['W[0][0]', 'W[0][1]', 'b[0]', 'scale'],
  },
  'a record without a prototype': { x: Object.assign(Object.create(null), { a: [1], b: 2 }), names: ['a[0]', 'b'] },
  'a tensor with its numbers and shape': {
    x: { W: new Tensor([1, 2, 3, 4], [2, 2]) },
    names: ['W[0][0]', 'W[0][1]', 'W[1][0]', 'W[1][1]'],
  },
  'a tensor that copies itself': { x: new Copying(new Tensor([1, 2], [1, 2])), names: ['x[0][0]', 'x[0][1]'] },
  'a tensor that gives its numbers as a list': {
    x: listed([1, 2, 3, 4], 2),
    names: ['x[0][0]', 'x[0][1]', 'x[1][0]', 'x[1][1]'],
  },
  'a list of tensors': {
    x: [new Tensor([1, 2], [2]), new Tensor([3, 4], [2])],
    names: ['x[0][0]', 'x[0][1]', 'x[1][0]', 'x[1][1]'],
  },
};

/** f = sum of c sin(v) over all numbers, however deep; and its gradient in the structure that it was given. */
const coefficient = (i: number): number => 1 + i / 8;
const total = (x: unknown): number =>
  layoutOf(x as Point).values.reduce((sum, v, i) => sum + coefficient(i) * Math.sin(v), 0);
const gradientOf = (x: unknown): Point =>
  buildLike(
    x as Point,
    layoutOf(x as Point).values.map((v, i) => coefficient(i) * Math.cos(v)),
  );

describe.each(Object.entries(POINTS))('%s', (_, { x, names }) => {
  const at = x as Point;

  it('is checked element by element, each by the name that a person would write', () => {
    const report = diagnoseGradient(total, gradientOf, at);
    expect(report.verdict).toBe('pass');
    expect(report.elements.map(({ name }) => name)).toEqual(names);
  });

  it('has a wrong element found under its name', () => {
    const last = names.length - 1;
    const wrong = (point: unknown): Point =>
      buildLike(
        at,
        layoutOf(gradientOf(point)).values.map((v, i) => (i === last ? v + 0.5 : v)),
      );
    const report = diagnoseGradient(total, wrong, at);
    expect(report.ranking.map((i) => report.elements[i].name)).toEqual([names[last]]);
    expect(checkDirections(total, wrong, at, { maxEvaluations: 2000 }).wrong.map(({ name }) => name)).toEqual([
      names[last],
    ]);
  });

  it('has a numerical gradient, a textbook check and a sweep', () => {
    const exact = layoutOf(gradientOf(at)).values;
    const numeric = layoutOf(numericalGradient(total, at)).values;
    expect(Math.max(...numeric.map((v, i) => Math.abs(v - exact[i])))).toBeLessThan(1e-8);
    expect(gradientCheck(total, gradientOf, at).status).toBe('PASS');
    expect(stepSizeSweep(total, gradientOf, at, { steps: [1e-5] })[0].error).toBeLessThan(1e-8);
  });

  it('is left as it was', () => {
    const before = layoutOf(at).values;
    diagnoseGradient(total, gradientOf, at);
    numericalGradient(total, at);
    expect(layoutOf(at).values).toEqual(before);
  });
});

describe('what the loss receives', () => {
  it('is an instance of the same class, with its methods', () => {
    const f = (layer: Layer) => layer.forward([1, -1])[0];
    const gradient = (layer: Layer) => ({
      W: [[2, -2]],
      b: [2],
      scale: layer.W[0][0] - layer.W[0][1] + layer.b[0],
    });
    expect(
      diagnoseGradient(f as never, gradient as never, new Layer([[1, 2]], Float64Array.of(3)) as never).verdict,
    ).toBe('pass');
  });

  it('is a tensor of the same kind, where it has its numbers in sight', () => {
    const seen: unknown[] = [];
    const f = (w: Tensor) => {
      seen.push(w instanceof Tensor && w.data.length === 2);
      return w.sumOfSquares();
    };
    const x = new Tensor([1.5, -2.3], [2]);
    const gradient = (w: Tensor) =>
      new Tensor(
        w.data.map((v) => 2 * v),
        w.shape,
      );
    expect(diagnoseGradient(f as never, gradient as never, x as never).verdict).toBe('pass');
    expect(seen.every(Boolean)).toBe(true);
  });

  it('is nested arrays where a tensor hides its numbers', () => {
    const f = (w: number[][]) => w.flat().reduce((sum, v) => sum + v * v, 0);
    const gradient = (w: number[][]) =>
      listed(
        w.flat().map((v) => 2 * v),
        2,
      );
    expect(diagnoseGradient(f as never, gradient as never, listed([1, 2, 3, 4], 2) as never).verdict).toBe('pass');
  });

  it('is doubles for typed arrays that a step would be lost in, float32 for float32', () => {
    const kinds = [Int8Array, Uint8ClampedArray, Uint32Array, Float32Array, Float64Array];
    for (const kind of kinds) {
      const seen = new Set<string>();
      const f = (w: Float64Array) => {
        seen.add(w.constructor.name);
        return w.reduce((sum, v) => sum + v * v, 0);
      };
      const x = kind.of(1, 2, 3) as unknown as Float64Array;
      expect(diagnoseGradient(f, (w) => w.map((v) => 2 * v), x).verdict).toBe('pass');
      expect([...seen]).toEqual([kind === Float32Array ? 'Float32Array' : 'Float64Array']);
    }
  });
});

describe('a gradient in another structure of the same numbers', () => {
  it.each([
    ['whole numbers for doubles', Float64Array.of(1, 2), Int32Array.of(2, 4)],
    ['a tensor for nested arrays', [[1, 2]], new Tensor([2, 4], [1, 2])],
    [
      'a list of tensors for a matrix',
      [
        [1, 2],
        [3, 4],
      ],
      [new Tensor([2, 4], [2]), listed([6, 8], 2).tolist()[0]],
    ],
    ['a plain record for an instance', new Layer([[1]], Float64Array.of(2)), { W: [[2]], b: [4], scale: 4 }],
    ['like rows for a ragged list', [[1], [2, 3]], [[2], [4, 6]]],
  ])('is read: %s', (_, x, returned) => {
    const f = (point: unknown) => layoutOf(point as Point).values.reduce((sum, v) => sum + v * v, 0);
    expect(gradientCheck(f, () => returned as never, x as never).status).toBe('PASS');
  });

  it('is refused where it is a view, whose numbers lie in another order', () => {
    const view = { data: [1, 2, 3, 4], shape: [2, 2], stride: [1, 2] };
    const f = (w: number[][]) => w.flat().reduce((sum, v) => sum + v, 0);
    expect(() =>
      gradientCheck(f, () => view as never, [
        [1, 2],
        [3, 4],
      ]),
    ).toThrow(/is a view of a tensor.*Make a copy/);
  });
});

describe('any point', () => {
  const numbers = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 4 });
  const leaf = fc.oneof(
    fc.double({ min: -9, max: 9, noNaN: true }),
    numbers,
    numbers.map((list) => Float64Array.from(list)),
  );
  const { point } = fc.letrec((tie) => ({
    point: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('point'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(fc.constantFrom('W', 'b', 'c'), tie('point'), { minKeys: 1, maxKeys: 3 }),
    ),
  }));

  it('is taken apart and put together again, and no two elements have one name', () => {
    fc.assert(
      fc.property(point, (x) => {
        const { layout, values } = layoutOf(x as Point);
        expect(buildLike(x as Point, values)).toEqual(x);
        const copy = workingCopy(x as Point);
        expect(copy.current()).toEqual(x);
        expect(copy.rows.flatMap(({ target }) => Array.from(target))).toEqual(Array.from(values));
        expect(new Set(Array.from(values, (__, i) => layout.nameOf(i))).size).toBe(layout.size);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('the outputs of a layer', () => {
  it('may be tensors, and lists of records', () => {
    const x = [1.5, -2.3];
    const F = ([a, b]: number[]) => [{ y: new Tensor([a * b, a], [1, 2]) }, { y: new Tensor([b * b, 1], [1, 2]) }];
    type Y = ReturnType<typeof F>;
    const vjp = ([a, b]: number[], [v, w]: Y) => [v.y.data[0] * b + v.y.data[1], v.y.data[0] * a + 2 * w.y.data[0] * b];
    expect(diagnoseVjp(F, vjp, x).verdict).toBe('pass');
    const wrong = diagnoseVjp(F, (p: number[], v: Y) => [vjp(p, v)[0], 2 * vjp(p, v)[1]], x);
    expect(wrong.entries.map(({ name }) => name)).toContain('y[1].y[0][0] / x[1]');
  });
});
