/** A small group with a wrong gradient beside a large one with a right gradient: what one global norm does not see. */
type Parameters = { readonly W: number[]; readonly b: number[] };

const CENTRE: Parameters = { W: [0.4, -1.2, 0.7, 1.5, -0.3, 0.9], b: [0.6, -0.8] };
const POINT: Parameters = { W: [1.1, 0.2, -0.5, 0.6, 0.8, -1], b: [-0.3, 0.9] };

const squares = (x: readonly number[], centre: readonly number[]): number =>
  x.reduce((total, value, i) => total + (value - centre[i]) ** 2 / 2, 0);

const distance = (x: readonly number[], centre: readonly number[]): number =>
  Math.hypot(...x.map((value, i) => value - centre[i]));

/**
 * A loss of six weights and two biases. Its gradient is right for the weights and 0 for the biases.
 *
 * @param share length of the biases' gradient over the length of the weights' gradient
 */
export function hiddenGroup(share: number) {
  const weight = (share * distance(POINT.W, CENTRE.W)) / distance(POINT.b, CENTRE.b);
  return {
    f: ({ W, b }: Parameters): number => squares(W, CENTRE.W) + weight * squares(b, CENTRE.b),
    gradient: ({ W }: Parameters): Parameters => ({ W: W.map((w, i) => w - CENTRE.W[i]), b: [0, 0] }),
    x: POINT,
  };
}
