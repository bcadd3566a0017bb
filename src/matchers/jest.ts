/**
 * The matchers for Jest, in its default setup or set up for modules. Import or require this once, in a test or in
 * `setupFilesAfterEnv`; it registers itself.
 *
 * @example
 * require('gradient-checking/jest');
 * test('is the gradient', () => expect(gradient).toBeGradientOf(f, [1.5, -2.3]));
 */
import { expect } from '@jest/globals';
import { type GradientMatchers, matchers } from './matchers.ts';

export type { GradientMatcherOptions, VjpMatcherOptions } from './outcome.ts';

// The parameters of `Matchers` must be those of the declarations of Jest and of @types/jest.
declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: as it is declared there
    interface Matchers<R, T = {}> extends GradientMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends GradientMatchers<R> {}
}

expect.extend(matchers);
