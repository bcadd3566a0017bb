import { describe, expect, it } from 'vitest';
import { formulaOf } from './helpers.ts';

const gradientTruth = (text: string, point: Record<string, number | number[]>) => formulaOf(text).truth(point).gradient;

describe('the truth by 64-digit arithmetic', () => {
  it('has the digits of tables', () => {
    // cos 1, OEIS A049470; exp 1, A001113; ln 2, A002162
    expect(gradientTruth('sin(x)', { x: 1 })[0]).toMatchObject({
      decimal: '0.5403023058681397174009366074429766037323104206179222276700972554',
    });
    expect(gradientTruth('exp(x)', { x: 1 })[0]).toMatchObject({
      decimal: '2.718281828459045235360287471352662497757247093699959574966967628',
    });
    const { value } = formulaOf('log(x)').truth({ x: 2 });
    expect(value).toMatchObject({ decimal: '0.6931471805599453094172321214581765680755001343602552541206800095' });
  });

  it('takes the double as it is, not as it is printed', () => {
    // 0.1 as a double is 0.1000000000000000055511151231257827021181583404541015625 exactly (IEEE 754)
    expect(formulaOf('x').truth({ x: 0.1 }).value).toMatchObject({
      decimal: '0.1000000000000000055511151231257827021181583404541015625',
    });
    expect(formulaOf('x - 0.1').truth({ x: 0.1 }).value).toMatchObject({ double: 5.551115123125783e-18 });
  });

  it('sees through a cancellation that doubles lose, and says how many digits they lost', () => {
    const formula = formulaOf('(x + 1e16) - 1e16');
    expect(formula.loss({ x: 0.1 })).toBe(0);
    expect(formula.truth({ x: 0.1 }).value).toMatchObject({ double: 0.1 });
    expect(formula.digitsLost({ x: 0.1 })).toBeGreaterThan(15);
    expect(formulaOf('x*3').digitsLost({ x: 2 })).toBe(0);
  });

  it('has none at a kink, and names the slopes', () => {
    expect(gradientTruth('abs(x)', { x: 0 })[0]).toEqual({ ok: false, reason: 'kink', slopes: [-1, 1] });
    expect(gradientTruth('max(x, 2*x)', { x: 0 })[0]).toEqual({ ok: false, reason: 'kink', slopes: [1, 2] });
    expect(gradientTruth('relu(x)', { x: 0 })[0]).toEqual({ ok: false, reason: 'kink', slopes: [0, 1] });
    expect(gradientTruth('abs(x) + y^2', { x: 0, y: 3 })[1]).toMatchObject({ ok: true, double: 6 });
  });

  it('has one where the kink is multiplied by nothing', () => {
    expect(gradientTruth('relu(x)^2', { x: 0 })[0]).toMatchObject({ ok: true, double: 0 });
    expect(gradientTruth('x*abs(x)', { x: 0 })[0]).toMatchObject({ ok: true, double: 0 });
    expect(gradientTruth('abs(x)', { x: 1e-300 })[0]).toMatchObject({ ok: true, double: 1 });
  });

  it('has none at a jump, at a vertical tangent, outside the domain', () => {
    expect(gradientTruth('floor(x)*y', { x: 1, y: 2 })).toMatchObject([{ reason: 'jump' }, { ok: true, double: 1 }]);
    expect(gradientTruth('floor(x)*y', { x: 1.5, y: 2 })[0]).toMatchObject({ ok: true, double: 0 });
    expect(gradientTruth('sign(x)', { x: 0 })[0]).toMatchObject({ reason: 'jump' });
    expect(gradientTruth('sqrt(x)', { x: 0 })[0]).toMatchObject({ reason: 'infinite' });
    expect(gradientTruth('log(x)', { x: -1 })[0]).toMatchObject({ reason: 'undefined' });
    expect(gradientTruth('norm(w)', { w: [0, 0, 0] })[0]).toMatchObject({ reason: 'undefined' });
  });

  it('takes the round-off of a zero for 0', () => {
    // the elements of a softmax sum to 1 whatever w is
    expect(gradientTruth('sum(softmax(w))', { w: [1, 2, 3] }).map((one) => one.ok && one.double)).toEqual([0, 0, 0]);
  });

  it('of hyperbolic functions of large numbers ends', () => {
    // exp(500)/2 by Python's decimal module
    expect(gradientTruth('sinh(x)', { x: 500 })[0]).toMatchObject({
      decimal: '7.017961089264187053698851664204560410903010577827727125127821844e+216',
    });
    expect(gradientTruth('tanh(x)', { x: 20 })[0]).toMatchObject({ ok: true });
    expect(gradientTruth('cosh(x)', { x: 1e15 })[0]).toMatchObject({ ok: true, double: Number.POSITIVE_INFINITY });
  });
});

