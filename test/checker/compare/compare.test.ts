/** Two given gradients and no function: the verdict, the name, and when neither is given. */
import { describe, expect, it } from 'vitest';
import { CheckError, compareGradients } from '../../../src/checker/index.ts';

const slopes = [0.7184, -1.3127, 0.2591, 1.9044, -0.4417, 0.8713];
const times = (factor: number) => slopes.map((slope) => factor * slope);
const first = (...sides: Parameters<typeof compareGradients>) => compareGradients(...sides).findings[0];

describe('two given gradients', () => {
  it('agree where differences can do no better', () => {
    const result = compareGradients(
      slopes,
      slopes.map((slope, i) => slope * (1 + 1e-8 * (-1) ** i)),
    );
    expect(result).toMatchObject({ verdict: 'pass', findings: [{ kind: 'agrees' }] });
    expect(result.elements.every(({ agrees }) => agrees)).toBe(true);
  });

  it.each([
    [2, 'factor-two'],
    [-1, 'sign'],
    [10, 'constant-factor'],
    [180 / Math.PI, 'degrees'],
  ] as const)('differ by a factor of %s: %s', (factor, kind) => {
    expect(first(times(factor), slopes)).toMatchObject({ kind, role: 'bug' });
    expect(first(times(factor), slopes).confidence).not.toBe('low');
  });

  it('differ by no factor that has a name where the ratio is near one', () => {
    const { confidence, kind } = first(times(1.99), slopes);
    expect(kind === 'factor-two' && confidence !== 'low').toBe(false);
  });

  it('are named by the elements of their structure', () => {
    const numeric = { W: [slopes.slice(0, 3), slopes.slice(3)], b: [0.5, -0.25, 0.125] };
    const { verdict, findings, elements } = compareGradients({ ...numeric, b: [-0.5, 0.25, -0.125] }, numeric);
    expect(verdict).toBe('fail');
    expect(findings[0]).toMatchObject({ kind: 'sign', where: { groups: ['b'], count: 3 } });
    expect(elements.find(({ agrees }) => !agrees)).toMatchObject({ name: 'b[0]', analytic: -0.5, relativeError: 2 });
  });

  it('differ by less than their digits leave open, or by more', () => {
    const printed = slopes.map((slope) => Number(slope.toPrecision(3)));
    expect(compareGradients(printed, slopes, { digits: 3 }).verdict).toBe('pass');
    expect(compareGradients(printed, slopes, { digits: 6 }).verdict).toBe('inconclusive');
  });

  it('are allowed a tolerance, one for all or one an element', () => {
    const off = slopes.map((slope) => slope + 0.01);
    expect(compareGradients(off, slopes, { tolerance: 0.02 }).verdict).toBe('pass');
    const own = slopes.map((_, i) => (i === 0 ? 0 : 0.02));
    expect(compareGradients(off, slopes, { tolerance: own }).elements.map(({ agrees }) => agrees)).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('show a missing weight decay only beside x', () => {
    const x = [0.3, -1.1, 0.8, 0.2, 2.4, -0.6];
    const numeric = slopes.map((slope, i) => slope + 0.1 * x[i]);
    expect(first(slopes, numeric, { x })).toMatchObject({ kind: 'missing-l2' });
    expect(first(slopes, numeric).kind).not.toBe('missing-l2');
  });

  it('show a forgotten mean only beside its size', () => {
    expect(first(times(32), slopes, { sizes: { batch: 32 } })).toMatchObject({
      kind: 'missing-mean',
      evidence: { sizeName: 'batch' },
    });
    expect(first(times(32), slopes)).toMatchObject({ kind: 'constant-factor' });
  });

  it('bear no name that needs their order where they are but a part', () => {
    const reversed = [...slopes].reverse();
    expect(first(reversed, slopes)).toMatchObject({ kind: 'reversed', confidence: 'high' });
    for (const { confidence } of compareGradients(reversed, slopes, { partial: true }).findings)
      expect(confidence).toBe('low');
  });

  it('bear no name on one or two pairs', () => {
    for (const count of [1, 2]) {
      const { findings } = compareGradients(times(2).slice(0, count), slopes.slice(0, count));
      for (const { confidence } of findings) expect(confidence).toBe('low');
    }
  });

  it('of two shapes are wrong whatever they hold', () => {
    expect(compareGradients([[1], [2], [3]], [1, 2, 3, 4]).verdict).toBe('fail');
  });

  it('that are no numbers are wrong on the analytic side, and undecided on the numeric one', () => {
    const odd = slopes.with(2, Number.NaN);
    expect(compareGradients(odd, slopes).verdict).toBe('fail');
    expect(first(odd, slopes).kind).toBe('not-finite');
    expect(compareGradients(slopes, odd).verdict).not.toBe('fail');
    expect(compareGradients(odd, slopes).elements[2].agrees).toBe(false);
  });

  it.each([
    [{ digits: 0 }, /digits is 0/],
    [{ digits: Number.NaN }, /digits/],
    [{ tolerance: -1 }, /tolerance is -1/],
  ])('refuse %j', (options, message) => {
    expect(() => compareGradients(slopes, slopes, options)).toThrow(CheckError);
    expect(() => compareGradients(slopes, slopes, options)).toThrow(message);
  });

  it('refuse what is no gradient', () => {
    expect(() => compareGradients(slopes, [])).toThrow(CheckError);
    expect(() => compareGradients(slopes, ['1'] as never)).toThrow(CheckError);
  });
});
