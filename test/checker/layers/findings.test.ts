import { describe, expect, it } from 'vitest';
import {
  diagnoseJacobian,
  diagnoseVjp,
  explainFinding,
  formatLayerReport,
  type LayerReport,
  nextStep,
} from '@/checker/index.ts';

const kinds = ({ findings }: LayerReport) => findings.map(({ kind }) => kind);
const x = { w: [0.4, -1.1, 0.7], s: 1.3 };
type X = typeof x;
const F = ({ w, s }: X) => w.map((v) => Math.sin(v) * s);
const vjp = ({ w, s }: X, v: number[]): X => ({
  w: w.map((q, i) => v[i] * Math.cos(q) * s),
  s: w.reduce((sum, q, i) => sum + v[i] * Math.sin(q), 0),
});

describe('a vjp that breaks its contract', () => {
  it('ignores v in one group: that group is named, and the other is right', () => {
    const report = diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), w: vjp(p, [1, 1, 1]).w }), x);
    expect(report.findings[0]).toMatchObject({ kind: 'ignores-cotangent', role: 'bug', where: { groups: ['w'] } });
    expect(report.groups.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
    expect(explainFinding(report.findings[0])).toContain('whatever v is');
  });

  it('adds a term without v: not linear, and v = 0 shows it', () => {
    const report = diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), s: vjp(p, v).s + 0.1 * p.s }), x);
    expect(report.findings[0]).toMatchObject({ kind: 'not-linear', where: { groups: ['s'] } });
    expect(report.findings[0].evidence.atZero).toBeCloseTo(0.13, 10);
    expect(nextStep(report.findings[0])).toContain('factor once');
  });

  it('takes the size of v: not linear although v = 0 gives 0, and right at every unit vector', () => {
    const report = diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), w: vjp(p, v.map(Math.abs)).w }), x);
    expect(report.findings[0]).toMatchObject({ kind: 'not-linear', where: { groups: ['w'] } });
    expect(report.verdict).toBe('fail');
  });

  it('a factor is no broken contract', () => {
    const report = diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), w: vjp(p, v).w.map((q) => 2 * q) }), x);
    expect(kinds(report)).toEqual(['factor-two']);
  });

  it('changes v', () => {
    const report = diagnoseVjp(
      F,
      (p, v) => {
        const answer = vjp(p, v);
        v.fill(0);
        return answer;
      },
      x,
    );
    expect(report.findings[0]).toMatchObject({ kind: 'mutates-x', evidence: { what: 'v' } });
    expect(explainFinding(report.findings[0])).toBe('A call of the vjp changes v.');
  });

  it('accumulates in one group alone', () => {
    const kept = { s: 0 };
    const report = diagnoseVjp(
      F,
      (p, v) => {
        const answer = vjp(p, v);
        kept.s += answer.s;
        return { ...answer, s: kept.s };
      },
      x,
    );
    expect(report.findings[0]).toMatchObject({ kind: 'accumulates', where: { groups: ['s'] } });
    expect(report.groups.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('changes from call to call in one group, and only rounds otherwise in another, however large that is', () => {
    for (const unit of [1e-6, 1, 1e6]) {
      const kept = { s: 0, calls: 0 };
      const report = diagnoseVjp(
        (p: X) => F(p).map((y) => unit * y),
        (p, v: number[]) => {
          const answer = vjp(
            p,
            v.map((weight) => unit * weight),
          );
          kept.s += answer.s;
          kept.calls++;
          return { w: answer.w.map((g) => g * (1 + 1e-8 * Math.sin(kept.calls))), s: kept.s };
        },
        x,
      );
      expect(report.findings[0]).toMatchObject({ kind: 'not-repeatable', where: { groups: ['s'] } });
    }
  });

  it('leaves out a group, or returns it in another shape: both shapes are said', () => {
    const missing = diagnoseVjp(F, (p, v) => ({ w: vjp(p, v).w }) as X, x);
    expect(missing.findings[0].kind).toBe('wrong-shape');
    expect(missing.findings[0].evidence.message).toContain('has no s');
    const other = diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), w: [1, 2] }), x);
    expect(other.findings[0].evidence.message).toMatch(/shape 2, but .* has 3/);
  });

  it('never uses one of two outputs', () => {
    const heads = ({ w, s }: X) => ({ mean: w.map((v) => v * s), spread: w.map((v) => Math.exp(v)) });
    const back = ({ w, s }: X, v: { mean: number[]; spread: number[] }): X => ({
      w: w.map((_, i) => v.mean[i] * s),
      s: w.reduce((sum, q, i) => sum + v.mean[i] * q, 0),
    });
    const report = diagnoseVjp(heads, back, x);
    expect(report.findings[0]).toMatchObject({ kind: 'ignores-cotangent', evidence: { output: 'spread' } });
    expect(report.outputs.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['mean', 'pass'],
      ['spread', 'fail'],
    ]);
    expect(report.groups.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
    expect(report.entries[0].name).toMatch(/^y\.spread\[\d\] \/ w\[\d\]$/);
  });
});

