import { describe, expect, it } from 'vitest';
import { costs, shapes, smallest, total } from '@/lessons/ci/numbers.ts';

describe('the page on checks in CI', () => {
  it('counts the outputs of every layer, whatever structure they have', () => {
    for (const { inputs, outputs, evaluations } of costs) {
      expect(outputs).toBeGreaterThan(0);
      // two steps along each element at least
      expect(evaluations).toBeGreaterThan(2 * inputs);
    }
    // three rows of three, divided by their lengths, and the lengths
    expect(costs.find(({ title }) => title === 'Norm')?.outputs).toBe(12);
    expect(total.calls).toBe(costs.reduce((sum, each) => sum + each.evaluations + each.backward, 0));
  });

  it('shows slips that one sample cannot show, and two can', () => {
    for (const { verdicts } of shapes.rows) expect(verdicts).toEqual(['pass', 'fail', 'fail']);
  });

  it('prints of the smallest shape that the bias is not summed over the batch', () => {
    expect(smallest[0]).toMatch(/^FAIL: The vjp is wrong in b, .*Not summed over the batch/);
  });
});
