import { describe, expect, it } from 'vitest';
import { checkDirections } from '@/checker/index.ts';

const x = { w: Array.from({ length: 40 }, (_, i) => 0.2 + i / 50), b: [0.5, -0.25] };
type X = typeof x;
const f = ({ w, b }: X) => w.reduce((sum, v) => sum + Math.sin(v), 0) + b[0] * b[1];
const gradient = ({ w, b }: X): X => ({ w: w.map(Math.cos), b: [b[1], b[0]] });

describe('the report of a check along directions', () => {
  it('says how large an error of one element, and of all together, would have shown', () => {
    const { detectable } = checkDirections(f, gradient, x);
    expect(detectable.element / detectable.total).toBeCloseTo(Math.sqrt(42), 9);
    expect(detectable.total).toBeGreaterThan(1e-10);
    expect(detectable.total).toBeLessThan(1e-6);
  });

  it('says by how much the one wrong element is off', () => {
    const wrong = (p: X) => ({ ...gradient(p), w: gradient(p).w.map((v, i) => (i === 7 ? v + 0.25 : v)) });
    const [finding] = checkDirections(f, wrong, x).findings;
    expect(finding).toMatchObject({ kind: 'single-element', where: { indices: [7], elements: ['w[7]'] } });
    expect(finding.evidence.difference).toBeCloseTo(0.25, 6);
  });

  it('is open where there is nothing to compare, for one reason', () => {
    const kinds = (loss: (p: X) => number, slopes = gradient) => {
      const { verdict, findings, detectable } = checkDirections(loss, slopes, x);
      expect(detectable.element).toBe(Number.POSITIVE_INFINITY);
      return [verdict, ...findings.map(({ kind, role }) => `${kind} ${role}`)];
    };
    expect(kinds(() => Number.NaN)).toEqual(['inconclusive', 'not-finite doubt']);
    expect(kinds(f, (p) => ({ ...gradient(p), b: [Number.NaN, 1] }))).toEqual(['fail', 'not-finite bug']);
    expect(
      kinds(f, () => {
        throw new Error('not written yet');
      }),
    ).toEqual(['fail', 'throws bug']);
  });

  it('passes a group whose slopes are claimed to be 0, where f hardly moves along it', () => {
    const flat = ({ w, b }: X) => f({ w, b: [0, 0] }) + 1e-9 * (b[0] ** 4 + b[1] ** 4);
    const still = ({ w }: X): X => ({ w: w.map(Math.cos), b: [0, 0] });
    expect(checkDirections(flat, still, { ...x, b: [0, 0] }).verdict).toBe('pass');
  });
});
