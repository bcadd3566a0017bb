/**
 * Ninety layers, Jacobians and Hessians with right and wrong derivatives, written before the checker was run on any of them. The fields are
 * those of open.mjs; `wrongOutputs` are the groups of y that are wrong, where not all are. Labels were confirmed by extrapolated differences.
 */
export const cases = []
const range = (n) => Array.from({ length: n }, (_, i) => i)
const numbers = (seed) => (n, scale = 1) => range(n).map(() => { seed = (seed * 48271) % 2147483647; return Math.round(scale * 4096 * (2 * (seed / 2147483647) - 1)) / 4096 })
const rows = (a, width) => range(a.length / width).map((i) => a.slice(i * width, (i + 1) * width))
const sum = (a) => a.reduce((s, v) => s + v, 0)
const dot = (a, b) => sum(a.map((v, i) => v * b[i]))
const add = (a, b) => a.map((v, i) => (typeof v === 'number' ? v + b[i] : add(v, b[i])))
const mul = (a, b) => a.map((v, i) => (typeof v === 'number' ? v * (typeof b === 'number' ? b : b[i]) : mul(v, typeof b === 'number' ? b : b[i])))
const T = (A) => A[0].map((_, j) => A.map((r) => r[j]))
const mv = (A, v) => A.map((r) => dot(r, v))
const mm = (A, B) => A.map((r) => mv(T(B), r))
const outer = (a, b) => a.map((p) => b.map((q) => p * q))
const zero = (a) => (typeof a === 'number' ? 0 : a.map(zero))
const sg = (z) => 1 / (1 + Math.exp(-z))
const softmax = (r) => { const e = r.map((v) => Math.exp(v - Math.max(...r))); return e.map((v) => v / sum(e)) }
const colSum = (V) => V[0].map((_, j) => sum(V.map((r) => r[j])))
const right = (id, make, more = {}) => cases.push({ id, expect: ['pass'], make, ...more })
const wrong = (id, groups, make, more = {}) => cases.push({ id, expect: ['fail'], wrongGroups: groups, make, ...more })

