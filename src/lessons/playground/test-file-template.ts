// @ts-nocheck: run by vitest, which strips the types
// Made by the playground of “Gradient Checking, Live”.
// Put it beside the site's checker.mjs and run: npx vitest run gradient.test.ts
import * as vitest_ from 'vitest';
import * as checker_ from './checker.mjs';

// [the program]

vitest_.test('the gradient is that of the loss', () => {
  const options_ = typeof sizes === 'undefined' ? {} : { sizes };
  const { loss, gradient, x } = pair_();
  const report_ = checker_.diagnoseGradient(loss, gradient, x, options_);
  // an inconclusive check fails as well: nothing was shown to be right
  vitest_.expect(report_.verdict, checker_.formatReport(report_)).toBe('pass');
});
