/** Each sentence says the facts that it is given, in the form that they ask for. */
import { describe, expect, it } from 'vitest';
import type { ComparedFinding, ComparedKind } from '@/checker/compare/kinds.ts';
import { explainFinding, type Finding, type FindingKind, nextStep } from '@/checker/index.ts';
import { explainCompared, nextOfCompared } from '@/checker/words/compared.ts';
import { scientific } from '@/checker/words/scientific.ts';
import { figure, given, wordOf } from '@/checker/words/sentence.ts';
import { inWords } from '@/checker/words/wording.ts';

type Facts = Finding['evidence'];

const finding = <Kind extends ComparedKind>(kind: Kind, evidence: Facts = {}, count = 6) => ({
  kind,
  role: 'bug' as ComparedFinding['role'],
  where: { groups: ['w'], indices: [0], elements: ['w[0]'], count },
  evidence,
  confidence: 'high' as const,
});
const says = (kind: FindingKind, facts: Facts, count?: number) => explainFinding(finding(kind, facts, count));

describe('a sentence', () => {
  it.each<[FindingKind, Facts, string, Facts, string]>([
    ['missing-mean', { factor: 8 }, 'was forgotten', { factor: 0.125 }, 'once too often'],
    ['factor-two', { factor: 2 }, 'twice the numeric slope: a 1/2', { factor: 0.5 }, 'half the numeric slope: the 2'],
    ['factor-two', { factor: 2 }, 'counts twice', { factor: 0.5 }, 'counts once that acts twice'],
    ['constant-factor', { factor: 6, whole: 6 }, 'a size of 6', { factor: 6 }, '6 times the numeric slope.'],
    ['sign', { beside: 'λ w' }, 'slope, but for a term λ w that is right', {}, 'minus the numeric slope: the sign'],
    ['missing-l2', { extra: true, lambda: 0.1 }, 'off by 0.1', { lambda: 0.1 }, 'off by −0.1'],
    [
      'missing-l1',
      { extra: true, lambda: 0.1 },
      'a regulariser that f lacks',
      { lambda: 0.1 },
      'that the gradient lacks',
    ],
    ['constant-offset', { per: 'row' }, 'one amount in each row', { offset: -2 }, 'off by −2'],
    [
      'projected',
      { along: '1', per: 'row' },
      'its mean, row by row: the gradient was made',
      { along: 'x' },
      'its part along x: a projection',
    ],
    ['normalisation', { by: '‖x‖' }, 'by ‖x‖ was', {}, 'by that size was'],
    ['other-parameter', { instead: 'log x' }, 'to log x', {}, 'to a function of x'],
    [
      'softmax-folded',
      { fault: 'missing', through: 'softmax' },
      'of the softmax that f contains',
      { fault: 'extra' },
      'back through a softmax',
    ],
    ['not-wrapped', { unit: '2π', weight: 3 }, '(3 × 2π)', { unit: '2π', weight: 1 }, '(2π)'],
    ['one-triangle', { how: 'shared' }, 'where f reads one', { how: 'constructor' }, 'of which one triangle'],
    [
      'conjugate',
      { right: 'the real part', part: 'the imaginary part' },
      ', while the real part is right: the gradient of the imaginary part',
      {},
      'slope: the gradient of one part',
    ],
    [
      'broadcast-not-summed',
      { kept: 'one row' },
      'the share of one row alone',
      { rows: 4, shape: '4, 3' },
      '4 times over (shape 4, 3)',
    ],
    [
      'not-filled',
      { what: 'row', lines: 1, length: 4 },
      '0: 1 row of 4',
      { what: 'row', lines: 2, length: 4 },
      '0: 2 rows of 4',
    ],
    ['not-filled', {}, '0: whole lines', { what: 'column', lines: 2, length: 3 }, '2 columns of 3'],
    ['swapped', { from: 'b2' }, 'hold the slopes of b2', { from: 'b2', both: true }, "in each other's places"],
    ['off-by-one', { by: -1 }, 'the place before', { by: 1 }, 'the place after'],
    ['stale-cache', { after: 'x' }, ', as shows after x.', {}, 'an earlier point.'],
    ['activation-derivative', { upstream: 'W1' }, 'and W1, before it', {}, 'the wrong argument.'],
    ['activation-derivative', { per: 'column' }, 'of their column', {}, 'of their row'],
    ['row-counts', { least: 2, most: 5 }, '(from 2 to 5 times', {}, 'one over it: how often'],
    ['tiny-errors', { typical: 1e-6 }, '(typically 0.000001)', {}, 'share of the slope: that'],
    [
      'not-symmetric',
      { entry: 'H[0][1]', analytic: 1, mirror: 'H[1][0]', mirrored: 2 },
      'H[0][1] is 1, and H[1][0] is 2',
      {},
      'do not depend on their order',
    ],
    ['gauss-newton', { consistent: true }, 'which proves nothing', {}, 'and not the Hessian'],
    ['unknown-pattern', { alone: 'b' }, 'of all groups b alone', {}, 'that has a name.'],
    ['wrong-shape', { message: 'It is (2, 3).' }, 'It is (2, 3).', {}, 'has not the shape of x.'],
    ['mutates-x', { by: 'f', what: 'w' }, 'A call of f changes w', {}, 'f or its gradient changes x'],
    ['aliases-x', { what: 'w' }, 'its memory with w', {}, 'the next call'],
    ['not-repeatable', { difference: 0.5 }, '(by 0.5)', {}, 'at the same x.'],
    [
      'ignores-cotangent',
      { kept: 'v[0]' },
      'the share of v[0] alone',
      { output: 'y' },
      'whatever v is for y: its share',
    ],
    ['ignores-cotangent', {}, 'whatever v is: the gradient', { kept: 'v[0]' }, 'the rest of v'],
    ['not-linear', { atZero: 2 }, 'not 0 (up to 2)', {}, 'one after the other'],
    ['throws', { by: 'f', message: 'no' }, 'A call of f throws: no.', {}, 'f or its gradient throws.'],
    ['kink-at-x', { left: -1, right: 1 }, ', slope −1 on one side and 1 on the other', {}, 'on a kink: there'],
    ['kink-nearby', { distance: 0.1 }, '(at 0.1)', {}, 'close to x; smaller'],
    ['jump', { size: 2 }, '(of 2)', {}, 'a jump of f.'],
    ['noise', { noise: 0.1 }, '(about 0.1)', {}, 'at the same x.'],
    ['constant-loss', { value: 5 }, '(at 5)', {}, 'is moved, so'],
    ['half-precision', { format: 'bfloat16' }, 'one or two digits', { format: 'float16' }, 'two or three digits'],
    ['round-off', { cause: 'gradient', gradientNoise: 1e-3 }, 'by up to 0.001', { noise: 1e-9 }, 'known to 1e−9 only'],
    ['round-off', { tolerance: 0.1 }, 'better than 0.1', {}, 'its last digit only'],
  ])('about %s says what it knows', (kind, facts, said, others, otherwise) => {
    expect(says(kind, facts)).toContain(said);
    expect(says(kind, others)).toContain(otherwise);
    expect(says(kind, others)).not.toContain(said);
  });

  it.each<[FindingKind, Facts, string, string]>([
    ['sign', {}, 'is minus', 'are minus'],
    ['normalisation', {}, 'keeps', 'keep '],
    ['returns-x', {}, 'is the value of', 'are the values of'],
    ['one-triangle', {}, 'lies', 'lie '],
    ['broadcast-not-summed', { rows: 2, shape: '2' }, 'its sums', 'their sums'],
    ['not-symmetric', {}, 'has an entry', 'have entries'],
    ['kink-at-x', {}, 'sits', 'sit '],
    ['kink-nearby', {}, 'has a kink', 'have a kink'],
    ['jump', {}, 'crosses', 'cross '],
    ['domain-edge', {}, 'lies', 'lie '],
    ['round-off', {}, 'its slope', 'their slopes'],
  ])('about %s is of one element or of several', (kind, facts, one, several) => {
    expect(says(kind, facts, 1)).toContain(one);
    expect(says(kind, facts, 6)).toContain(several);
  });

  it('names what is no finite number: a value of f, or elements of the gradient', () => {
    expect(says('not-finite', { by: 'f', value: 'NaN' }, 0)).toBe('f(x) is NaN.');
    expect(says('not-finite', { by: 'the gradient', value: 'NaN' }, 0)).toContain('in the gradient');
    expect(says('not-finite', { by: 'f', value: 'NaN' }, 1)).toBe('w[0] is NaN in the gradient.');
  });
});

