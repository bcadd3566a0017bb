import { describe, expect, it } from 'vitest';
import { junit } from '@/command/core/junit.ts';
import { outputOf } from '@/command/core/output.ts';

const outcome = (verdict: 'pass' | 'fail' | 'inconclusive') =>
  ({ outcome: { verdict, summary: 'a < b', text: 'a < b & "c"\u0000\n\u001b[31m' }, json: undefined }) as const;

describe('the result as JUnit XML', () => {
  it.each([
    [outcome('pass'), 'failures="0" errors="0"', '<system-out>a &lt; b &amp; "c"'],
    [outcome('fail'), 'failures="1" errors="0"', '<failure type="fail" message="a &lt; b">a &lt; b'],
    [outcome('inconclusive'), 'failures="1" errors="0"', '<failure type="inconclusive"'],
    [
      { cannotRun: 'why\nmore' },
      'failures="0" errors="1"',
      '<error type="could not run" message="why">why\nmore</error>',
    ],
  ] as const)('counts and tells: %j', (result, counts, told) => {
    const { xml } = outputOf(result, 'model.ts', 0.25, false);
    expect(xml).toContain(`<testsuite name="gradient-check" tests="1" ${counts} skipped="0" time="0.250">`);
    expect(xml).toContain('<testcase classname="gradient-check" name="model.ts" time="0.250">');
    expect(xml).toContain(told);
  });

  it('has nothing in it that XML forbids', () => {
    const text = 'a\u0000b\u001b[31m\ud800"<&>';
    const problem = { tag: 'failure', type: 'fail', message: `${text}\n` } as const;
    const xml = junit({ name: text, seconds: 1, problem, text });
    for (const mark of ['\u0000', '\u001b']) expect(xml).not.toContain(mark);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).toContain('message="a\ufffdb\ufffd[31m\ufffd&quot;&lt;&amp;&gt;&#10;"');
  });
});
