/** One upwind step of advection with diffusion, on a ring. LeVeque, Finite Volume Methods for Hyperbolic Problems, chapter 4. */
import { dot, type Vector } from '../programs/matrix.ts';
import { normalData } from '../random.ts';
import { defineLayer } from './layer.ts';

type Scope = Record<'u' | 'y' | 'v' | 'slope' | 'bend' | 'du', Vector> &
  Record<'speed' | 'spread' | 'dt', number> & { readonly at: (u: Vector, i: number) => number };

export default defineLayer<Scope>({
  id: 'time-step',
  title: 'Time step',
  shows: 'The adjoint of a step forward walks the other way. What is conserved hides that from a sum.',
  formula: String.raw`y_i = u_i - c\,\Delta t\,(u_i - u_{i-1}) + \nu\,\Delta t\,(u_{i+1} - 2 u_i + u_{i-1})`,
  sizes: {},
  data: { dt: 0.2, at: (u, i) => u[(i + u.length) % u.length] },
  point: { u: normalData(277).vector(6), speed: 1.3, spread: 0.4 },
  forward: {
    slope: (s) => s.u.map((c, i) => c - s.at(s.u, i - 1)),
    bend: (s) => s.u.map((c, i) => s.at(s.u, i + 1) - 2 * c + s.at(s.u, i - 1)),
    y: (s) => s.u.map((c, i) => c + s.dt * (s.spread * s.bend[i] - s.speed * s.slope[i])),
  },
  backward: {
    du: (s) =>
      s.v.map(
        (d, i) =>
          d + s.dt * (s.spread * (s.at(s.v, i + 1) - 2 * d + s.at(s.v, i - 1)) - s.speed * (d - s.at(s.v, i + 1))),
      ),
  },
  gradient: (s) => ({ u: s.du, speed: -s.dt * dot(s.v, s.slope), spread: s.dt * dot(s.v, s.bend) }),
  bugs: [
    {
      id: 'not-reversed',
      title: 'The adjoint walks with the wind',
      kind: 'transposed',
      explanation: 'What came from the left on the way forward goes to the left on the way back.',
      wrong: {
        du: (s) =>
          s.v.map(
            (d, i) =>
              d + s.dt * (s.spread * (s.at(s.v, i + 1) - 2 * d + s.at(s.v, i - 1)) - s.speed * (d - s.at(s.v, i - 1))),
          ),
      },
    },
    {
      id: 'diffusion-sign',
      title: 'Diffusion with the wrong sign',
      kind: 'unknown-pattern',
      explanation: 'Diffusion is its own adjoint: its sign stays. Here it is turned with that of the wind.',
      wrong: {
        du: (s) =>
          s.v.map(
            (d, i) =>
              d - s.dt * (s.spread * (s.at(s.v, i + 1) - 2 * d + s.at(s.v, i - 1)) + s.speed * (d - s.at(s.v, i + 1))),
          ),
      },
    },
    {
      id: 'time-step-forgotten',
      title: 'The time step forgotten',
      kind: 'constant-factor',
      explanation: 'The slopes of speed and spread lack the Δt that both are multiplied by.',
      wrong: { gradient: (s) => ({ u: s.du, speed: -dot(s.v, s.slope), spread: dot(s.v, s.bend) }) },
    },
    {
      id: 'speed-sign',
      title: 'The speed with the wrong sign',
      kind: 'sign',
      explanation: 'A faster wind takes more away: the slope has a minus.',
      wrong: { gradient: (s) => ({ u: s.du, speed: s.dt * dot(s.v, s.slope), spread: s.dt * dot(s.v, s.bend) }) },
    },
  ],
});