// ---- 1. linear over a batch: Y = X W + b
{
  const r = numbers(101), x = { X: rows(r(12), 3), W: rows(r(6), 2), b: r(2) }
  const F = ({ X, W, b }) => mm(X, W).map((y) => add(y, b))
  const vjp = (bug) => ({ X, W, b }, V) => ({
    X: bug === 'no-transpose-scale' ? mul(mm(V, T(W)), 0.5) : mm(V, T(W)),
    W: bug === 'mean' ? mul(mm(T(X), V), 1 / 4) : mm(T(X), V),
    b: bug === 'first-row' ? [...V[0]] : bug === 'bias-mean' ? mul(colSum(V), 1 / 4) : bug === 'batch-size' ? b.map(() => 4) : bug === 'bias-swapped' ? [...colSum(V)].reverse() : colSum(V),
  })
  right('linear', () => ({ F, vjp: vjp(), x }))
  wrong('linear-bias-first-row', ['b'], () => ({ F, vjp: vjp('first-row'), x }))
  wrong('linear-bias-mean', ['b'], () => ({ F, vjp: vjp('bias-mean'), x }), { kinds: ['missing-mean', 'constant-factor'] })
  wrong('linear-bias-batch-size', ['b'], () => ({ F, vjp: vjp('batch-size'), x }), { kinds: ['ignores-cotangent', 'not-linear'], blind: true })
  wrong('linear-weights-mean', ['W'], () => ({ F, vjp: vjp('mean'), x }), { kinds: ['missing-mean', 'constant-factor'] })
  wrong('linear-half-input', ['X'], () => ({ F, vjp: vjp('no-transpose-scale'), x }), { kinds: ['factor-two'] })
  wrong('linear-bias-swapped', ['b'], () => ({ F, vjp: vjp('bias-swapped'), x }), { kinds: ['swapped', 'reversed', 'off-by-one'], blind: true })
}
// ---- 2. softmax over rows
{
  const x = rows(numbers(102)(12, 2), 4), F = (x) => x.map(softmax)
  const back = (bug) => (x, V) => x.map((r, i) => { const p = softmax(r), s = dot(p, V[i]); return p.map((q, j) => bug === 'diagonal' ? V[i][j] * q * (1 - q) : bug === 'no-sum' ? V[i][j] * q : bug === 'sign' ? q * (s - V[i][j]) : q * (V[i][j] - s)) })
  right('softmax', () => ({ F, vjp: back(), x }))
  wrong('softmax-diagonal-only', ['x'], () => ({ F, vjp: back('diagonal'), x }))
  wrong('softmax-without-sum', ['x'], () => ({ F, vjp: back('no-sum'), x }))
  wrong('softmax-sign', ['x'], () => ({ F, vjp: back('sign'), x }), { kinds: ['sign'], blind: true })
  const L = (x) => x.map((r) => softmax(r).map(Math.log))
  right('log-softmax', () => ({ F: L, vjp: (x, V) => x.map((r, i) => { const p = softmax(r), s = sum(V[i]); return p.map((q, j) => V[i][j] - q * s) }), x }))
  wrong('log-softmax-times-one', ['x'], () => ({ F: L, vjp: (x, V) => x.map((r, i) => softmax(r).map((q, j) => V[i][j] - q)), x }), { kinds: ['not-linear'] })
}
// ---- 3. layer norm with gain
{
  const r = numbers(103), x = { x: rows(r(15, 2), 5), gain: r(5).map((v) => 1 + v / 3), bias: r(5) }
  const stats = (row) => { const m = sum(row) / 5, c = row.map((v) => v - m), s = 1 / Math.sqrt(sum(c.map((v) => v * v)) / 5 + 1e-5); return { s, h: c.map((v) => v * s) } }
  const F = ({ x, gain, bias }) => x.map((row) => stats(row).h.map((v, j) => v * gain[j] + bias[j]))
  const vjp = (bug) => ({ x, gain }, V) => {
    const st = x.map(stats)
    return {
      x: V.map((v, i) => { const { s, h } = st[i], g = v.map((q, j) => q * (bug === 'gain' ? 1 : gain[j])), a = sum(g) / 5, b = dot(g, h) / 5; return g.map((q, j) => s * (q - (bug === 'mean' ? 0 : a) - (bug === 'variance' ? 0 : h[j] * b))) }),
      gain: colSum(V.map((v, i) => v.map((q, j) => q * (bug === 'raw' ? x[i][j] : st[i].h[j])))),
      bias: colSum(V),
    }
  }
  right('layer-norm', () => ({ F, vjp: vjp(), x }))
  for (const [bug, g] of [['mean', 'x'], ['variance', 'x'], ['gain', 'x'], ['raw', 'gain']]) wrong(`layer-norm-${bug}`, [g], () => ({ F, vjp: vjp(bug), x }), bug === 'mean' ? { kinds: ['constant-offset', 'projected', 'normalisation'] } : { })
}
// ---- 4. convolution 2-d, one channel, valid
{
  const r = numbers(104), x = { im: rows(r(25), 5), k: rows(r(9), 3) }
  const F = ({ im, k }) => range(3).map((i) => range(3).map((j) => sum(range(9).map((q) => im[i + Math.floor(q / 3)][j + q % 3] * k[Math.floor(q / 3)][q % 3]))))
  const vjp = (bug) => ({ im, k }, V) => {
    const dim = zero(im), dk = zero(k)
    for (const i of range(3)) for (const j of range(3)) for (const p of range(3)) for (const q of range(3)) {
      const [fp, fq] = bug === 'flip' ? [2 - p, 2 - q] : [p, q]
      dim[i + p][j + q] += V[i][j] * k[fp][fq]
      if (!(bug === 'edge' && i === 2)) dk[p][q] += V[i][j] * im[i + p][j + q]
    }
    return { im: dim, k: dk }
  }
  right('conv2d', () => ({ F, vjp: vjp(), x }))
  wrong('conv2d-kernel-flipped', ['im'], () => ({ F, vjp: vjp('flip'), x }))
  wrong('conv2d-last-row-left-out', ['k'], () => ({ F, vjp: vjp('edge'), x }), { notes: 'the third row of outputs has no share in dk' })
}
// ---- 5. pooling
{
  const r = numbers(105), x = rows(r(16), 4)
  const win = (x, i, j) => [[0, 0], [0, 1], [1, 0], [1, 1]].map(([a, b]) => [2 * i + a, 2 * j + b]).map(([p, q]) => ({ p, q, v: x[p][q] }))
  const FM = (x) => range(2).map((i) => range(2).map((j) => Math.max(...win(x, i, j).map(({ v }) => v))))
  const max = (bug) => (x, V) => { const d = zero(x); for (const i of range(2)) for (const j of range(2)) { const w = win(x, i, j), m = Math.max(...w.map(({ v }) => v)); for (const { p, q, v } of w) if (bug === 'all' || v === m) d[p][q] += V[i][j] } return d }
  right('max-pool', () => ({ F: FM, vjp: max(), x }))
  wrong('max-pool-to-all', ['x'], () => ({ F: FM, vjp: max('all'), x }), { kinds: ['unused-parameter'] })
  const FA = (x) => range(2).map((i) => range(2).map((j) => sum(win(x, i, j).map(({ v }) => v)) / 4))
  right('mean-pool', () => ({ F: FA, vjp: (x, V) => x.map((r, p) => r.map((_, q) => V[p >> 1][q >> 1] / 4)), x }))
  wrong('mean-pool-undivided', ['x'], () => ({ F: FA, vjp: (x, V) => x.map((r, p) => r.map((_, q) => V[p >> 1][q >> 1])), x }), { kinds: ['missing-mean', 'constant-factor'] })
  const tie = [[1, 1, 0.5, 2], [0.3, 0.2, 1, 0], [4, 1, 2, 2.5], [3, 0, 1, 1]]
  cases.push({ id: 'max-pool-tie', expect: ['inconclusive'], kink: true, kinds: ['kink-at-x'], make: () => ({ F: FM, vjp: (x, V) => { const d = zero(x); for (const i of range(2)) for (const j of range(2)) { const w = win(x, i, j), m = Math.max(...w.map(({ v }) => v)), f = w.find(({ v }) => v === m); d[f.p][f.q] += V[i][j] } return d }, x: tie }) })
}
// ---- 6. attention, one head
{
  const r = numbers(106), x = { Q: rows(r(12), 4), K: rows(r(16), 4), V: rows(r(12), 3) }, c = 1 / 2
  const P = ({ Q, K }) => mm(Q, T(K)).map((s) => softmax(s.map((v) => v * c)))
  const F = (p) => mm(P(p), p.V)
  const vjp = (bug) => (p, G) => {
    const A = P(p), dA = mm(G, T(p.V)), dS = A.map((a, i) => { const s = dot(a, dA[i]); return a.map((q, j) => q * (dA[i][j] - s)) }), k = bug === 'scale' ? 1 : c
    return { Q: mul(mm(dS, p.K), k), K: mul(mm(T(dS), p.Q), bug === 'k-scale' ? 1 : k), V: mm(T(bug === 'detached' ? zero(A) : A), G) }
  }
  right('attention', () => ({ F, vjp: vjp(), x }))
  wrong('attention-scale', ['Q', 'K'], () => ({ F, vjp: vjp('scale'), x }), { kinds: ['factor-two', 'missing-mean', 'constant-factor'] })
  wrong('attention-values-detached', ['V'], () => ({ F, vjp: vjp('detached'), x }), { kinds: ['zeroed-group'] })
  wrong('attention-keys-scale', ['K'], () => ({ F, vjp: vjp('k-scale'), x }), { kinds: ['factor-two', 'missing-mean', 'constant-factor'] })
}
// ---- 7. LSTM cell: y = { h, c }
{
  const r = numbers(107), H = 2, x = { x: r(3), h: r(H), c: r(H), W: rows(r(8 * 5), 5), b: r(8) }
  const gates = ({ x, h, c, W, b }) => { const z = add(mv(W, [...x, ...h]), b), [i, f, g, o] = rows(z, H).map((a, k) => a.map(k === 2 ? Math.tanh : sg)), n = c.map((v, j) => f[j] * v + i[j] * g[j]); return { i, f, g, o, n } }
  const F = (p) => { const { o, n } = gates(p); return { h: n.map((v, j) => o[j] * Math.tanh(v)), c: n } }
  const vjp = (bug) => (p, V) => {
    const { i, f, g, o, n } = gates(p)
    const dn = n.map((v, j) => (bug === 'c-lost' ? 0 : V.c[j]) + V.h[j] * o[j] * (1 - Math.tanh(v) ** 2))
    const dz = [n.map((_, j) => dn[j] * g[j] * i[j] * (1 - i[j])), n.map((_, j) => dn[j] * p.c[j] * f[j] * (1 - f[j])), n.map((_, j) => dn[j] * i[j] * (bug === 'tanh' ? g[j] * (1 - g[j]) : 1 - g[j] ** 2)), n.map((v, j) => V.h[j] * Math.tanh(v) * o[j] * (1 - o[j]))].flat()
    const dxh = mv(T(p.W), dz)
    return { x: dxh.slice(0, 3), h: dxh.slice(3), c: dn.map((v, j) => v * (bug === 'gate' ? i[j] : f[j])), W: outer(dz, [...p.x, ...p.h]), b: dz }
  }
  right('lstm-cell', () => ({ F, vjp: vjp(), x }))
  wrong('lstm-cell-state-lost', ['x', 'h', 'c', 'W', 'b'], () => ({ F, vjp: vjp('c-lost'), x }), { wrongOutputs: ['c'], kinds: ['ignores-cotangent'] })
  wrong('lstm-candidate-as-sigmoid', ['x', 'h', 'W', 'b'], () => ({ F, vjp: vjp('tanh'), x }))
  wrong('lstm-cell-by-input-gate', ['c'], () => ({ F, vjp: vjp('gate'), x }))
}
// ---- 8. broadcasting and shapes
{
  const r = numbers(108), x = { A: rows(r(12), 4), s: r(4), t: 0.7 }
  const F = ({ A, s, t }) => A.map((row) => row.map((v, j) => v * s[j] + t))
  const vjp = (bug) => ({ A, s }, V) => ({ A: V.map((v) => v.map((q, j) => q * s[j])), s: bug === 'rows' ? V.map((v, i) => v.map((q, j) => q * A[i][j])) : colSum(V.map((v, i) => v.map((q, j) => q * A[i][j]))), t: bug === 't' ? V[0][0] * 12 : sum(V.map(sum)) })
  right('broadcast', () => ({ F, vjp: vjp(), x }))
  wrong('broadcast-not-summed', ['s'], () => ({ F, vjp: vjp('rows'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('broadcast-one-times-count', ['t'], () => ({ F, vjp: vjp('t'), x }))
  wrong('group-missing', ['t'], () => ({ F, vjp: (p, V) => { const { A, s } = vjp()(p, V); return { A, s } }, x }), { kinds: ['wrong-shape'] })
}
// ---- 9. normalise a vector; the length
{
  const x = numbers(109)(5, 2), n = (x) => Math.sqrt(dot(x, x))
  right('unit-vector', () => ({ F: (x) => mul(x, 1 / n(x)), vjp: (x, v) => { const m = n(x), u = mul(x, 1 / m), s = dot(u, v); return u.map((q, i) => (v[i] - q * s) / m) }, x }))
  wrong('unit-vector-length-fixed', ['x'], () => ({ F: (x) => mul(x, 1 / n(x)), vjp: (x, v) => mul(v, 1 / n(x)), x }), { kinds: ['normalisation', 'projected'] })
  right('length', () => ({ F: n, vjp: (x, v) => mul(x, v / n(x)), x }))
  wrong('length-ignores-v', ['x'], () => ({ F: n, vjp: (x) => mul(x, 1 / n(x)), x }), { kinds: ['ignores-cotangent', 'not-linear'], blind: true })
  cases.push({ id: 'length-at-zero', expect: ['inconclusive'], kink: true, make: () => ({ F: n, vjp: (x) => x.map(() => 0), x: [0, 0, 0] }) })
}
// ---- 10. Cholesky of a 2 x 2, solve of a 2 x 2
{
  const x = { A: [[2.1, 0.4], [-0.3, 1.7]], b: [0.8, -1.2] }
  const solve = (A, b) => { const d = A[0][0] * A[1][1] - A[0][1] * A[1][0]; return [(A[1][1] * b[0] - A[0][1] * b[1]) / d, (A[0][0] * b[1] - A[1][0] * b[0]) / d] }
  const F = ({ A, b }) => solve(A, b)
  const vjp = (bug) => ({ A, b }, v) => { const y = solve(A, b), w = solve(bug === 'not-transposed' ? A : T(A), v); return { A: bug === 'turned' ? mul(outer(y, w), -1) : mul(outer(w, y), bug === 'sign' ? 1 : -1), b: w } }
  right('solve', () => ({ F, vjp: vjp(), x }))
  wrong('solve-not-transposed', ['A', 'b'], () => ({ F, vjp: vjp('not-transposed'), x }))
  wrong('solve-sign', ['A'], () => ({ F, vjp: vjp('sign'), x }), { kinds: ['sign'] })
  wrong('solve-outer-turned', ['A'], () => ({ F, vjp: vjp('turned'), x }), { kinds: ['transposed', 'swapped'] })
}
// ---- 11. a time step (Heun) of the Lotka-Volterra equations, with its parameters
{
  const x = { u: [1.1, 0.6], k: [0.9, 0.5, 0.4, 0.7] }, h = 0.25
  const f = ([a, b], [p, q, r, s]) => [p * a - q * a * b, r * a * b - s * b]
  const fu = ([a, b], [p, q, r, s]) => [[p - q * b, -q * a], [r * b, r * a - s]]
  const fk = ([a, b]) => [[a, -a * b, 0, 0], [0, 0, a * b, -b]]
  const F = ({ u, k }) => { const f0 = f(u, k), e = add(u, mul(f0, h)); return add(u, mul(add(f0, f(e, k)), h / 2)) }
  const vjp = (bug) => ({ u, k }, v) => {
    const e = add(u, mul(f(u, k), h)), w = mul(v, h / 2), de = mv(T(fu(e, k)), w), d0 = add(w, mul(de, h))
    return { u: add(add(v, de), mv(T(fu(u, k)), bug === 'stage' ? w : d0)), k: add(mv(T(fk(bug === 'point' ? u : e)), w), mv(T(fk(u)), d0)) }
  }
  right('heun', () => ({ F, vjp: vjp(), x }))
  wrong('heun-stage-lost', ['u'], () => ({ F, vjp: vjp('stage'), x }))
  wrong('heun-parameters-at-u', ['k'], () => ({ F, vjp: vjp('point'), x }))
}
// ---- 12. element-wise, kinks and flats
{
  const x = numbers(112)(7, 2)
  right('relu', () => ({ F: (x) => x.map((v) => Math.max(0, v)), vjp: (x, v) => x.map((q, i) => (q > 0 ? v[i] : 0)), x }))
  wrong('relu-passes-all', ['x'], () => ({ F: (x) => x.map((v) => Math.max(0, v)), vjp: (x, v) => [...v], x }), { kinds: ['unused-parameter'] })
  wrong('swish-without-product-rule', ['x'], () => ({ F: (x) => x.map((v) => v * sg(v)), vjp: (x, v) => x.map((q, i) => v[i] * sg(q)), x }), { kinds: ['activation-derivative'] })
  right('sort', () => ({ F: (x) => [...x].sort((a, b) => a - b), vjp: (x, v) => { const o = range(x.length).sort((a, b) => x[a] - x[b]), g = x.map(() => 0); o.forEach((i, k) => { g[i] = v[k] }); return g }, x }))
  wrong('sort-unsorted-gradient', ['x'], () => ({ F: (x) => [...x].sort((a, b) => a - b), vjp: (x, v) => [...v], x }), { kinds: ['swapped'], blind: true })
  right('cumsum', () => ({ F: (x) => x.map((_, i) => sum(x.slice(0, i + 1))), vjp: (x, v) => x.map((_, i) => sum(v.slice(i))), x }))
  wrong('cumsum-not-reversed', ['x'], () => ({ F: (x) => x.map((_, i) => sum(x.slice(0, i + 1))), vjp: (x, v) => x.map((_, i) => sum(v.slice(0, i + 1))), x }))
  cases.push({ id: 'relu-at-zero', expect: ['inconclusive'], kink: true, kinds: ['kink-at-x'], make: () => ({ F: (x) => x.map((v) => Math.max(0, v)), vjp: (x, v) => x.map((q, i) => (q > 0 ? v[i] : 0)), x: [1, 0, -2] }) })
  cases.push({ id: 'round-straight-through', expect: ['fail'], wrongGroups: ['x'], kinds: ['straight-through', 'unused-parameter'], make: () => ({ F: (x) => x.map((v) => Math.round(4 * v) / 4), vjp: (x, v) => [...v], x: [0.31, 1.19, -0.55] }) })
}
// ---- 13. complex multiplication, re and im as groups
{
  const r = numbers(113), x = { a: { re: r(3), im: r(3) }, b: { re: r(3), im: r(3) } }
  const F = ({ a, b }) => ({ re: a.re.map((v, i) => v * b.re[i] - a.im[i] * b.im[i]), im: a.re.map((v, i) => v * b.im[i] + a.im[i] * b.re[i]) })
  const half = (v, b, sign) => ({ re: v.re.map((q, i) => q * b.re[i] + v.im[i] * b.im[i]), im: v.re.map((q, i) => sign * (v.im[i] * b.re[i] - q * b.im[i])) })
  right('complex-product', () => ({ F, vjp: ({ a, b }, v) => ({ a: half(v, b, 1), b: half(v, a, 1) }), x }))
  wrong('complex-product-conjugated', ['a.im'], () => ({ F, vjp: ({ a, b }, v) => ({ a: half(v, b, -1), b: half(v, a, 1) }), x }), { kinds: ['conjugate', 'sign'] })
}
// ---- 14. contract
{
  const x = { w: numbers(114)(4), s: 1.3 }, F = ({ w, s }) => w.map((v) => Math.sin(v) * s)
  const good = ({ w, s }, v) => ({ w: w.map((q, i) => v[i] * Math.cos(q) * s), s: dot(w.map(Math.sin), v) })
  wrong('adds-weight-decay', ['w'], () => ({ F, vjp: (p, v) => { const g = good(p, v); return { ...g, w: add(g.w, mul(p.w, 0.1)) } }, x }), { kinds: ['not-linear', 'missing-l2'] })
  wrong('clips', ['w'], () => ({ F, vjp: (p, v) => { const g = good(p, v); return { ...g, w: g.w.map((q) => Math.max(-0.01, Math.min(0.01, q))) } }, x }), { kinds: ['not-linear'] })
  wrong('squares-v', ['w'], () => ({ F, vjp: (p, v) => ({ ...good(p, v), w: p.w.map((q, i) => v[i] ** 2 * Math.cos(q) * p.s) }), x }), { kinds: ['not-linear'] })
  cases.push({ id: 'accumulates', expect: ['fail'], kinds: ['accumulates'], make: () => { const kept = { w: [0, 0, 0, 0], s: 0 }; return { F, vjp: (p, v) => { const g = good(p, v); kept.w = add(kept.w, g.w); kept.s += g.s; return { w: [...kept.w], s: kept.s } }, x } } })
  cases.push({ id: 'changes-v', expect: ['pass', 'inconclusive'], kinds: ['mutates-x'], make: () => ({ F, vjp: (p, v) => { for (let i = 0; i < v.length; i++) v[i] *= Math.cos(p.w[i]); return { w: v.map((q) => q * p.s), s: dot(v, p.w.map(Math.tan)) } }, x }) })
  cases.push({ id: 'noise-in-one-output', expect: ['inconclusive'], kinds: ['noise'], make: () => { let k = 1; return { F: ({ w, s }) => w.map((v, i) => Math.sin(v) * s + (i === 2 ? 1e-4 * Math.sin(k++) : 0)), vjp: good, x } } })
  cases.push({ id: 'nan-in-one-output', expect: ['inconclusive'], kinds: ['not-finite'], make: () => ({ F: ({ w, s }) => [...w.map((v) => Math.sin(v) * s), Math.log(-1 - s * s)], vjp: (p, v) => good(p, v.slice(0, 4)), x }) })
  cases.push({ id: 'throws', expect: ['fail'], kinds: ['throws'], make: () => ({ F, vjp: () => { throw new Error('not implemented') }, x }) })
}
// ---- 15. outputs of very different size, offsets, float32
{
  const r = numbers(115), x = { a: r(3), b: r(3) }
  const F = ({ a, b }) => ({ big: a.map((v, i) => 1e9 * Math.exp(v) * b[i]), small: a.map((v, i) => 1e-9 * Math.sin(v * b[i])), near: a.map((v) => 1e5 + v * v) })
  const vjp = (bug) => ({ a, b }, v) => ({ a: a.map((q, i) => 1e9 * v.big[i] * Math.exp(q) * b[i] + 1e-9 * v.small[i] * Math.cos(q * b[i]) * b[i] + v.near[i] * 2 * q * (bug === 'near' ? 1.3 : 1)), b: a.map((q, i) => 1e9 * v.big[i] * Math.exp(q) + 1e-9 * v.small[i] * Math.cos(q * b[i]) * (bug === 'small' ? 2 * q : q)) })
  right('sizes', () => ({ F, vjp: vjp(), x }))
  wrong('sizes-small-output', ['b'], () => ({ F, vjp: vjp('small'), x }), { wrongOutputs: ['small'] })
  wrong('sizes-offset-output', ['a'], () => ({ F, vjp: vjp('near'), x }), { wrongOutputs: ['near'] })
  const f32 = (v) => Math.fround(v), W = rows(numbers(116)(12).map(f32), 4)
  const F32 = (x) => Float32Array.from(W.map((w) => { let s = 0; for (let i = 0; i < 4; i++) s = f32(s + f32(w[i] * x[i])); return f32(Math.tanh(s)) }))
  const v32 = (k) => (x, v) => { const y = F32(x); return Float32Array.from(x, (_, j) => f32(k * sum(W.map((w, i) => v[i] * (1 - y[i] ** 2) * w[j])))) }
  right('float32', () => ({ F: F32, vjp: v32(1), x: Float32Array.from(numbers(117)(4)) }))
  wrong('float32-off-by-a-fifth', ['x'], () => ({ F: F32, vjp: v32(1.2), x: Float32Array.from(numbers(117)(4)) }), { kinds: ['constant-factor'] })
}
// ---- 16. many outputs: more than can be taken one by one
{
  const r = numbers(118), n = 6, m = 900, A = rows(r(n * m), n), x = r(n)
  const F = (x) => A.map((a) => Math.sin(dot(a, x)))
  const vjp = (bug) => (x, v) => { const g = x.map(() => 0); A.forEach((a, i) => { const c = v[i] * Math.cos(dot(a, x)); for (let j = 0; j < n; j++) g[j] += c * a[j] * (bug === 'one' && i === 417 && j === 2 ? -1 : bug === 'column' && j === 4 ? 1.01 : 1) }); return g }
  right('many-outputs', () => ({ F, vjp: vjp(), x }))
  wrong('many-outputs-one-entry', ['x'], () => ({ F, vjp: vjp('one'), x }), { kinds: ['single-element'] })
  wrong('many-outputs-one-column', ['x'], () => ({ F, vjp: vjp('column'), x }), { kinds: ['single-element', 'constant-factor', 'tiny-errors'] })
}
// ---- 17. Jacobians and Hessians
{
  const x = [0.8, -0.5, 1.3]
  const F = ([a, b, c]) => [a * b, Math.sin(c) + a, b * c * c, Math.exp(a - c)]
  const J = ([a, b, c]) => [[b, a, 0], [1, 0, Math.cos(c)], [0, c * c, 2 * b * c], [Math.exp(a - c), 0, -Math.exp(a - c)]]
  right('jacobian', () => ({ F, jacobian: J, x }))
  wrong('jacobian-transposed', ['x'], () => ({ F, jacobian: (x) => T(J(x)), x }), { kinds: ['transposed', 'wrong-shape'] })
  wrong('jacobian-rows-exchanged', ['x'], () => ({ F, jacobian: (x) => { const [p, q, r, s] = J(x); return [p, r, q, s] }, x }), { kinds: ['swapped'] })
  wrong('jacobian-rows-shifted', ['x'], () => ({ F, jacobian: (x) => { const [p, q, r, s] = J(x); return [q, r, s, p] }, x }), { kinds: ['off-by-one', 'swapped'] })
  const S = ([a, b, c]) => [a * b, Math.sin(c) + a, b * c * c], JS = (x) => J(x).slice(0, 3)
  wrong('jacobian-square-transposed', ['x'], () => ({ F: S, jacobian: (x) => T(JS(x)), x }), { kinds: ['transposed'] })
  wrong('jacobian-row-missing', ['x'], () => ({ F, jacobian: (x) => J(x).map((r, i) => (i === 2 ? r.map(() => 0) : r)), x }))
  // Rosenbrock in four variables
  const p = [0.3, -0.7, 1.2, 0.4]
  const g = (x) => x.map((_, i) => (i < 3 ? -400 * x[i] * (x[i + 1] - x[i] ** 2) - 2 * (1 - x[i]) : 0) + (i > 0 ? 200 * (x[i] - x[i - 1] ** 2) : 0))
  const H = (x) => { const h = range(4).map(() => range(4).map(() => 0)); for (let i = 0; i < 3; i++) { h[i][i] += 1200 * x[i] ** 2 - 400 * x[i + 1] + 2; h[i + 1][i + 1] += 200; h[i][i + 1] = h[i + 1][i] = -400 * x[i] } return h }
  right('hessian', () => ({ F: g, jacobian: H, x: p, options: { symmetric: true } }))
  wrong('hessian-upper-only', ['x'], () => ({ F: g, jacobian: (x) => H(x).map((r, i) => r.map((v, j) => (j < i ? 0 : v))), x: p, options: { symmetric: true } }), { kinds: ['not-symmetric', 'not-filled', 'one-triangle'] })
  // Gauss-Newton of 1/2 sum r_i^2, r_i = exp(a t_i) b - y_i
  const t = [0, 0.5, 1, 1.5], y = [1, 0.2, 2.5, 1.9]
  const res = ([a, b]) => t.map((s, i) => b * Math.exp(a * s) - y[i]), Jr = ([a, b]) => t.map((s) => [b * s * Math.exp(a * s), Math.exp(a * s)])
  const gn = (x) => mv(T(Jr(x)), res(x))
  const full = (x) => { const G = mm(T(Jr(x)), Jr(x)), r = res(x); t.forEach((s, i) => { const e = Math.exp(x[0] * s); G[0][0] += r[i] * x[1] * s * s * e; G[0][1] += r[i] * s * e; G[1][0] += r[i] * s * e }); return G }
  right('least-squares-hessian', () => ({ F: gn, jacobian: full, x: [0.4, 1.2], options: { symmetric: true } }))
  wrong('gauss-newton-for-hessian', ['x'], () => ({ F: gn, jacobian: (x) => mm(T(Jr(x)), Jr(x)), x: [0.4, 1.2], options: { symmetric: true } }))
}
// ---- 18. embedding, cross terms, batch
{
  const r = numbers(120), ids = [1, 1, 3], x = { E: rows(r(12), 3), P: rows(r(9), 3) }
  const F = ({ E, P }) => ids.map((k, t) => E[k].map((v, j) => Math.tanh(v + P[t][j])))
  const vjp = (bug) => (p, V) => { const D = F(p).map((y, t) => y.map((v, j) => V[t][j] * (1 - v * v))), E = zero(p.E); ids.forEach((k, t) => { E[k] = bug === 'overwrite' ? D[t] : add(E[k], D[t]) }); return { E: bug === 'count' ? E.map((e, k) => mul(e, 1 / (ids.filter((q) => q === k).length || 1))) : E, P: D } }
  right('embedding-with-positions', () => ({ F, vjp: vjp(), x }))
  wrong('embedding-overwritten', ['E'], () => ({ F, vjp: vjp('overwrite'), x }), { notes: 'row 1 holds its last use only' })
  wrong('embedding-counted', ['E'], () => ({ F, vjp: vjp('count'), x }), { kinds: ['factor-two', 'row-counts', 'missing-mean'] })
}
