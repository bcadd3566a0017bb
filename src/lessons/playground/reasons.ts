/** Why a number is not there, in words. */
import type { NoTruth } from '@/expression/run/truth.ts';

export const NO_TRUTH: Readonly<Record<NoTruth | 'not-finite', string>> = {
  kink: 'a kink: no one slope',
  jump: 'a jump: no slope',
  infinite: 'infinite',
  undefined: 'not defined here',
  cancellation: 'lost in 64 digits',
  'too-slow': 'took too long',
  'not-finite': 'x is not finite',
};
