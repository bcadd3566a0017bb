import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@/sandbox/protocol.ts';
import { readMessage } from '@/sandbox/read-message.ts';

const element = {
  index: 0,
  name: 'x[0]',
  group: 'x',
  analytic: 2,
  numeric: 1,
  errorBar: 1e-11,
  tolerance: 1e-10,
  relativeError: 0.5,
  step: 1e-3,
  verdict: 'fail',
};
const finding = {
  kind: 'sign',
  role: 'bug',
  where: { groups: ['x'], indices: [0], elements: ['x[0]'], count: 1 },
  evidence: { fits: 1, of: 1 },
  confidence: 'low',
};
const report = {
  verdict: 'fail',
  findings: [finding],
  elements: [element],
  groups: [{ name: 'x', shape: [1], start: 0, size: 1, wrong: 1, undecided: 0, relativeError: 0.5, verdict: 'fail' }],
  ranking: [0],
  evaluations: 6,
  gradientEvaluations: 3,
  value: 1,
  noise: 1e-16,
  relativeFloor: 2 ** -24,
  detectable: { worst: 1e-9, median: 1e-10 },
};
const result = {
  kind: 'result',
  result: { report, size: 1, text: 'FAIL', textbook: { status: 'FAIL', relativeError: 0.3 } },
};

describe('a message from the sandbox', () => {
  it('is read where every field is of its type', () => {
    expect(readMessage(result)).toEqual(result);
    expect(readMessage({ kind: 'progress', share: 0.5 })).toEqual({ kind: 'progress', share: 0.5 });
    expect(readMessage({ kind: 'error', text: 'no', line: 3, column: 7 })).toEqual({
      kind: 'error',
      text: 'no',
      position: { line: 3, column: 7 },
    });
  });

  it('loses what does not belong to it, so that nothing unknown reaches the page', () => {
    const more = {
      ...result,
      html: '<b>',
      result: { ...result.result, extra: 1, report: { ...report, onclick: 'x' } },
    };
    expect(readMessage(more)).toEqual(result);
  });

  it.each([
    ['a kind of its own', { ...result, kind: 'open' }],
    ['a kind from the prototype', { ...result, kind: 'constructor' }],
    [
      'a verdict that does not exist',
      { ...result, result: { ...result.result, report: { ...report, verdict: 'PASS' } } },
    ],
    ['an object where a number belongs', { kind: 'done', milliseconds: { valueOf: () => 1 } }],
    ['an array for a record', { kind: 'result', result: [] }],
    [
      'a finding of no known kind',
      { ...result, result: { ...result.result, report: { ...report, findings: [{ ...finding, kind: '<img>' }] } } },
    ],
    ['nothing at all', undefined],
    ['a string', 'result'],
  ])('is nothing with %s', (_, message) => {
    expect(readMessage(message)).toBeUndefined();
  });

  it('shows what cannot be seen in its names and texts', () => {
    const turned = { ...element, name: 'w\u202e', group: 'w\n' };
    const message = readMessage({
      ...result,
      result: { ...result.result, report: { ...report, lossName: '\u200b', elements: [turned] } },
    });
    expect(message).toMatchObject({
      result: { report: { lossName: '\\u200b', elements: [{ name: 'w\\u202e', group: 'w\\n' }] } },
    });
    expect(readMessage({ kind: 'error', text: 'no \u2066' })).toEqual({ kind: 'error', text: 'no \\u2066' });
  });

  it('is cut to its bounds', () => {
    const long = 'x'.repeat(1_000_000);
    const message = readMessage({ kind: 'output', level: 'log', text: long });
    expect(message?.kind === 'output' && message.text.length).toBeLessThanOrEqual(LIMITS.lineLength + 1);
    const many = readMessage({
      ...result,
      result: {
        ...result.result,
        report: { ...report, elements: Array.from({ length: 10_000 }, () => element) },
      },
    });
    expect(many?.kind === 'result' && many.result.report.elements.length).toBe(LIMITS.elements);
  });

  it('never makes the page throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (value) => {
        readMessage(value);
        readMessage({ kind: 'result', result: value });
        readMessage({ kind: 'result', result: { report: value, size: 1, text: '' } });
      }),
      { numRuns: 2000 },
    );
  });
});
