import { describe, expect, it } from 'vitest';
import {
  diagnoseGradient,
  explainFinding,
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  formatReport,
  nextStep,
  type Report,
  summarize,
  titleOf,
} from '@/checker/index.ts';
import { surenessOf } from '@/checker/words/wording.ts';

const finding = (kind: FindingKind, evidence: Finding['evidence'] = {}, count = 6): Finding => ({
  kind,
  role: 'bug',
  where: { groups: ['w', 'b'], indices: [0], elements: ['w[0]'], count },
  evidence,
  confidence: 'high',
});

const forgotten = finding('missing-mean', { fits: 6, of: 6, factor: 8, size: 8, sizeName: 'n' });

function reportOf(wrong: number): Report {
  const elements = Array.from({ length: 20 }, (_, index) => ({
    index,
    name: `w[${index}]`,
    group: index < 15 ? 'w' : 'b',
    analytic: index < wrong ? 8 : 1,
    numeric: 1,
    errorBar: 1e-10,
    tolerance: 1e-9,
    relativeError: index < wrong ? 0.875 : 0,
    step: 1e-3,
    verdict: index < wrong ? ('fail' as const) : ('pass' as const),
  }));
  const group = (name: string, start: number, size: number, bad: number) => {
    return {
      name,
      shape: [size],
      start,
      size,
      wrong: bad,
      undecided: 0,
      relativeError: 0.1,
      verdict: bad ? ('fail' as const) : ('pass' as const),
    };
  };
  return {
    verdict: wrong > 0 ? 'fail' : 'pass',
    findings:
      wrong > 0 ? [finding('missing-mean', { fits: wrong, of: wrong, factor: 8, size: 8, sizeName: 'n' }, wrong)] : [],
    elements,
    groups: [group('w', 0, 15, wrong), group('b', 15, 5, 0)],
    ranking: Array.from({ length: wrong }, (_, i) => i),
    evaluations: 120,
    gradientEvaluations: 3,
    value: 2.5,
    noise: 1e-16,
    relativeFloor: 2 ** -24,
    detectable: { worst: 3e-9, median: 1e-10 },
  };
}

describe('the sentence of a finding', () => {
  it('carries the figures it rests on', () => {
    expect(explainFinding(forgotten)).toBe(
      'All 6 wrong elements (in w, b) are 8 times the numeric slope, and n is 8: the 1/n of a mean was forgotten.',
    );
  });

  it('names a single element by its name', () => {
    expect(explainFinding(finding('single-element', { difference: 0.25, of: 1 }, 1))).toBe(
      'w[0] alone is wrong, by 0.25.',
    );
  });

  it('says which other name fits as well', () => {
    const either = finding('missing-mean', { ...forgotten.evidence, factor: 2, size: 2, alternative: 'factor-two' });
    expect(explainFinding(either)).toContain('It may also be: a factor of two.');
  });

  it.each(FINDING_KINDS)('of %s is a whole sentence even without figures, and says what to do next', (kind) => {
    for (const count of [0, 1, 6]) {
      expect(explainFinding(finding(kind, {}, count))).toMatch(/^[\w[].*[.?]$/);
    }
    expect(nextStep(finding(kind))).toMatch(/^[A-Z].*\.$/);
    expect(titleOf(kind)).toMatch(/^\S.*[^.]$/);
    expect(kind).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('how sure a name is', () => {
  it('is said of the name, not of the verdict', () => {
    expect(surenessOf(forgotten)).toBe('high confidence in the name');
    expect(formatReport(reportOf(12))).toMatch(/bug: .* \(high confidence in the name\)$/m);
  });

  it('is not said where there is no name, nor of what was seen to happen', () => {
    expect(surenessOf({ ...finding('unknown-pattern'), confidence: 'low' })).toBe('');
    expect(surenessOf(finding('mutates-x'))).toBe('');
    expect(surenessOf({ ...finding('noise'), role: 'doubt' })).toBe('');
  });
});

describe('a gradient that is wrong in one group among right ones', () => {
  const x = { W1: [[0.3, -0.8]], b1: [0.5, 0.2], W2: [1.1, 0.7] };
  type Weights = typeof x;
  const right = ({ W1, b1, W2 }: Weights): Weights => ({
    W1: W1.map((row) => row.map((v) => 2 * v)),
    b1: b1.map(Math.cos),
    W2: W2.map((v) => 3 * v * v),
  });
  const loss = ({ W1, b1, W2 }: Weights) =>
    W1[0][0] ** 2 + W1[0][1] ** 2 + Math.sin(b1[0]) + Math.sin(b1[1]) + W2[0] ** 3 + W2[1] ** 3;

  it('is certainly wrong, with that group and its own line named where its bug has no name', () => {
    const [found] = diagnoseGradient(loss, (w) => ({ ...right(w), W2: [0.1, 2.9] }), x).findings;
    expect(found).toMatchObject({ kind: 'unknown-pattern', evidence: { alone: 'W2' } });
    expect(explainFinding(found)).toContain('of all groups W2 alone is wrong');
    expect(nextStep(found)).toMatch(/line that computes the gradient of W2.*\+=.*sum over the batch/);
  });

  it('is not told so where two are wrong', () => {
    const [found] = diagnoseGradient(loss, (w) => ({ ...right(w), W2: [0.1, 2.9], b1: [0.3, 0.4] }), x).findings;
    expect(found.evidence.alone).toBeUndefined();
    expect(nextStep(found)).toContain('smaller case');
  });
});

describe('the report as text', () => {
  it('opens with the verdict, why, and what to do next', () => {
    expect(formatReport(reportOf(12)).split('\n')[0]).toBe(
      'FAIL: The gradient is wrong in 12 of 20 elements. A 1/n forgotten or doubled. Divide by n exactly once between the loss and these elements.',
    );
  });

  it('names the wrong groups and those that are right', () => {
    expect(formatReport(reportOf(12))).toContain('Wrong groups: w (12 of 15 elements); right: b.');
  });

  it('lists the eight worst elements with their error bars, and how many more there are', () => {
    const text = formatReport(reportOf(12));
    expect(text.match(/w\[\d+\] +8\.000000/g)).toHaveLength(8);
    expect(text).toContain('and 4 more');
    expect(text).toContain('± 1.0e−10');
  });

  it('of a pass says what would have been seen', () => {
    expect(summarize(reportOf(0))).toBe(
      'The gradient is right: all 20 elements agree, and a relative error of 3e−9 would have been seen in any of them.',
    );
    expect(formatReport(reportOf(0))).not.toContain('Worst');
  });
});