describe('a Jacobian', () => {
  const gradient = ([a, b]: number[]) => [2 * a * b, a * a + Math.cos(b)];
  const hessian = ([a, b]: number[]) => [
    [2 * b, 2 * a],
    [2 * a, -Math.sin(b)],
  ];
  const at = [1.5, -2.3];

  it('that is a Hessian is right', () => {
    expect(diagnoseJacobian(gradient, hessian, at, { symmetric: true }).verdict).toBe('pass');
  });

  it('of which one entry differs from its mirror image is not symmetric, and both are named', () => {
    const [finding] = diagnoseJacobian(
      gradient,
      ([a, b]) => [
        [2 * b, 2 * a],
        [a, -Math.sin(b)],
      ],
      at,
      { symmetric: true },
    ).findings;
    expect(finding).toMatchObject({ kind: 'not-symmetric', evidence: { entry: 'y[1] / x[0]', mirror: 'y[0] / x[1]' } });
    expect(finding.where.elements).toEqual(['x[0]']);
  });

  it('that is right, of slopes that are not symmetric, is a doubt: F is no gradient', () => {
    const report = diagnoseJacobian(
      ([a, b]: number[]) => [a * b, a],
      ([a, b]) => [
        [b, a],
        [1, 0],
      ],
      at,
      { symmetric: true },
    );
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings[0]).toMatchObject({ kind: 'not-symmetric', role: 'doubt' });
  });

  it('of another shape is told both shapes, and its transpose is recognised', () => {
    const F3 = ([a, b]: number[]) => [a * b, a + b, Math.sin(a)];
    const rows = ([a, b]: number[]) => [
      [b, a],
      [1, 1],
      [Math.cos(a), 0],
    ];
    const turned = (p: number[]) => [0, 1].map((j) => rows(p).map((row) => row[j]));
    const report = diagnoseJacobian(F3, turned, at);
    expect(kinds(report)).toEqual(['transposed', 'wrong-shape']);
    expect(report.findings[1].evidence.message).toContain('has shape 2 x 3, but F has 3 outputs and x has 2 elements');
    expect(diagnoseJacobian(F3, (p) => rows(p).slice(0, 2), at).findings.map(({ kind }) => kind)).toEqual([
      'wrong-shape',
    ]);
    expect(() => diagnoseJacobian(F3, () => 3 as never, at)).toThrow(/3 rows of 2 numbers/);
  });
});

