/** A plane arm of four joints whose angles are in degrees: the squared distance of its hand from a target. */
import { normalData } from '../random.ts';
import { defineFamily } from './define.ts';
import { lines } from './family.ts';
import { add, map, scale, sum, type Vector } from './matrix.ts';

interface Scope {
  lengths: Vector;
  degree: number;
  target: Vector;
  theta: Vector;
  offset: Vector;
  turned: Vector;
  dx: number;
  dy: number;
  link: Vector;
  dtheta: Vector;
  doffset: Vector;
}

const line = lines<Scope>();
const data = normalData(101);
const through = (angles: Vector, j: number): Vector => angles.slice(0, j + 1);

export const robotArm = defineFamily<Scope>({
  id: 'robot-arm',
  title: 'Robot arm',
  shows: 'Angles in degrees, each of which turns every link after it.',
  formula: String.raw`f = \Bigl( o_x + \sum_k l_k \cos \varphi_k - x \Bigr)^2 + \Bigl( o_y + \sum_k l_k \sin \varphi_k - y \Bigr)^2,\quad \varphi_k = \theta_0 + \dots + \theta_k`,
  sizes: {},
  data: { lengths: [1.2, 0.9, 0.7, 0.4], target: [0.6, 1.1], degree: Math.PI / 180 },
  point: { theta: data.vector(4, 40), offset: data.vector(2, 0.3) },
  forward: [
    line('turned', 'theta.map((_, k) => sum(theta.slice(0, k + 1)) * degree)', (s) =>
      s.theta.map((_, k) => sum(through(s.theta, k)) * s.degree),
    ),
    line(
      'dx',
      'offset[0] + sum(lengths.map((l, k) => l * Math.cos(turned[k]))) - target[0]',
      (s) => s.offset[0] + sum(s.lengths.map((l, k) => l * Math.cos(s.turned[k]))) - s.target[0],
    ),
    line(
      'dy',
      'offset[1] + sum(lengths.map((l, k) => l * Math.sin(turned[k]))) - target[1]',
      (s) => s.offset[1] + sum(s.lengths.map((l, k) => l * Math.sin(s.turned[k]))) - s.target[1],
    ),
  ],
  loss: { text: 'dx * dx + dy * dy', run: (s) => s.dx * s.dx + s.dy * s.dy },
  backward: [
    line('link', 'lengths.map((l, k) => 2 * l * (dy * Math.cos(turned[k]) - dx * Math.sin(turned[k])))', (s) =>
      s.lengths.map((l, k) => 2 * l * (s.dy * Math.cos(s.turned[k]) - s.dx * Math.sin(s.turned[k]))),
    ),
    line('dtheta', 'link.map((_, j) => sum(link.slice(j)) * degree)', (s) =>
      s.link.map((_, j) => sum(s.link.slice(j)) * s.degree),
    ),
    line('doffset', '[2 * dx, 2 * dy]', (s) => [2 * s.dx, 2 * s.dy]),
  ],
  returns: { theta: 'dtheta', offset: 'doffset' },
  bugs: [
    {
      id: 'degrees',
      title: 'The slope by radians',
      kind: 'degrees',
      line: 'dtheta',
      text: 'link.map((_, j) => sum(link.slice(j)))',
      run: (s) => s.link.map((_, j) => sum(s.link.slice(j))),
      explanation: 'The angles are in degrees; the derivative of the sine of degrees carries a factor π/180.',
    },
    {
      id: 'links-before',
      title: 'The links before the joint',
      kind: 'unknown-pattern',
      line: 'dtheta',
      text: 'link.map((_, j) => sum(link.slice(0, j + 1)) * degree)',
      run: (s) => s.link.map((_, j) => sum(through(s.link, j)) * s.degree),
      explanation: 'A joint turns the links after it; here those up to it were summed.',
    },
    {
      id: 'offset-swapped',
      title: 'Across and up exchanged',
      kind: 'swapped',
      line: 'doffset',
      text: '[2 * dy, 2 * dx]',
      run: (s) => [2 * s.dy, 2 * s.dx],
      explanation: 'The two components of the offset have changed places.',
    },
    {
      id: 'momentum',
      title: 'A momentum kept between calls',
      kind: 'not-repeatable',
      line: 'dtheta',
      shown:
        'velocity = add(scale(velocity, 0.9), link.map((_, j) => sum(link.slice(j)) * Math.PI / 180)); const dtheta = velocity;',
      make: (right) => {
        let velocity: Vector = [0, 0, 0, 0];
        return (point) => {
          const slope = right(point) as { theta: Vector; offset: Vector };
          velocity = add(
            scale(velocity, 0.9),
            map(slope.theta, (v) => v),
          );
          return { theta: velocity, offset: slope.offset };
        };
      },
      explanation: 'An update rule crept into the gradient: what it returns depends on the calls before.',
    },
  ],
});