describe('the subject of a sentence', () => {
  const about = (where: Partial<Finding['where']>, evidence: Facts = {}) => {
    const base = finding('returns-x', evidence);
    return explainFinding({ ...base, where: { ...base.where, ...where } }).replace(/ (is|are) the .*/, '');
  };
  const named = (count: number) => Array.from({ length: count }, (_, i) => `w[${i}]`);

  it('is an element by its name, up to three of them, and else their number', () => {
    expect([1, 2, 3, 4].map((count) => about({ count, elements: named(count) }))).toEqual([
      'w[0]',
      'w[0], w[1]',
      'w[0], w[1], w[2]',
      '4 elements (in w)',
    ]);
    expect(about({ count: 3, elements: named(2) })).toBe('3 elements (in w)');
    expect(about({ count: 1, elements: [], groups: [] })).toBe('1 element');
    expect([about({ count: 0 }), about({ count: 0, groups: [] })]).toEqual(['w', 'The elements']);
  });

  it('is all of the wrong elements, or some of them', () => {
    expect(about({ count: 2 }, { of: 2 })).toBe('Both wrong elements (in w)');
    expect(about({ count: 6, groups: [] }, { of: 6 })).toBe('All 6 wrong elements');
    expect(about({ count: 4 }, { of: 6 })).toBe('4 of the 6 wrong elements (in w)');
  });
});