describe('what holds for losses holds for layers', () => {
  it('a kink belongs to a single output', () => {
    const report = diagnoseVjp(
      (p: number[]) => p.map(Math.abs),
      (p, v: number[]) => p.map((q, i) => v[i] * Math.sign(q)),
      [1.2, 0, -0.4],
    );
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings[0]).toMatchObject({ kind: 'kink-at-x', evidence: { output: 'y[1]' } });
    expect(report.outputs[0]).toMatchObject({ wrong: 0, undecided: 1 });
  });

  it('an output that is not a number leaves the others to be judged', () => {
    const withNaN = (p: X) => [...F(p), Math.sqrt(-1 - p.s * p.s)];
    const right = diagnoseVjp(withNaN, (p, v: number[]) => vjp(p, v.slice(0, 3)), x);
    expect(right.verdict).toBe('inconclusive');
    expect(right.findings[0]).toMatchObject({ kind: 'not-finite', evidence: { output: 'y[3]' } });
    // nor is a vjp wrong that is not finite either
    const spoilt = diagnoseVjp(withNaN, (p, v: number[]) => ({ ...vjp(p, v.slice(0, 3)), s: Number.NaN }), x);
    expect(spoilt.verdict).toBe('inconclusive');
    expect(spoilt.findings.map(({ kind, role }) => `${kind} ${role}`)).not.toContain('not-finite bug');
    const wrong = diagnoseVjp(withNaN, (p, v: number[]) => ({ ...vjp(p, v.slice(0, 3)), s: 0 }), x);
    expect(wrong.groups.map(({ verdict }) => verdict)).toEqual(['pass', 'fail']);
  });

  it('noise in one output is said of that output', () => {
    let call = 0;
    const noisy = (p: X) => F(p).map((v, i) => (i === 1 ? v + 1e-5 * Math.sin(call++) : v));
    const report = diagnoseVjp(noisy, vjp, x);
    expect(report.verdict).toBe('inconclusive');
    expect(report.findings.find(({ kind }) => kind === 'noise')?.evidence.output).toBe('y[1]');
  });

  it('x is left as it was, and the budget is never passed', () => {
    const point = structuredClone(x);
    for (const maxEvaluations of [0, 1, 5, 20, 60, 100]) {
      const report = diagnoseVjp(F, vjp, point, { maxEvaluations });
      expect(report.evaluations).toBeLessThanOrEqual(maxEvaluations);
      expect(report.verdict).not.toBe('fail');
      if (maxEvaluations < 60) expect(kinds(report)).toContain('budget-exhausted');
    }
    expect(point).toEqual(x);
  });

  it('ends at a signal', () => {
    const stop = new AbortController();
    let calls = 0;
    const report = diagnoseVjp(
      (p: X) => {
        if (++calls === 50) stop.abort();
        return F(p);
      },
      vjp,
      x,
      { signal: stop.signal },
    );
    expect(report.evaluations).toBe(50);
    expect(kinds(report)).toContain('aborted');
    expect(report.verdict).toBe('inconclusive');
  });

  it('what F and vjp throw is in the report; bad input is thrown', () => {
    const fails = () => {
      throw new Error('no kernel');
    };
    expect(diagnoseVjp(F, fails, x).findings[0]).toMatchObject({
      kind: 'throws',
      role: 'bug',
      evidence: { message: 'no kernel' },
    });
    expect(diagnoseVjp(fails as never, vjp, x).findings[0]).toMatchObject({
      kind: 'throws',
      role: 'doubt',
      evidence: { by: 'F' },
    });
    expect(() => diagnoseVjp(F, 3 as never, x)).toThrow(/the vjp is number, not a function/);
    expect(() => diagnoseVjp(3 as never, vjp, x)).toThrow(/F is number, not a function/);
    expect(() => diagnoseJacobian(3 as never, () => [[1]], [1])).toThrow(/F is number, not a function/);
    expect(() => diagnoseJacobian((p: number[]) => p, 3 as never, [1])).toThrow(/the Jacobian is number, not a func/);
    expect(() => diagnoseVjp(() => 'three' as never, vjp, x)).toThrow(/y is the string "three"/);
    let calls = 0;
    const grows = () => Array.from({ length: calls++ === 0 ? 2 : 3 }, () => 1);
    expect(() => diagnoseVjp(grows, () => x as never, x)).toThrow(/returned 2 at x, but 3 at a point beside it/);
  });

  it('the report in English says vjp where it is one, and names both ends', () => {
    const text = formatLayerReport(diagnoseVjp(F, (p, v) => ({ ...vjp(p, v), w: vjp(p, v).w.map((q) => 2 * q) }), x));
    expect(text).toMatch(/^FAIL: The vjp is wrong in w, and right in s\. A factor of two\./);
    expect(text).toMatch(/y\[0\] \/ w\[0\]/);
    expect(text).not.toMatch(/[Tt]he gradient/);
  });
});

describe('many outputs', () => {
  const n = 6;
  const rows = Array.from({ length: 900 }, (_, i) => Array.from({ length: n }, (_v, j) => Math.sin(1 + 7 * i + 3 * j)));
  const at = [0.4, -1.1, 0.7, 1.9, -0.3, 0.8];
  const sines = (p: number[]) => rows.map((row) => Math.sin(row.reduce((s, a, j) => s + a * p[j], 0)));
  const back = (factor: (i: number, j: number) => number) => (p: number[], v: number[]) => {
    const slopes = rows.map((row) => Math.cos(row.reduce((s, a, j) => s + a * p[j], 0)));
    return p.map((_, j) => rows.reduce((s, row, i) => s + v[i] * slopes[i] * row[j] * factor(i, j), 0));
  };

  it('are compared in mixtures, with a few calls of the vjp', () => {
    const report = diagnoseVjp(
      sines,
      back(() => 1),
      at,
    );
    expect(report).toMatchObject({ verdict: 'pass', full: false, outputCount: 900 });
    expect(report.vjpEvaluations).toBeLessThan(20);
    expect(new Set(report.mixture.map(Math.sign))).toEqual(new Set([1, -1]));
  });

  it('of which one is wrong in one element of x: both ends are named', () => {
    const report = diagnoseVjp(
      sines,
      back((i, j) => (i === 417 && j === 2 ? -1 : 1)),
      at,
    );
    expect(report.entries.map(({ name }) => name)).toEqual(['y[417] / x[2]']);
    expect(report.outputs[0]).toMatchObject({ verdict: 'fail', wrong: 1 });
    expect(report.vjpEvaluations).toBeLessThan(60);
  });
});
