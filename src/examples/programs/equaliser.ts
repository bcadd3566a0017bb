/** A complex filter as two real vectors, fitted to a signal: least mean squares. Widrow and others, The complex LMS algorithm, 1975. */
import { normalData } from '../random.ts';
import { defineFamily } from './family.ts';
import { add, type Matrix, matvec, mean, multiply, scale, subtract, transpose, type Vector } from './matrix.ts';

type Scope = Record<'A' | 'B', Matrix> &
  Record<'p' | 'q' | 're' | 'im' | 'errorRe' | 'errorIm' | 'dre' | 'dim', Vector>;

const data = normalData(173);

export default defineFamily<Scope>({
  id: 'equaliser',
  title: 'Complex filter',
  shows: 'A complex parameter in two parts, where a conjugate that is missing turns the sign of one of them.',
  formula: String.raw`f(c) = \frac{1}{n} \sum_{t=1}^{n} \bigl\lvert (Zc)_t - y_t \bigr\rvert^2,\quad Z = A + iB,\ c = c_{\mathrm{re}} + i\, c_{\mathrm{im}}`,
  sizes: { n: 6 },
  data: { A: data.matrix(6, 4), B: data.matrix(6, 4), p: data.vector(6), q: data.vector(6) },
  point: { re: data.vector(4), im: data.vector(4) },
  forward: {
    errorRe: (s) => subtract(subtract(matvec(s.A, s.re), matvec(s.B, s.im)), s.p),
    errorIm: (s) => subtract(add(matvec(s.A, s.im), matvec(s.B, s.re)), s.q),
  },
  loss: (s) => mean(add(multiply(s.errorRe, s.errorRe), multiply(s.errorIm, s.errorIm))),
  backward: {
    dre: (s) => scale(add(matvec(transpose(s.A), s.errorRe), matvec(transpose(s.B), s.errorIm)), 2 / 6),
    dim: (s) => scale(subtract(matvec(transpose(s.A), s.errorIm), matvec(transpose(s.B), s.errorRe)), 2 / 6),
  },
  gradient: (s) => ({ re: s.dre, im: s.dim }),
  bugs: [
    {
      id: 'conjugated',
      title: 'The conjugate of the slope',
      kind: 'conjugate',
      explanation: 'The slope of the imaginary part has the other sign: what came back is the conjugate.',
      wrong: {
        dim: (s) => scale(subtract(matvec(transpose(s.B), s.errorRe), matvec(transpose(s.A), s.errorIm)), 2 / 6),
      },
    },
    {
      id: 'conjugate-forgotten',
      title: 'Multiplied by Z where its conjugate belongs',
      kind: 'unknown-pattern',
      explanation:
        'The adjoint of a complex matrix is its conjugate transpose. Without the conjugate the parts mix wrongly.',
      wrong: {
        dre: (s) => scale(subtract(matvec(transpose(s.A), s.errorRe), matvec(transpose(s.B), s.errorIm)), 2 / 6),
      },
    },
  ],
});
