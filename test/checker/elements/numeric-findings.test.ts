import { describe, expect, it } from 'vitest';
import { numericFindings } from '@/checker/elements/numeric-findings.ts';
import { judge } from '@/checker/elements/verdicts.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import type { Verdict } from '@/checker/types.ts';

const { layout } = layoutOf([1, 2]);
const ROUNDING = 1e-16;

function found(slope: Partial<Slope>, verdict: Verdict, { wobble = 0, skip = false } = {}) {
  const whole: Slope = {
    value: 1,
    errorBar: 1e-12,
    step: 2 ** -10,
    variation: 1,
    shape: 'smooth',
    noise: 1e-16,
    ...slope,
  };
  const judged = judge(whole, 0, { analytic: Float64Array.of(1), wobble: Float64Array.of(wobble), floor: 0 });
  return numericFindings(layout, [judged, judged], [verdict, verdict], ROUNDING, skip);
}
const told = (...args: Parameters<typeof found>) => found(...args).map(({ kind, role }) => `${kind} ${role}`);

describe('why an element is undecided', () => {
  it.each([
    ['kink-at-x', { shape: 'kink', slopes: { left: -1, right: 1 } }],
    ['jump', { shape: 'jump' }],
    ['budget-exhausted', { shape: 'unsettled', starved: true }],
    ['domain-edge', { shape: 'outside' }],
    ['domain-edge', { shape: 'edge' }],
    ['truncation', { shape: 'unsettled' }],
    ['truncation', { errorBar: 1e-3 }],
    ['round-off', { noise: 1e-15 }],
  ] as const)('is %s: %j', (kind, slope) => {
    expect(told(slope, 'inconclusive')).toEqual([`${kind} doubt`]);
  });

  it('is one reason for all elements that it applies to', () => {
    expect(found({ shape: 'kink' }, 'inconclusive')[0].where).toMatchObject({ indices: [0, 1], count: 2 });
  });

  it('is given with its numbers: both slopes at a kink, the size of a jump', () => {
    const [kink] = found({ shape: 'kink', slopes: { left: -1, right: 3 } }, 'inconclusive');
    expect(kink.evidence).toEqual({ left: -1, right: 3, step: 2 ** -10 });
    const [jump] = found({ shape: 'jump', variation: 512, step: 1 / 256 }, 'inconclusive');
    expect(jump.evidence).toMatchObject({ size: 2 });
  });

  it('of rounding is the last digit of f, or something less exact in f, or the gradient', () => {
    const cause = (...args: Parameters<typeof found>) => found(...args)[0].evidence.cause;
    expect(cause({ noise: 2e-16 }, 'inconclusive')).toBe('last digit');
    expect(cause({ noise: 1e-14 }, 'inconclusive')).toBe('inexact');
    expect(cause({ noise: 1e-14 }, 'inconclusive', { wobble: 1 })).toBe('gradient');
  });

  it('is not said where other findings have said it', () => {
    expect(found({ shape: 'kink' }, 'inconclusive', { skip: true })).toEqual([]);
  });
});

describe('what was met on the way to a verdict', () => {
  it.each(['kink-nearby', 'jump', 'domain-edge'] as const)('is noted: %s, at its distance', (kind) => {
    const [note] = found({ nearby: { kind, distance: 0.25 } }, 'pass');
    expect(note).toMatchObject({ kind, role: 'note', evidence: { distance: 0.25 } });
  });

  it('is noted where x lies at the edge of the domain', () => {
    expect(found({ shape: 'edge' }, 'pass')[0]).toMatchObject({ kind: 'domain-edge', role: 'note' });
  });

  it('is nothing beyond a stretch over which f is flat, and nothing where f is smooth', () => {
    expect(found({ shape: 'flat', nearby: { kind: 'jump', distance: 0.25 } }, 'pass')).toEqual([]);
    expect(found({}, 'fail')).toEqual([]);
  });
});
