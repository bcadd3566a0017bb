import { describe, expect, it } from 'vitest';
import { diagnoseGradient, FINDING_KINDS, type Point } from '@/checker/index.ts';
import { bugList, type LeastExample } from '@/examples/index.ts';

const run = (code: string): unknown => new Function(`return (${code});`)();
const entries = FINDING_KINDS.map((kind) => [kind, bugList[kind]] as const);

describe('the list of bugs', () => {
  it.each(entries)('says what %s means and how it shows', (_, { meaning, signature, formula }) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/s);
    expect(signature).toMatch(/^[A-Z].*\.$/s);
    expect(formula.length).toBeGreaterThan(0);
  });

  const examples = entries.flatMap(([kind, { example }]) => (example ? [[kind, example] as const] : []));
  it.each(examples)('has a least example of %s whose code runs', (_, example: LeastExample) => {
    const f = run(example.f) as (x: unknown) => number;
    expect(Number.isFinite(f(run(example.x)))).toBe(true);
    expect(typeof run(example.gradient)).toBe('function');
  });

  it.each(examples)('has a least example of %s that the production check names so', (kind, example: LeastExample) => {
    const check = (gradient: string) =>
      diagnoseGradient<Point>(
        run(example.f) as (x: Point) => number,
        run(gradient) as (x: Point) => Point,
        run(example.x) as Point,
        example.options ? (run(example.options) as object) : {},
      );
    expect(check(example.gradient).findings.map((finding) => finding.kind)).toContain(kind);
    if (example.right) expect(check(example.right).verdict).toBe('pass');
  });
});
