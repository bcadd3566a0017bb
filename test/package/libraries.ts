import { defaultDevice, grad, nn, numpy as np, vjp } from '@jax-js/jax';
import convnetjs from 'convnetjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as Checker from '@/checker/index.ts';

type Array = np.Array;
type Nested = number | readonly Nested[];
const array = (values: Nested): Array => np.array(values as number[], { dtype: np.float64 });

/**
 * Tests of gradients that others wrote by hand, in public libraries, checked as a user of the package would check them.
 *
 * @param load the package, as it was installed
 */
export function libraries(load: () => Promise<typeof Checker>): void {
  let checker: typeof Checker;
  beforeAll(async () => {
    checker = await load();
  });

  describe('jax-js', () => {
    beforeAll(() => {
      defaultDevice('cpu');
    });
    const weights = () => array([1, -2, 3, 0.5]);
    const each = (f: (x: Array) => Array) => (x: Array) => np.sum(f(x).mul(weights()));
    const square = (f: (x: Array) => Array) => (x: Array) => f(x.reshape([2, 2]));

    it.each<[string, (x: Array) => Array]>([
      ['tanh', each(np.tanh)],
      ['arcsinh', each(np.arcsinh)],
      ['log1p of the square', each((x) => np.log1p(np.square(x)))],
      ['gelu', each(nn.gelu)],
      ['softmax', each(nn.softmax)],
      ['logsumexp', nn.logsumexp as (x: Array) => Array],
      ['standardize', each(nn.standardize)],
      ['cumsum', each(np.cumsum)],
      ['sort', each(np.sort)],
      ['norm', np.linalg.norm as (x: Array) => Array],
      ['inv', square((x) => np.sum(np.linalg.inv(x)))],
    ])('has the gradient of %s', (_, f) => {
      const report = checker.diagnoseGradient(
        (x) => f(array(x)).js(),
        (x) => grad(f)(array(x)),
        [0.3, -1.2, 2.1, 0.7],
      );
      expect(report.verdict, checker.formatReport(report)).toBe('pass');
    });

    it.each<[string, (...x: Array[]) => Array, Record<string, number[][]>]>([
      [
        'a matrix product',
        np.matmul,
        {
          A: [
            [1, 2, 3],
            [0.4, -1, 2],
          ],
          b: [[0.5], [1.5], [-2]],
        },
      ],
      [
        'a linear system',
        np.linalg.solve,
        {
          A: [
            [3, 1],
            [0.5, 2],
          ],
          b: [[1], [2]],
        },
      ],
      [
        'softmax',
        nn.softmax as (x: Array) => Array,
        {
          x: [
            [0.1, 2, -1],
            [0.3, 0.2, 0.9],
          ],
        },
      ],
      [
        'Cholesky’s factor',
        np.linalg.cholesky as (x: Array) => Array,
        {
          A: [
            [3, 1],
            [1, 2],
          ],
        },
      ],
    ])('has the vjp of %s', (_, f, x) => {
      const names = Object.keys(x);
      const at = (point: typeof x) => names.map((name) => array(point[name]));
      const report = checker.diagnoseVjp(
        (point) => f(...at(point)).js() as number[][],
        (point, v) => {
          const [y, pullback] = vjp(f, at(point));
          y.dispose();
          const slopes: Array[] = pullback(array(v));
          return Object.fromEntries(slopes.map((slope, i) => [names[i], slope.js() as number[][]]));
        },
        x,
      );
      expect(report.verdict, checker.formatLayerReport(report)).toBe('pass');
    });

    it('is waited for, and a gradient of its own that is wrong is found', async () => {
      const f = (x: Array) => np.sum(np.exp(x));
      const loss = (x: number[]) => f(array(x)).jsAsync() as Promise<number>;
      const x = [0.3, -1.2, 2.1];
      const right = await checker.diagnoseGradientAsync(loss, (at) => grad(f)(array(at)).jsAsync(), x);
      expect(right.verdict).toBe('pass');
      const wrong = await checker.diagnoseGradientAsync(loss, async (at) => grad(f)(array(at)).mul(2).jsAsync(), x);
      expect(wrong.findings[0].kind).toBe('factor-two');
    });

    it('gives its arrays as points, more than once', () => {
      const x = { w: array([1.5, -2.3]), b: array(0.5) };
      const report = checker.diagnoseGradient(
        ({ w, b }) => w[0] * w[1] * b,
        ({ w, b }) => ({ w: array([w[1] * b, w[0] * b]), b: array(w[0] * w[1]) }),
        x,
      );
      expect(report.verdict, checker.formatReport(report)).toBe('pass');
      expect(x.w.js()).toEqual([1.5, -2.3]);
    });
  });

  describe('ConvNetJS', () => {
    const input = (size: number, depth: number) => ({ type: 'input', out_sx: size, out_sy: size, out_depth: depth });
    const dense = (activation: string) => ({ type: 'fc', num_neurons: 5, activation });
    const softmax = { type: 'softmax', num_classes: 3 };
    const convolution = { type: 'conv', sx: 3, filters: 4, stride: 1, activation: 'tanh' };
    const normalisation = { type: 'lrn', alpha: 0.5, beta: 0.75, k: 1, n: 3 };

    /** Checks all gradients of a net, those with respect to its input among them. */
    function check([first, ...layers]: readonly [ReturnType<typeof input>, ...object[]], y: unknown) {
      const net = new convnetjs.Net();
      net.makeLayers([first, ...layers]);
      const vol = new convnetjs.Vol(first.out_sx, first.out_sy, first.out_depth, 0);
      const parts = net.getParamsAndGrads();
      let k = 0;
      const x = {
        input: Float64Array.from(vol.w, () => Math.sin(1 + 3.7 * k++)),
        parameters: parts.map(({ params }) => Float64Array.from(params, () => 0.5 * Math.cos(1.3 * k++))),
      };
      const forward = ({ input: values, parameters }: typeof x) => {
        vol.w.set(values);
        parts.forEach(({ params, grads }, i) => {
          params.set(parameters[i]);
          grads.fill(0);
        });
        net.forward(vol, true);
        return net.backward(y);
      };
      const gradient = (at: typeof x) => {
        forward(at);
        return { input: vol.dw.slice(), parameters: parts.map(({ grads }) => grads.slice()) };
      };
      return checker.diagnoseGradient(forward, gradient, x);
    }

    it.each([
      ['relu', [input(1, 3), dense('relu'), softmax], 1],
      ['sigmoid', [input(1, 3), dense('sigmoid'), softmax], 1],
      ['maxout', [input(1, 3), dense('maxout'), softmax], 1],
      ['a support vector machine', [input(1, 3), dense('tanh'), { type: 'svm', num_classes: 3 }], 2],
      ['a convolution', [input(3, 2), convolution, softmax], 1],
      ['pooling', [input(4, 1), { ...convolution, pad: 1 }, { type: 'pool', sx: 2, stride: 2 }, softmax], 1],
    ] as const)('has the gradient of a net with %s', (_, layers, y) => {
      const report = check(layers, y);
      expect(report.verdict, checker.formatReport(report)).toBe('pass');
    });

    // its source: the loss is the sum of 2 dy², and the slope that is handed back dy
    it('has a regression whose slope is a quarter of that of the loss which it returns', () => {
      const { verdict, findings } = check(
        [input(1, 3), dense('tanh'), { type: 'regression', num_neurons: 2 }],
        [0.3, -0.7],
      );
      expect({ verdict, kind: findings[0].kind }).toEqual({ verdict: 'fail', kind: 'constant-factor' });
      expect(findings[0].evidence['factor']).toBeCloseTo(0.25, 9);
    });

    // its source: the slope along a neighbour has the square of that neighbour in place of the product of the two
    it('has a normalisation whose slopes are wrong, and those behind it are right', () => {
      const { verdict, groups } = check([input(3, 4), convolution, normalisation, softmax], 1);
      expect(verdict).toBe('fail');
      const wrong = groups.filter((group) => group.verdict === 'fail').map(({ name }) => name);
      expect(wrong).toContain('input');
      const behind = groups.slice(-3);
      expect(behind.map((group) => group.verdict)).toEqual(['pass', 'pass', 'pass']);
    });
  });
}
