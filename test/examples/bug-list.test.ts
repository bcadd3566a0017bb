import { describe, expect, it } from 'vitest';
import { diagnoseGradient, FINDING_KINDS } from '@/checker/index.ts';
import { gradientOf, type LeastExample } from '@/examples/bug-list/entry.ts';
import { bugList } from '@/examples/bug-list/index.ts';

const entries = FINDING_KINDS.map((kind) => [kind, bugList[kind]] as const);

describe('the list of bugs', () => {
  it.each(entries)('says what %s means and how it shows', (_, { meaning, signature, formula }) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/s);
    expect(signature).toMatch(/^[A-Z].*\.$/s);
    expect(formula.length).toBeGreaterThan(0);
  });

  const examples = entries.flatMap(([kind, { example }]) => (example ? [[kind, example] as const] : []));
  it.each(examples)('has a least example of %s that the production check names so', (kind, example: LeastExample) => {
    const { f, right, x, options } = example;
    const report = diagnoseGradient(f, gradientOf(example), x, options);
    expect(report.findings.map((finding) => finding.kind)).toContain(kind);
    if (right) expect(diagnoseGradient(f, right, x).verdict).toBe('pass');
  });
});
