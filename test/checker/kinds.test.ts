import { describe, expect, it } from 'vitest';
import { checkDirections, diagnoseGradient, type Point, type Verdict } from '@/checker/index.ts';
import { pointCase } from '../../corpus/kinds/points.mjs';
import { precisionCase } from '../../corpus/kinds/precision.mjs';
import { trials } from '../../corpus/reports.mjs';
import { sealedCase } from '../../corpus/sealed.mjs';

interface Case {
  readonly name: string;
  readonly right: boolean;
  /** Nothing definite is possible here. */
  readonly odd?: boolean;
  readonly noDirections?: boolean;
  readonly x: number[];
  readonly f: (x: number[]) => number;
  readonly gradient: (x: number[]) => number[];
}

/** A right gradient rejected, a wrong one accepted, or a definite verdict where none is possible. */
const isWrong = ({ right, odd }: Case, verdict: Verdict): boolean =>
  odd ? verdict !== 'inconclusive' : right ? verdict === 'fail' : verdict === 'pass';

const DRAWS = 500;

describe.each([
  ['precision', precisionCase as unknown as (seed: number) => Case],
  ['points', pointCase as unknown as (seed: number) => Case],
])('random cases of %s', (kind, draw) => {
  const wrong: string[] = [];
  let undecided = 0;
  let evaluations = 0;
  let elements = 0;
  for (let seed = 1; seed <= DRAWS; seed++) {
    const each = draw(seed);
    const report = diagnoseGradient(each.f, each.gradient, each.x);
    evaluations += report.evaluations;
    elements += report.elements.length;
    if (report.verdict === 'inconclusive' && !each.odd) undecided++;
    if (isWrong(each, report.verdict)) wrong.push(`${seed} ${each.name}: ${report.verdict}`);
    if (each.noDirections) continue;
    const { verdict } = checkDirections(each.f, each.gradient, each.x);
    if (isWrong(each, verdict)) wrong.push(`${seed} ${each.name}, directions: ${verdict}`);
  }
  console.warn(
    `random cases of ${kind}, ${DRAWS} draws: wrong verdicts ${wrong.length}, undecided ${undecided}; evaluations of f per element ${(evaluations / elements).toFixed(1)}`,
  );

  it('have no wrong verdict, element by element or along directions', () => expect(wrong).toEqual([]));
});

describe('the least input of each kind that public reports have shown', () => {
  it.each(trials({ diagnoseGradient, checkDirections } as never))('$kind $what: $wanted', ({ ok, got }) =>
    expect(ok, got).toBe(true),
  );
});

describe('an f in half precision', () => {
  const halved = (bits: number) => (v: number) => {
    const unit = 2 ** (Math.floor(Math.log2(Math.abs(v) || 1)) - bits + 1);
    return Math.round(v / unit) * unit;
  };

  it.each([
    ['float16', 11],
    ['bfloat16', 8],
  ] as const)('is called %s, and a gradient of the wrong sign is still wrong', (format, bits) => {
    const round = halved(bits);
    const f = (x: number[]) => round(x.reduce((total, v) => round(total + round(v * v)), 0));
    const x = [0.75, -1.25, 1.5];
    const right = diagnoseGradient(f, (v: number[]) => v.map((each) => 2 * each), x);
    expect(right.findings.find(({ kind }) => kind === 'half-precision')?.evidence.format).toBe(format);
    expect(right.verdict).not.toBe('fail');
    expect(diagnoseGradient(f, (v: number[]) => v.map((each) => -2 * each), x).verdict).toBe('fail');
  });

  it('is not what a loss of whole numbers is: that one jumps', () => {
    const counts = (x: Point) => (x as number[]).reduce((n, v) => n + Math.round(4 * v), 0);
    const report = diagnoseGradient(counts, (v) => (v as number[]).map(() => 4), [0.6, 1.3, 2.1]);
    expect(report.findings.map(({ kind }) => kind)).not.toContain('half-precision');
    expect(report.verdict).toBe('fail');
  });
});

describe('the relative error that is let pass', () => {
  const f = (x: number[]) => x.reduce((total, v) => total + Math.exp(v), 0);
  const off = (by: number) => (x: number[]) => x.map((v) => Math.exp(v) * (1 + by));
  const x = [0.3, -1.2];

  it('is seven digits unless it is named, and stands in the report', () => {
    const report = diagnoseGradient(f, off(2 ** -26), x);
    expect(report.verdict).toBe('pass');
    expect(report.relativeFloor).toBe(2 ** -24);
    expect(report.detectable.worst).toBeGreaterThanOrEqual(2 ** -24);
  });

  it('can be lowered to what the numbers show, and raised', () => {
    expect(diagnoseGradient(f, off(2 ** -26), x, { relativeFloor: 0 }).verdict).toBe('fail');
    expect(diagnoseGradient(f, off(0), x, { relativeFloor: 0 }).verdict).toBe('pass');
    expect(diagnoseGradient(f, off(1e-4), x, { relativeFloor: 1e-3 }).verdict).toBe('pass');
    expect(checkDirections(f, off(1e-4), x, { relativeFloor: 1e-3 }).verdict).toBe('pass');
  });

  it.each([-1, 2, Number.NaN])('is refused as %d', (relativeFloor) => {
    expect(() => diagnoseGradient(f, off(0), x, { relativeFloor })).toThrow(/relativeFloor is .*0 to 1/);
  });
});

describe('the cases that nothing is tuned on', () => {
  const draws = Array.from({ length: DRAWS }, (_, k) => (sealedCase as unknown as (seed: number) => Case)(k + 1));
  const verdicts = draws.map(({ f, gradient, x }) => diagnoseGradient(f, gradient, x).verdict);
  const wrong = draws.filter((each, k) => isWrong(each, verdicts[k])).length;
  console.warn(`sealed cases, ${DRAWS} draws: wrong verdicts ${wrong}`);

  // A bound on chance, not a figure to work towards: one in a thousand is what the checker promises.
  it('have at most one wrong verdict in a hundred', () => expect(wrong).toBeLessThanOrEqual(DRAWS / 100));
});
