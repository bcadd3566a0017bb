/** The numbers of the chapter “A neural network”, computed while the site is built. */
import { marches } from './march.ts';
import { deadShare, sizeAt, sizeCurve } from './weights-size.ts';

export const chain = marches();
export const sizes = sizeCurve();

const small = sizeAt(0.01);
export const tiny = { ...small, square: small.z ** 2, share: small.overAll / small.error };

const INPUTS = 1000;
/** Units whose slope is 0 in a layer of many inputs: weights of order 1, and those that keep z of order 1. */
export const wide = {
  inputs: INPUTS,
  ones: 100 * deadShare(INPUTS, 1),
  scaled: 100 * deadShare(INPUTS, 1 / Math.sqrt(INPUTS)),
};
