import { describe, expect, it } from 'vitest';
import { checkDirections, type DirectionStep, diagnoseGradient } from '../../src/checker/index.ts';
import { seededRandom } from '../../src/checker/random.ts';

/** A coupled, smooth f of n elements: sum c (x - x^3/6) + 0.1 x x'. */
function problem(n: number) {
  const random = seededRandom(n);
  const x = Float64Array.from({ length: n }, () => 2 * random() - 1);
  const c = Float64Array.from({ length: n }, () => 0.5 + random());
  const f = (p: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += c[i] * (p[i] - (p[i] * p[i] * p[i]) / 6) + (i ? 0.1 * p[i] * p[i - 1] : 0);
    return sum;
  };
  const gradient = (p: Float64Array) =>
    p.map((v, i) => c[i] * (1 - (v * v) / 2) + (i ? 0.1 * p[i - 1] : 0) + (i + 1 < n ? 0.1 * p[i + 1] : 0));
  return { x, f, gradient };
}

const broken = (gradient: (p: Float64Array) => Float64Array, bug: (g: Float64Array) => void) => (p: Float64Array) => {
  const g = gradient(p);
  bug(g);
  return g;
};

describe('checkDirections', () => {
  it('passes a right gradient of a million elements, and says how unlikely a miss is', () => {
    const { x, f, gradient } = problem(1_000_000);
    const report = checkDirections(f, gradient, x);
    expect(report.verdict).toBe('pass');
    expect(report.missProbability).toBe(2 ** -10);
    expect(report.evaluations).toBeLessThanOrEqual(200);
    // an element wrong by a thousandth of a typical one would have shown
    expect(report.detectable.element).toBeLessThan(1e-3);
  }, 120_000);

  it('names one wrong element of a million in 200 evaluations of f', () => {
    const { x, f, gradient } = problem(1_000_000);
    let calls = 0;
    const counted = (p: Float64Array) => {
      calls++;
      return f(p);
    };
    const report = checkDirections(
      counted,
      broken(gradient, (g) => g.fill(g[765_432] * 1.01, 765_432, 765_433)),
      x,
    );
    expect(report.verdict).toBe('fail');
    expect(report.wrong.map(({ name }) => name)).toEqual(['x[765432]']);
    expect(report.evaluations).toBe(calls);
    expect(calls).toBeLessThanOrEqual(200);
  }, 120_000);

  it.each([1, 2, 3])('names %i wrong elements of 4096, wherever they are', (count) => {
    const { x, f, gradient } = problem(4096);
    const places = [17, 2048, 4095].slice(0, count);
    const report = checkDirections(
      f,
      broken(gradient, (g) =>
        places.forEach((i) => {
          g[i] = -g[i];
        }),
      ),
      x,
      { maxEvaluations: 400 },
    );
    expect(report.wrong.map(({ index }) => index).sort((a, b) => a - b)).toEqual(places);
    for (const { analytic, numeric } of report.wrong) expect(numeric).toBeCloseTo(-analytic, 6);
  });

  it('sees two elements exchanged, which a direction with positive entries only would miss', () => {
    const { x, f, gradient } = problem(1024);
    const report = checkDirections(
      f,
      broken(gradient, (g) => {
        [g[5], g[900]] = [g[900], g[5]];
      }),
      x,
    );
    expect(report.wrong.map(({ index }) => index).sort((a, b) => a - b)).toEqual([5, 900]);
    expect(report.findings.map(({ kind }) => kind)).toEqual(['unknown-pattern']);
    const one = checkDirections(
      f,
      broken(gradient, (g) => g.fill(7, 5, 6)),
      x,
    );
    expect(one.findings.map(({ kind, where }) => [kind, where.elements])).toEqual([['single-element', ['x[5]']]]);
  });

  it('gives a wrong block as the elements it could name and the span that holds the rest', () => {
    const { x, f, gradient } = problem(2048);
    const report = checkDirections(
      f,
      broken(gradient, (g) => g.fill(0, 512, 1024)),
      x,
    );
    expect(report.verdict).toBe('fail');
    expect(report.evaluations).toBeLessThanOrEqual(200);
    for (const { index } of report.wrong) expect(index >= 512 && index < 1024).toBe(true);
    expect(report.suspects.length).toBeGreaterThan(0);
    const found = report.suspects.reduce((sum, { size }) => sum + size, report.wrong.length);
    expect(found).toBeGreaterThan(0.9 * 512);
    expect(report.suspects.every(({ start, size }) => start >= 512 && start + size <= 1024)).toBe(true);
    // in order, and none that could be joined to the next
    for (const [k, { start }] of report.suspects.slice(1).entries())
      expect(start).toBeGreaterThan(report.suspects[k].start + report.suspects[k].size);
    expect(report.findings[0]).toMatchObject({
      kind: 'unknown-pattern',
      evidence: { suspects: found - report.wrong.length },
    });
  });

  it('names elements of a record, and sees a small group beside a large one', () => {
    const x = {
      W: [
        [0.5, -1, 2],
        [0.25, 1, -0.5],
      ],
      b: [0.1, 0.2],
    };
    const f = (p: typeof x) =>
      1e4 * p.W.flat().reduce((s, v) => s + Math.sin(v), 0) + 1e-2 * (p.b[0] ** 2 + Math.cos(p.b[1]));
    const gradient = (p: typeof x) => ({
      W: p.W.map((row) => row.map((v) => 1e4 * Math.cos(v))),
      b: [0.02 * p.b[0], 0],
    });
    const report = checkDirections(f, gradient, x);
    expect(report.verdict).toBe('fail');
    expect(report.wrong.map(({ name }) => name)).toEqual(['b[1]']);
  });

  it('sees a light element beside heavy ones of the same group', () => {
    const weight = (i: number) => (i % 2 ? 1e-6 : 1e4);
    const x = Float64Array.from({ length: 40 }, (_, i) => 0.1 + i / 80);
    const f = (p: Float64Array) => p.reduce((sum, v, i) => sum + weight(i) * Math.sin(v), 0);
    const gradient = (p: Float64Array) => p.map((v, i) => weight(i) * Math.cos(v));
    expect(checkDirections(f, gradient, x).verdict).toBe('pass');
    const report = checkDirections(
      f,
      broken(gradient, (g) => g.fill(-g[7], 7, 8)),
      x,
    );
    expect(report.wrong.map(({ name }) => name)).toEqual(['x[7]']);
  });

  it('moves float32 groups on their own grid, beside others', () => {
    const x = { a: Float64Array.of(0.3, 0.7, 1.1), b: Float32Array.of(0.4, 0.9, 1.3) };
    type X = typeof x;
    const f = ({ a, b }: X) => a.reduce((s, v, i) => s + Math.sin(v) * Math.exp(b[i]), 0);
    const gradient = ({ a, b }: X) => ({
      a: a.map((v, i) => Math.cos(v) * Math.exp(b[i])),
      b: Array.from(b, (v, i) => Math.sin(a[i]) * Math.exp(v)) as never,
    });
    const report = checkDirections(f, gradient, x);
    expect(report.verdict).toBe('pass');
    expect(report.detectable.element).toBeLessThan(1e-2);
  });

  it('is inconclusive on a noisy f, and at a kink at x', () => {
    const { x, f, gradient } = problem(200);
    const random = seededRandom(3);
    const noisy = checkDirections((p) => f(p) + 1e-3 * (random() - 0.5), gradient, x);
    expect([noisy.verdict, noisy.findings.map(({ kind }) => kind)]).toEqual(['inconclusive', ['noise']]);
    const kink = checkDirections((p) => f(p) + Math.abs(p[3] - x[3]), gradient, x);
    expect([kink.verdict, kink.findings.map(({ kind }) => kind)]).toEqual(['inconclusive', ['kink-at-x']]);
  });

  it('is the same for the same seed, agrees with the full check, and tells each comparison', () => {
    const { x, f, gradient } = problem(300);
    const wrong = broken(gradient, (g) => {
      g[250] += 0.01;
    });
    const steps: DirectionStep[] = [];
    const report = checkDirections(f, wrong, x, { onStep: (step) => steps.push(step) });
    expect(checkDirections(f, wrong, x)).toEqual(report);
    expect(diagnoseGradient(f, wrong, x).ranking).toEqual([250]);
    const searched = steps.filter(({ part, agrees }) => part === 'search' && !agrees);
    expect(searched.every(({ start, size }) => start <= 250 && 250 < start + size)).toBe(true);
    expect(steps[steps.length - 1].evaluations).toBeLessThanOrEqual(report.evaluations);
  });

  it('never goes beyond its budget, and stops when asked', () => {
    const { x, f, gradient } = problem(100);
    for (const maxEvaluations of [0, 1, 5, 12, 20, 33]) {
      const report = checkDirections(f, gradient, x, { maxEvaluations });
      expect(report.evaluations).toBeLessThanOrEqual(maxEvaluations);
      expect(report.verdict).toBe('inconclusive');
    }
    const stop = new AbortController();
    let calls = 0;
    const report = checkDirections(
      (p) => {
        if (++calls === 30) stop.abort();
        return f(p);
      },
      gradient,
      x,
      { signal: stop.signal },
    );
    expect([calls, report.verdict, report.findings[0].kind]).toEqual([30, 'inconclusive', 'aborted']);
  });
});
