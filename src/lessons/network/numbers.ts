/** The numbers of the chapter “A neural network”, computed while the site is built. */
import { initialState } from '@/input/url-state.ts';
import { type March, marches } from './march.ts';
import { networkModel } from './model.ts';
import { planeAfter } from './plane.ts';
import { fields as planeFields } from './plane-state.ts';
import { fields } from './state.ts';
import { deadShare, sizeAt, sizeCurve } from './weight-size.ts';

/** Where the verdicts by group point to. */
function lookAt({ groups, reached }: March): string {
  const wrong = groups.filter((group) => group.wrong > 0);
  if (wrong.length === groups.length) return 'at the loss';
  return reached.length > 1 ? 'between the layers' : `at the line of ${wrong[0]?.name}`;
}

export const chain = marches().map((march) => ({ ...march, look: lookAt(march) }));
export const plane = planeAfter(initialState(planeFields).steps);

/** What the last figure opens with. */
export const first = networkModel(initialState(fields));

export const sizes = sizeCurve();

/** The same bug under one norm for its own group, and under one for all. */
export const norms = [1, 0.1, 0.01].map((factor) => ({ factor, ...sizeAt(factor) }));

const small = sizeAt(0.01);
export const tiny = { ...small, square: small.z ** 2 };

const INPUTS = 1000;
/** Units whose slope is 0 in a layer of many inputs: weights of order 1, and those that keep z of order 1. */
export const wide = {
  inputs: INPUTS,
  ones: 100 * deadShare(INPUTS, 1),
  scaled: 100 * deadShare(INPUTS, 1 / Math.sqrt(INPUTS)),
};
