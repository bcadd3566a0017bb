/** A gradient that was put into an array of fewer digits: whole numbers, or float16. */
import { describe, expect, it } from 'vitest';
import { findings, kinds, random } from './kit.ts';
import { changed } from './points.ts';

const SEEDS = [1, 2, 3, 4, 5];

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector } = random(seed);
  const small = { layout: { W: [4, 5] }, x: vector(20), truth: vector(20), seed };
  const large = { ...small, truth: small.truth.map((t) => 40 * t) };

  it.each([
    ['a whole number', Math.trunc],
    ['the nearest whole number', Math.round],
  ] as const)('%s is named', (to, round) => {
    expect(findings(changed(large, (t) => round(t)))).toMatchObject([
      { kind: 'rounded', confidence: 'high', evidence: { to } },
    ]);
  });

  it('float16 is named', () => {
    // eleven bits, of which the first is 1
    const half = (t: number) => {
      const unit = 2 ** (Math.floor(Math.log2(Math.abs(t))) - 10);
      return Math.round(t / unit) * unit;
    };
    expect(findings(changed(small, half))).toMatchObject([
      { kind: 'rounded', confidence: 'high', evidence: { to: 'float16' } },
    ]);
  });

  it('not if one whole number is another', () => {
    expect(kinds(changed(large, (t, _, i) => Math.trunc(t) + (i === 7 ? 2 : 0)))).not.toContain('rounded');
  });

  it('not if slopes below 1 are cut to 0, which may be forgotten ones', () => {
    expect(kinds(changed(small, (t) => (Math.abs(t) < 1 ? 0 : Math.sign(t))))).not.toContain('rounded');
  });

  it('not if they are cut after a decimal, or rounded to three digits', () => {
    expect(kinds(changed(large, (t) => Math.trunc(10 * t) / 10))).not.toContain('rounded');
    expect(kinds(changed(small, (t) => Number(t.toPrecision(3))))).not.toContain('rounded');
  });
});
