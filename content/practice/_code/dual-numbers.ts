import { gradientCheck } from 'checker';

// A value and its slope: v + d·ε, with a symbol ε whose square is 0.
type Dual = { v: number; d: number };
const dual = (v: number, d: number): Dual => ({ v, d });
const add = (a: Dual, b: Dual) => dual(a.v + b.v, a.d + b.d);
const mul = (a: Dual, b: Dual) => dual(a.v * b.v, a.d * b.v + a.v * b.d);
const sin = (a: Dual) => dual(Math.sin(a.v), Math.cos(a.v) * a.d);
const exp = (a: Dual) => dual(Math.exp(a.v), Math.exp(a.v) * a.d);

const f = ([a, b]: Dual[]) => add(mul(sin(a), exp(b)), mul(a, b));

// One pass an element: its own slope is 1, that of the others 0.
const seed = (x: number[], i: number) => x.map((v, k) => dual(v, k === i ? 1 : 0));
const gradient = (x: number[]) => x.map((_, i) => f(seed(x, i)).d);

// Is it right? Ask the checker, which knows nothing of dual numbers.
const loss = (x: number[]) => f(x.map((v) => dual(v, 0))).v;
const { status, relativeError } = gradientCheck(loss, gradient, [1.2, 0.5]);
console.log(`gradient ${gradient([1.2, 0.5]).join(', ')}`);
console.log(`${status}  relative error ${relativeError.toExponential(2)}`);