describe('the complex step', () => {
  const step = (text: string, point: Record<string, number | number[]>) => formulaOf(text).complexStep(point);

  it.each([
    ['sin', 0.7],
    ['cos', 0.7],
    ['tan', 0.7],
    ['asin', -0.7],
    ['acos', 0.7],
    ['atan', 3.1],
    ['sinh', -0.7],
    ['cosh', 0.7],
    ['tanh', 0.7],
    ['tanh', 25],
    ['asinh', -2.3],
    ['acosh', 2.3],
    ['atanh', -0.4],
    ['exp', 1.3],
    ['expm1', 1e-3],
    ['log', 0.3],
    ['log2', 3.3],
    ['log10', 3.3],
    ['log1p', 1e-3],
    ['sqrt', 1.7],
    ['cbrt', -1.7],
    ['sigmoid', 0.3],
    ['softplus', -3.2],
    ['softplus', 3.2],
    ['square', -3.2],
    ['cube', -3.2],
  ])('of %s keeps nearly all digits, at a step of 1e-200', (name, x) => {
    const [truth] = gradientTruth(`${name}(x)`, { x });
    const complex = step(`${name}(x)`, { x });
    if (!truth.ok || !complex.ok) throw new Error('no derivative');
    expect(Math.abs(complex.gradient[0] / truth.double - 1)).toBeLessThan(8 * Number.EPSILON);
  });

  it('of powers, quotients and vectors likewise', () => {
    for (const text of [
      'w[0]^w[1]',
      'w[0]^-3/w[1]',
      'log(sum(exp(w)))',
      'norm(w)',
      'w[0]^2.5',
      '(-w[0])^3',
      '2^w[1]',
    ]) {
      const point = { w: [1.3, 2.1, 0.4].slice(0, formulaOf(text).elements.length) };
      const complex = step(text, point);
      formulaOf(text)
        .truth(point)
        .gradient.forEach((truth, at) => {
          if (!truth.ok || !complex.ok) throw new Error('no derivative');
          expect(Math.abs(complex.gradient[at] - truth.double)).toBeLessThanOrEqual(
            8 * Number.EPSILON * Math.abs(truth.double),
          );
        });
    }
  });

  it('is refused with a reason where f is not analytic or has no value', () => {
    expect(step('abs(x) + max(x, 1)', { x: 1 })).toEqual({
      ok: false,
      reason: 'not-analytic',
      functions: ['abs', 'max'],
    });
    expect(step('log(x)', { x: -1 })).toEqual({ ok: false, reason: 'outside-domain' });
  });

  it('with a large step has the error of its order', () => {
    // Im sin(1 + ih)/h = cos 1 sinh(h)/h, whose relative error is h^2/6
    const complex = formulaOf('sin(x)').complexStep({ x: 1 }, 1e-2);
    if (!complex.ok) throw new Error('refused');
    expect(complex.gradient[0] / Math.cos(1) - 1).toBeCloseTo(1e-4 / 6, 9);
  });
});
