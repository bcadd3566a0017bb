/** A plane arm of four joints whose angles are in degrees: the squared distance of its hand from a target. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { add, scale, sum, type Vector } from './matrix.ts';

type Scope = Record<
  'lengths' | 'target' | 'theta' | 'offset' | 'turned' | 'link' | 'dtheta' | 'velocity' | 'doffset',
  Vector
> &
  Record<'degree' | 'dx' | 'dy', number>;

const data = normalData(101);

export default defineFamily<Scope>({
  id: 'robot-arm',
  title: 'Robot arm',
  shows: 'Angles in degrees, each of which turns every link after it.',
  formula: String.raw`f = \Bigl( o_x + \sum_k l_k \cos \varphi_k - x \Bigr)^2 + \Bigl( o_y + \sum_k l_k \sin \varphi_k - y \Bigr)^2,\quad \varphi_k = \theta_0 + \dots + \theta_k`,
  sizes: {},
  data: { lengths: [1.2, 0.9, 0.7, 0.4], target: [0.6, 1.1], degree: Math.PI / 180 },
  point: { theta: data.vector(4, 40), offset: data.vector(2, 0.3) },
  forward: {
    turned: (s) => s.theta.map((_, k) => sum(s.theta.slice(0, k + 1)) * s.degree),
    dx: (s) => s.offset[0] + sum(s.lengths.map((l, k) => l * Math.cos(s.turned[k]))) - s.target[0],
    dy: (s) => s.offset[1] + sum(s.lengths.map((l, k) => l * Math.sin(s.turned[k]))) - s.target[1],
  },
  loss: (s) => s.dx * s.dx + s.dy * s.dy,
  backward: {
    link: (s) => s.lengths.map((l, k) => 2 * l * (s.dy * Math.cos(s.turned[k]) - s.dx * Math.sin(s.turned[k]))),
    dtheta: (s) => s.link.map((_, j) => sum(s.link.slice(j)) * s.degree),
    doffset: (s) => [2 * s.dx, 2 * s.dy],
  },
  gradient: (s) => ({ theta: s.dtheta, offset: s.doffset }),
  bugs: [
    {
      id: 'degrees',
      title: 'The slope by radians',
      kind: 'degrees',
      explanation: 'The angles are in degrees; the derivative of the sine of degrees carries a factor π/180.',
      wrong: { dtheta: (s) => s.link.map((_, j) => sum(s.link.slice(j))) },
    },
    {
      id: 'links-before',
      title: 'The links before the joint',
      kind: 'unknown-pattern',
      explanation: 'A joint turns the links after it; here those up to it were summed.',
      wrong: { dtheta: (s) => s.link.map((_, j) => sum(s.link.slice(0, j + 1)) * s.degree) },
    },
    {
      id: 'offset-swapped',
      title: 'Across and up exchanged',
      kind: 'swapped',
      explanation: 'The two components of the offset have changed places.',
      wrong: { doffset: (s) => [2 * s.dy, 2 * s.dx] },
    },
    {
      id: 'momentum',
      title: 'A momentum kept between calls',
      kind: 'not-repeatable',
      explanation: 'An update rule crept into the gradient: what it returns depends on the calls before.',
      keeps: () => ({ velocity: [0, 0, 0, 0] }),
      wrong: {
        dtheta: (s) => {
          s.velocity = add(
            scale(s.velocity, 0.9),
            s.link.map((_, j) => sum(s.link.slice(j)) * s.degree),
          );
          return s.velocity;
        },
      },
    },
  ],
});
