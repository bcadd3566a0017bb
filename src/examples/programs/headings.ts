/** Headings of a robot on its way round, from measured turns. Thrun, Burgard and Fox, Probabilistic Robotics, chapter 11. */
import { defineFamily } from './family.ts';
import { dot, map, subtract, type Vector } from './matrix.ts';

type Scope = Record<'theta' | 'compass' | 'off' | 'dtheta', Vector> & Record<'wrap', (angle: number) => number>;

export default defineFamily<Scope>({
  id: 'headings',
  title: 'Headings',
  shows: 'Angles, of which two that are nearly the same may differ by a whole turn.',
  formula: String.raw`f(\theta) = \frac12 \sum_i \operatorname{wrap}(\theta_i - c_i)^2`,
  sizes: {},
  data: { compass: [0.4, 1.9, -3, 3.1, -1.2], wrap: (angle) => Math.atan2(Math.sin(angle), Math.cos(angle)) },
  point: { theta: [0.7, 1.6, 2.9, -2.8, -0.9] },
  forward: {
    off: (s) => map(subtract(s.theta, s.compass), s.wrap),
  },
  loss: (s) => 0.5 * dot(s.off, s.off),
  backward: {
    dtheta: (s) => s.off,
  },
  gradient: (s) => ({ theta: s.dtheta }),
  bugs: [
    {
      id: 'not-wrapped',
      title: 'The plain difference of the angles',
      kind: 'not-wrapped',
      explanation:
        'Where a heading and its measurement lie on both sides of half a turn, the difference is a whole turn off.',
      wrong: { dtheta: (s) => subtract(s.theta, s.compass) },
    },
  ],
});
