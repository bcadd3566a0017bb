import { expect, test } from 'vitest';
import { diagnoseGradient, formatReport } from './checker.mjs';

expect.extend({
  toBeGradientOf(gradient, loss, x, options) {
    const report = diagnoseGradient(loss, gradient, x, options);
    return {
      pass: report.verdict === 'pass',
      message: () => formatReport(report),
    };
  },
});

const loss = ([a, b]) => a * a + 3 * a * b;
const gradient = ([a, b]) => [2 * a + 3 * b, 3 * a];

test('the gradient is that of the loss', () => {
  expect(gradient).toBeGradientOf(loss, [1.5, -2.3]);
});