describe('what to do next', () => {
  it('depends on what is known', () => {
    const next = (kind: FindingKind, evidence: Facts) => nextStep({ kind, evidence });
    expect(next('broadcast-not-summed', { kept: 'v[0]' })).toContain('+= belongs');
    expect(next('broadcast-not-summed', {})).not.toContain('+=');
    expect(next('mutates-x', { what: 'w' })).toBe('Work on a copy of w.');
    expect(next('mutates-x', {})).toBe('Work on a copy of x.');
    expect(next('round-off', { cause: 'toString' })).toBe(next('round-off', {}));
    expect(
      new Set(['gradient', 'inexact', 'last digit', 'none'].map((cause) => next('round-off', { cause }))).size,
    ).toBe(4);
  });
});

describe('f', () => {
  it('is called as the report calls it, but for what a program has said itself', () => {
    const cost = { lossName: 'cost', derivative: 'vjp' };
    expect(inWords(finding('noise'), cost).says).toBe('cost gives different values at the same x.');
    expect(inWords(finding('accumulates'), cost).says).toMatch(/^The vjp grows/);
    expect(inWords(finding('throws', { by: 'f', message: 'no f here' }), cost).says).toContain('no f here');
  });
});

describe('two given gradients in words', () => {
  const of = (kind: ComparedKind, evidence: Facts = {}, about: Partial<ComparedFinding> = {}) =>
    explainCompared({ ...finding(kind, evidence), ...about } as ComparedFinding);

  it('agree by their number', () => {
    expect(of('agrees', { elements: 1 })).toBe('The two numbers agree.');
    expect(of('agrees', { elements: 7 })).toBe('All 7 pairs agree, as closely as differences can.');
  });

  it('come in steps of short floats, or were kept in them', () => {
    for (const [kind, bits] of [
      ['float16', 'about ten bits'],
      ['bfloat16', 'eight bits'],
      ['float32', 'single precision'],
    ] as const)
      expect(of(kind, { quantum: 0.5, step: 0.1 })).toBe(
        `All numeric slopes are whole multiples of 0.5: rounding to ${bits} over a step of 0.1.`,
      );
    for (const kind of ['float16', 'bfloat16'] as const)
      expect(of(kind, { bits: 8, unit: 0.25 })).toContain(`kept in ${kind}, whose floats have 8 bits and are 0.25 of`);
    expect(of('float32')).not.toContain('multiples');
  });

  it('are suspected of a bug, or have one', () => {
    const doubt = { role: 'doubt' } as const;
    expect(of('sign', { of: 6 }, doubt)).toMatch(/^If the numeric side is right: all 6 wrong elements/);
    expect(of('sign', { of: 6 })).toMatch(/^All 6 wrong elements/);
    expect(of('kink-at-x', {}, doubt)).not.toContain('If the numeric side is right');
    expect(of('wrong-shape', {}, doubt)).not.toContain('If the numeric side is right');
    expect(of('unknown-pattern', {}, doubt)).toMatch(/^6 pairs differ by more/);
    expect(explainCompared({ ...finding('unknown-pattern', {}, 1), role: 'doubt' } as ComparedFinding)).toMatch(
      /^One pair differs/,
    );
  });

  it('say what to do next by what they are', () => {
    const next = (kind: ComparedKind, role: ComparedFinding['role']) =>
      nextOfCompared({ ...finding(kind), role } as ComparedFinding);
    expect(next('agrees', 'note')).toMatch(/^Nothing/);
    expect(next('unknown-pattern', 'doubt')).toBe(next('nearly-agrees', 'doubt'));
    expect(next('unknown-pattern', 'bug')).toBe(nextStep({ kind: 'unknown-pattern', evidence: {} }));
    expect(next('sign', 'doubt')).toBe(nextStep({ kind: 'sign', evidence: {} }));
  });

  it('bear a size where it is known', () => {
    expect(of('noise-floor', { size: 0.1 })).toContain('large ones (about 0.1): a sign');
    expect(of('noise-floor')).toContain('large ones: a sign');
  });
});

describe('a number', () => {
  it('has six digits and a true minus sign; what is none stays as it is', () => {
    expect([figure(-1 / 3), figure(-2e-7), figure('x')]).toEqual(['−0.333333', '−2e−7', 'x']);
    expect([given(undefined), given(''), given(0, 'at ')]).toEqual(['', '', ' (at 0)']);
    expect([wordOf({ a: 1 }, 'a'), wordOf({ a: 1 }, 'toString'), wordOf({ a: 1 }, 1)]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  it('is printed as Python prints it: ties to even, two digits of exponent, nan and inf', () => {
    expect([0.125, 0.375, 2.5, 1.235, -0.125].map((value) => scientific(value, value === 2.5 ? 0 : 1))).toEqual([
      '1.2e-01',
      '3.8e-01',
      '2e+00',
      '1.2e+00',
      '-1.2e-01',
    ]);
    expect(scientific(3.5, 0)).toBe('4e+00');
    expect([1e100, 1e-5, 0].map((value) => scientific(value))).toEqual(['1.00e+100', '1.00e-05', '0.00e+00']);
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => scientific(value))).toEqual([
      'nan',
      'inf',
      '-inf',
    ]);
  });
});
