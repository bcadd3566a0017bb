import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { diagnoseGradient, formatReport } from '@/checker/index.ts';
import { FINDING_KINDS, type Report } from '@/checker/types.ts';
import { inWords, summarize } from '@/checker/words/wording.ts';
import { CheckReport } from '@/islands/playground/CheckReport.tsx';
import { diagnosisOf } from '@/lessons/report/diagnosis.ts';
import { LIMITS } from '@/sandbox/protocol.ts';
import { readMessage } from '@/sandbox/read-message.ts';

/** Names that every object answers to, and texts that a program may write. */
const INHERITED = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
const word = fc.oneof(
  fc.constantFrom(...INHERITED, '', '$&', "$'", 'f', '\u202e', '<img onerror=1>', 'x'.repeat(5000)),
  fc.string(),
);
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, -0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53),
);
const count = fc.oneof(fc.nat(5), fc.constantFrom(0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER));
const verdict = fc.constantFrom('pass', 'fail', 'inconclusive');
const FACTS =
  `alternative beside by cause factor from how instead per size sizeName through unit value what whole of message
  shape format fault part right both lines length along __proto__ constructor`.split(/\s+/);
const evidence = fc.dictionary(fc.oneof(fc.constantFrom(...FACTS), word), fc.oneof(word, number, fc.boolean()));
const finding = fc.record({
  kind: fc.constantFrom(...FINDING_KINDS),
  role: fc.constantFrom('bug', 'doubt', 'note'),
  where: fc.record({
    groups: fc.array(word, { maxLength: 3 }),
    indices: fc.array(count, { maxLength: 3 }),
    elements: fc.array(word, { maxLength: 3 }),
    count,
  }),
  evidence,
  confidence: fc.constantFrom('high', 'medium', 'low'),
});
const element = fc.record({
  index: count,
  name: word,
  group: fc.constantFrom(...INHERITED, 'w'),
  analytic: number,
  numeric: number,
  errorBar: number,
  tolerance: number,
  relativeError: number,
  step: number,
  slopes: fc.option(fc.record({ left: number, right: number }), { nil: undefined }),
  verdict,
});
const group = fc.record({
  name: fc.constantFrom(...INHERITED, 'w'),
  shape: fc.array(count, { maxLength: 3 }),
  start: count,
  size: count,
  wrong: count,
  undecided: count,
  relativeError: number,
  verdict,
});
const report = fc.record({
  verdict,
  findings: fc.array(finding, { maxLength: 4 }),
  elements: fc.array(element, { maxLength: 5 }),
  groups: fc.array(group, { maxLength: 4 }),
  ranking: fc.array(count, { maxLength: 5 }),
  evaluations: count,
  gradientEvaluations: count,
  value: number,
  lossName: fc.option(word, { nil: undefined }),
  noise: number,
  relativeFloor: number,
  detectable: fc.record({ worst: number, median: number }),
});
const result = fc.record({
  report,
  size: count,
  text: word,
  textbook: fc.option(fc.record({ status: fc.constantFrom('PASS', 'FAIL'), relativeError: number }), {
    nil: undefined,
  }),
  directions: fc.option(
    fc.record({
      used: count,
      agreed: count,
      missProbability: number,
      suspects: fc.array(fc.record({ first: word, last: word, size: count }), { maxLength: 2 }),
    }),
    { nil: undefined },
  ),
});

const read = (value: unknown) => {
  const message = readMessage({ kind: 'result', result: value });
  return message?.kind === 'result' ? message.result : undefined;
};

/** Puts a value of any kind somewhere into a result. */
function planted(value: unknown, path: readonly number[], alien: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return alien;
  const keys = Object.keys(value);
  if (keys.length === 0) return alien;
  const key = keys[path[0] % keys.length];
  const held = (value as Record<string, unknown>)[key];
  const next = planted(held, path.slice(1), alien);
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? next : item));
  return { ...value, [key]: next };
}

describe('a report that a program made up', () => {
  it('is put into words and drawn, whatever its names and figures are', () => {
    fc.assert(
      fc.property(result, (made) => {
        const heard = read(made);
        expect(heard).toBeDefined();
        if (heard === undefined) return;
        const texts = [summarize(heard.report), formatReport(heard.report)];
        for (const found of heard.report.findings) texts.push(...Object.values(inWords(found, heard.report)));
        for (const text of texts) {
          expect(text).not.toMatch(/native code|\[object|[\u200b-\u200f\u2028-\u202e\u2060-\u206f]/);
          expect(text.length).toBeLessThan(40 * LIMITS.report);
        }
        diagnosisOf(heard.report);
      }),
      { numRuns: 4000 },
    );
  });

  it('does not stop the page while it is drawn', () => {
    fc.assert(
      fc.property(result, (made) => {
        const heard = read(made);
        expect(heard && render(<CheckReport result={heard} stale={false} />)).toContain('diagnosis');
      }),
      { numRuns: 500 },
    );
  });

  it('is refused or drawn where one of its values is of another kind', () => {
    const alien = fc.oneof(fc.anything({ maxDepth: 2, withBigInt: true, withNullPrototype: true }), word, number);
    fc.assert(
      fc.property(result, fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), alien, (made, path, value) => {
        const heard = read(planted(made, path, value));
        if (heard === undefined) return;
        formatReport(heard.report);
        render(<CheckReport result={heard} stale={false} />);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a finding whose evidence names what objects inherit', () => {
  const f = ([a, b]: number[]) => a * a + b * b;
  const real: Report = diagnoseGradient(f, ([a, b]) => [a, b], [1.5, -2.3]);
  const [first] = real.findings;

  it.each(INHERITED)('finds no word for %s', (name) => {
    for (const key of ['alternative', 'how', 'cause']) {
      for (const kind of ['factor-two', 'one-triangle', 'round-off'] as const) {
        const told = inWords({ ...first, kind, evidence: { ...first.evidence, [key]: name } }, real);
        expect(Object.values(told).join(' ')).not.toMatch(/undefined|native code|function|\[object/);
      }
    }
  });

  it('still names the other bug where it is one', () => {
    const told = inWords({ ...first, evidence: { alternative: 'sign' } }, real);
    expect(told.says).toContain('It may also be: the wrong sign.');
  });
});
