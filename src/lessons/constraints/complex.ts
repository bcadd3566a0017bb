/** A real loss of complex parameters, checked by their real and imaginary parts, and four things that are called its gradient. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { titleOf } from '@/checker/words/wording.ts';

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** The parameters z and w as the check moves them. */
type Parts = { readonly re: number[]; readonly im: number[] };

const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });
const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const scaled = (a: Complex, by: number): Complex => ({ re: by * a.re, im: by * a.im });
const conjugate = ({ re, im }: Complex): Complex => ({ re, im: -im });

const A: Complex = { re: 0.8, im: -0.6 };
const B: Complex = { re: 1.1, im: 0.4 };
const AT: Parts = { re: [0.5, -0.9], im: [-0.7, 0.3] };
const SHRINK = 0.3;

const partsOf = ({ re, im }: Parts): Complex[] => re.map((value, k) => ({ re: value, im: im[k] }));

/** r = a z + w² − b */
const residual = ([z, w]: Complex[]): Complex => plus(plus(times(A, z), times(w, w)), scaled(B, -1));
/** |r|² + 0.3 |z|² */
function loss(parts: Parts): number {
  const values = partsOf(parts);
  const [r, z] = [residual(values), values[0]];
  return r.re ** 2 + r.im ** 2 + SHRINK * (z.re ** 2 + z.im ** 2);
}

/** The slopes along the real and along the imaginary parts as one complex number each: 2 ∂L/∂z̄, and the same for w. */
function slopes(values: Complex[]): Complex[] {
  const r = residual(values);
  const [z, w] = values;
  return [plus(scaled(times(conjugate(A), r), 2), scaled(z, 2 * SHRINK)), scaled(times(conjugate(w), r), 4)];
}

const CALLED: readonly (readonly [label: string, change: (slope: Complex) => Complex])[] = [
  ['∂L/∂x + i ∂L/∂y', (slope) => slope],
  ['∂L/∂x − i ∂L/∂y', conjugate],
  ['∂L/∂z̄', (slope) => scaled(slope, 1 / 2)],
  ['its real part alone', ({ re }) => ({ re, im: 0 })],
];

/** Analytic over numeric for the real and for the imaginary part of z, the verdict, and the name of the bug. */
export const conventions = CALLED.map(([called, change]) => {
  const gradient = (parts: Parts): Parts => {
    const all = slopes(partsOf(parts)).map(change);
    return { re: all.map(({ re }) => re), im: all.map(({ im }) => im) };
  };
  const { verdict, findings, elements } = diagnoseGradient(loss, gradient, { re: [...AT.re], im: [...AT.im] });
  const ratio = (name: string): number => {
    const { analytic, numeric } = elements.find((each) => each.name === name)!;
    // without the sign that 0 has in a division
    return analytic / numeric + 0;
  };
  const bug = findings.find(({ role }) => role === 'bug');
  return { called, re: ratio('re[0]'), im: ratio('im[0]'), verdict, named: bug && titleOf(bug.kind) };
});
