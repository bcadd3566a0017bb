import { describe, expect, it } from 'vitest';
import { diagnoseGradient, formatReport } from '@/checker/index.ts';

const x = { w: Array.from({ length: 12 }, (_, i) => 1 + i / 10), b: [0.5], c: [0.25] };
type X = typeof x;
const f = ({ w, b, c }: X) => w.reduce((sum, v) => sum + Math.sin(v), 0) + b[0] ** 2 + c[0] ** 3;
const gradient = ({ w, b, c }: X): X => ({ w: w.map(Math.cos), b: [2 * b[0]], c: [3 * c[0] ** 2] });
/** The lines of the report, where some elements of w are wrong. */
const linesOf = (wrong: (i: number) => boolean, loss = f) =>
  formatReport(
    diagnoseGradient(
      loss,
      (p) => ({ ...gradient(p), w: gradient(p).w.map((v, i) => (wrong(i) ? v + 0.1 * (i + 1) : v)) }),
      x,
    ),
  ).split('\n');

describe('a report in words', () => {
  it('lists the wrong elements, each with its own values, the worst first', () => {
    const lines = linesOf((i) => i === 2 || i === 7);
    const listed = lines.filter((line) => /^ {2}w\[/.test(line));
    expect(listed.map((line) => line.trim().split(' ')[0])).toEqual(['w[7]', 'w[2]']);
    expect(listed[0]).toContain((Math.cos(1.7) + 0.8).toPrecision(7).replace('-', '−'));
    expect(lines).toContain('Wrong groups: w (2 of 12 elements); right: b, c.');
  });

  it('lists eight of twelve, and says how many are left', () => {
    const lines = linesOf(() => true);
    expect(lines.filter((line) => /^ {2}w\[/.test(line)).length).toBe(8);
    expect(lines).toContain('  and 4 more');
  });

  it('ends with the counts, and says where elements are undecided', () => {
    const [last] = linesOf(() => false).slice(-1);
    expect(last).toMatch(/^14 elements; \d+ evaluations of f, \d+ of the gradient; f\(x\) = /);
    const [kink] = linesOf(
      () => false,
      (p) => f(p) + Math.abs(p.b[0] - 0.5),
    ).slice(-1);
    expect(kink).toMatch(/^14 elements, 1 undecided; \d+ evaluations of f/);
  });
});
