/**
 * The least input for each kind of fault that public reports of confusing gradient checks have shown. Each stands for its
 * kind; `kinds/` draws others at random. `trials({ diagnoseGradient, checkDirections })` runs them.
 */
import { roundTo } from './kinds/rounding.mjs';

const fr = Math.fround, sum = (v) => v.reduce((a, b) => a + b, 0)
const kinds = (r, role) => r.findings.filter((f) => !role || f.role === role).map((f) => f.kind)
const seeds = (n, run) => { const t = {}; for (let seed = 1; seed <= n; seed++) { const v = run(seed); t[v] = (t[v] ?? 0) + 1 } return t }

/** @returns {{ kind: string, what: string, wanted: string, got: string, ok: boolean }[]} */
export function trials({ diagnoseGradient, checkDirections }) {
const found = []
const test = (kind, what, wanted, got, ok) => found.push({ kind: kind.trim(), what, wanted, got: typeof got === 'string' ? got : JSON.stringify(got), ok })

// 1 wrong gradient accepted by checkDirections, not seen by diagnoseGradient: an element that is 0 but for rounding
{ const x = [Math.cos(Math.PI / 2), 1, 2], f = ([a, b, c]) => (a - 0.7) ** 2 + (b - 1) ** 2 + (c - 1.3) ** 2, g = ([a, b, c]) => [2 * (a - 0.7), 2 * (b - 1), 2 * (c - 1.3)], bad = (v) => [2 * g(v)[0], g(v)[1], g(v)[2]]
  let r = checkDirections(f, bad, x); test('1a', 'x[0] = cos(pi/2), its gradient doubled, directions', 'not pass', r.verdict, r.verdict !== 'pass')
  r = diagnoseGradient(f, bad, x); test('1b', 'the same, every element', 'fail', r.verdict, r.verdict === 'fail')
  r = diagnoseGradient(f, g, x); test('1c', 'the right gradient', 'pass', `${r.verdict} ${kinds(r)}`, r.verdict === 'pass') }
// 2 right gradient rejected: float32 f, one small element among ordinary ones (fine in float64 down to 1e-12)
{ const s = fr(1e-4), x = [s, 0.5, 0.7], f = ([a, b, c]) => fr(fr(fr(1 / fr(a)) + fr(b)) + fr(c)), g = ([a]) => [-1 / (a * a), 1, 1]
  let r = diagnoseGradient(f, g, x); test('2a', '1/a + b + c in float32 at a = 1e-4', 'not fail', `${r.verdict} (numeric ${(r.elements ?? r.coordinates)[0].numeric}, true ${g(x)[0]})`, r.verdict !== 'fail')
  let t = seeds(30, (seed) => diagnoseGradient(f, g, x, { seed }).verdict); test('2b', 'the same, 30 seeds', 'no fail', t, !t.fail)
  const y = [fr(1e-3), 0.5, 0.7], h = ([a, b, c]) => fr(fr(fr(Math.sin(fr(a) / 1e-3)) + fr(b)) + fr(c)), k = ([a]) => [Math.cos(a / 1e-3) / 1e-3, 1, 1]
  t = seeds(30, (seed) => checkDirections(h, k, y, { seed }).verdict); test('2c', 'sin(1000 a) + b + c in float32 at a = 1e-3, directions, 30 seeds', 'no fail', t, !t.fail) }
// 3 right gradient rejected: half precision and bfloat16
for (const [bits, name] of [[11, 'half'], [8, 'bfloat16']]) { const q = (v) => roundTo(v, bits), f = ([v]) => q(1 / q(1 + q(Math.exp(-q(v))))), g = ([v]) => { const p = 1 / (1 + Math.exp(-v)); return [p * (1 - p)] }
  const t = seeds(40, (seed) => diagnoseGradient(f, g, [q(-2 + seed / 10)], { seed }).verdict); test('3 ', `a sigmoid in ${name}, 40 points`, 'no fail', t, !t.fail) }
// 4 wrong gradient undecided: the gradient branches at x, and its jump is taken for its rounding
{ const f = ([v]) => Math.min(v, 1), g = ([v]) => [v > 1 ? 0 : v === 1 ? -8 : 1]
  let r = diagnoseGradient(f, g, [1]); test('4a', 'min(v, 1) at 1, claims -8 between slopes 1 and 0', 'fail', `${r.verdict} (tolerance ${(r.elements ?? r.coordinates)[0].tolerance})`, r.verdict === 'fail')
  r = diagnoseGradient(([v]) => v * v, ([v]) => [Number.isInteger(v) ? 7 : 2 * v], [3]); test('4b', 'v^2 at 3, claims 7', 'fail', `${r.verdict} ${kinds(r)}`, r.verdict === 'fail')
  // and a gradient of 0 and 1 is taken for float32, so that its nudges reach 4e-7 far
  const m = (v) => Math.max(...v), h = (v) => v.map((a) => (a === m(v) ? 1 : 0))
  r = diagnoseGradient(m, h, [1, 1 + 1e-7]); test('4c', 'max(1, 1 + 1e-7), right', 'pass', `${r.verdict} ${kinds(r, 'doubt')}`, r.verdict === 'pass')
  r = diagnoseGradient(m, (v) => h(v).map((a) => 1 - a), [1, 1 + 1e-7]); test('4d', 'the same, claims the smaller', 'fail', `${r.verdict} ${kinds(r, 'doubt')}`, r.verdict === 'fail') }
// 5 kinks at 0 use up the default budget from three elements on; what is wrong behind them is not seen
{ const f = (w) => sum(w.map(Math.abs)), x = [0, 0, 0]
  let r = diagnoseGradient(f, (w) => w.map(Math.sign), x); test('5a', '|a| + |b| + |c| at 0', 'kink-at-x alone', String(kinds(r)), !kinds(r).includes('budget-exhausted'))
  r = diagnoseGradient(f, () => [0, 0, 2], x); test('5b', 'the same, claims 2 for the last', 'fail', r.verdict, r.verdict === 'fail') }
// 6 a wrong name with high confidence: an error along x is not always weight decay
{ const A = [3, 1, -2, 0.5], n = Math.sqrt(0.36 + 0.25 + 0.04 + 0.35), x = [0.6, 0.5, 0.2, Math.sqrt(0.35)].map((v) => v / n)
  const f = (p) => sum(p.map((v, i) => A[i] * v * v)), e = (p) => p.map((v, i) => 2 * A[i] * v), projected = (p) => { const c = sum(e(p).map((v, i) => v * p[i])); return e(p).map((v, i) => v - c * p[i]) }
  let r = diagnoseGradient(f, projected, x); test('6a', 'gradient projected onto the sphere (gradient . x = 0)', 'not missing-l2', `${kinds(r)} ${r.findings[0]?.confidence}`, !kinds(r).includes('missing-l2'))
  const unit = (p) => { const l = Math.sqrt(sum(p.map((v) => v * v))); return p.map((v) => v / l) }
  r = diagnoseGradient((p) => f(unit(p)), (p) => e(unit(p)), x); test('6b', 'normalisation left out of the gradient (slope . x = 0)', 'not missing-l2', `${kinds(r)} ${r.findings[0]?.confidence}`, !kinds(r).includes('missing-l2')) }
// 7 counts of a row taken for the derivative of an activation
{ const x = { T: [[0.3, -1.1, 0.7], [1.2, 0.4, -0.6], [-0.8, 0.9, 0.25]] }, count = [1, 2, 3], u = [[1, 2, -1], [0.5, -0.7, 1.1], [2, 0.3, -0.4]]
  const r = diagnoseGradient(({ T }) => sum(T.map((row, k) => count[k] * sum(row.map((v, c) => u[k][c] * Math.sin(v))))), ({ T }) => ({ T: T.map((row, k) => row.map((v, c) => u[k][c] * Math.cos(v))) }), x)
  test('7 ', 'rows divided by how often they were read: factors 1/2, 1/3', 'not activation-derivative', String(kinds(r)), !kinds(r).includes('activation-derivative')) }
// 8 notes and reasons that are not so
{ let r = diagnoseGradient((v) => { const m = sum(v) / v.length; return sum(v.map((a) => a - m)) }, (v) => v.map(() => 0), [0.31, -1.17, 0.72, 2.3, -0.4]); test('8a', 'sum of deviations from the mean, float64', 'no float32', String(kinds(r)), !kinds(r).includes('float32'))
  r = diagnoseGradient((v) => { const e = v.map(Math.exp), s = sum(e); return sum(e.map((a) => a / s)) }, (v) => v.map(() => 0), [0.2, -1.3, 0.9, 0.4]); test('8b', 'sum of a softmax', 'no kink', String(kinds(r)), !kinds(r).includes('kink-nearby'))
  r = diagnoseGradient(([v, w]) => Math.max(0, v + 0.5) + w * w, ([v, w]) => [v > -0.5 ? 1 : 0, 2 * w], [-1.5, 2]); const k = r.findings.find((f) => f.kind === 'kink-nearby'); test('8c', 'a dead ReLU, 1 from its kink', 'not "a kink close to x"', k ? `kink-nearby at ${k.evidence.distance}` : 'none', !k) }
return found
}
