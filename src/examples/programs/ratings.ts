/** Ratings as products of two tables, of users and of films. Koren, Bell and Volinsky, Matrix factorization techniques, 2009. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { columnSums, dot, type Matrix, multiply, scale, sum, type Vector } from './matrix.ts';

type Scope = Record<'U' | 'V' | 'dU' | 'dV', Matrix> & Record<'user' | 'film' | 'rating' | 'error', Vector>;

const data = normalData(131);

export default defineFamily<Scope>({
  id: 'ratings',
  title: 'Film ratings',
  shows: 'Two tables whose rows are read once for each rating, and whose slopes add up over the ratings.',
  formula: String.raw`f = \frac12 \sum_t \left( u_{i_t} \cdot v_{j_t} - r_t \right)^2`,
  sizes: { ratings: 7 },
  data: { user: [0, 1, 1, 2, 2, 2, 3], film: [0, 1, 2, 0, 1, 3, 3], rating: data.vector(7) },
  point: { U: data.matrix(4, 3), V: data.matrix(4, 3) },
  forward: {
    error: (s) => s.rating.map((r, t) => dot(s.U[s.user[t]], s.V[s.film[t]]) - r),
  },
  loss: (s) => 0.5 * sum(multiply(s.error, s.error)),
  backward: {
    dU: (s) => s.U.map((_, i) => columnSums(s.film.map((j, t) => scale(s.V[j], s.user[t] === i ? s.error[t] : 0)))),
    dV: (s) => s.V.map((_, j) => columnSums(s.user.map((i, t) => scale(s.U[i], s.film[t] === j ? s.error[t] : 0)))),
  },
  gradient: (s) => ({ U: s.dU, V: s.dV }),
  bugs: [
    {
      id: 'mean-per-user',
      title: 'A mean over each user’s ratings',
      kind: 'row-counts',
      explanation:
        'Each row was divided by how many films its user has rated; the loss is a plain sum over the ratings.',
      wrong: {
        dU: (s) =>
          s.U.map((_, i) =>
            scale(
              columnSums(s.film.map((j, t) => scale(s.V[j], s.user[t] === i ? s.error[t] : 0))),
              1 / s.user.filter((u) => u === i).length,
            ),
          ),
      },
    },
    {
      id: 'last-rating',
      title: 'Assigned where it should be added',
      kind: 'unknown-pattern',
      explanation: 'With = in place of += a row keeps the slope of its last rating alone: only U is known to be wrong.',
      wrong: {
        dU: (s) => s.U.map((_, i) => scale(s.V[s.film[s.user.lastIndexOf(i)]], s.error[s.user.lastIndexOf(i)])),
      },
    },
  ],
});
