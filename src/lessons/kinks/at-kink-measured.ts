/** The slopes on the two sides of a kink, as the production check finds them. Runs while the site is built. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { Slope } from '@/checker/slope/measured-slope.ts';
import { OPTIONS, type PieceAtKink } from './at-kink.ts';
import { pieceOf } from './pieces.ts';

function measure(piece: PieceAtKink): Slope {
  const { f, gradient } = pieceOf(piece);
  const report = diagnoseGradient(f, gradient, 0);
  const [{ numeric, errorBar, step, slopes }] = report.elements;
  return { value: numeric, errorBar, step, slopes: slopes!, variation: 1, shape: 'kink', noise: report.noise };
}

export const measuredAtKink = Object.fromEntries(OPTIONS.map(({ value }) => [value, measure(value)])) as Readonly<
  Record<PieceAtKink, Slope>
>;
