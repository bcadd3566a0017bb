/**
 * Layers, Jacobians and Hessians of other shapes than those of more.mjs, written before the checker was run on any of them. The fields
 * are those of open.mjs. Labels were confirmed by extrapolated differences at every unit v.
 */
export const cases = []
const range = (n) => Array.from({ length: n }, (_, i) => i)
const numbers = (seed) => (n, scale = 1) => range(n).map(() => { seed = (seed * 48271) % 2147483647; return Math.round(scale * 4096 * (2 * (seed / 2147483647) - 1)) / 4096 })
const rows = (a, width) => range(a.length / width).map((i) => a.slice(i * width, (i + 1) * width))
const sum = (a) => a.reduce((s, v) => s + v, 0)
const dot = (a, b) => sum(a.map((v, i) => v * b[i]))
const zip = (a, b, f) => a.map((v, i) => (typeof v === 'number' ? f(v, b[i]) : zip(v, b[i], f)))
const map = (a, f) => a.map((v) => (typeof v === 'number' ? f(v) : map(v, f)))
const T = (A) => A[0].map((_, j) => A.map((r) => r[j]))
const mv = (A, v) => A.map((r) => dot(r, v))
const mm = (A, B) => A.map((r) => mv(T(B), r))
const columnSums = (V) => T(V).map(sum)
const sg = (z) => 1 / (1 + Math.exp(-z))
const right = (id, make, more = {}) => cases.push({ id, expect: ['pass'], make, ...more })
const wrong = (id, groups, make, more = {}) => cases.push({ id, expect: ['fail'], wrongGroups: groups, make, ...more })

// ---- 1. gated linear unit over a batch of five: (X W + b) ⊙ σ(X U + c)
{
  const r = numbers(901), x = { X: rows(r(15), 3), W: rows(r(6), 2), b: r(2), U: rows(r(6), 2), c: r(2) }
  const affine = (X, W, b) => mm(X, W).map((y) => zip(y, b, (p, q) => p + q))
  const F = ({ X, W, b, U, c }) => zip(affine(X, W, b), affine(X, U, c), (p, q) => p * sg(q))
  const vjp = (bug) => ({ X, W, b, U, c }, V) => {
    const p = affine(X, W, b), q = affine(X, U, c), s = map(q, sg)
    const dp = zip(V, s, (v, g) => v * g), dq = zip(zip(V, p, (v, g) => v * g), s, (v, g) => v * (bug === 'gate' ? g : g * (1 - g)))
    const back = zip(mm(dp, T(W)), mm(dq, T(U)), (a, e) => a + e)
    return { X: back, W: mm(T(X), dp), b: bug === 'b-last' ? dp[4] : bug === 'b-shape' ? dp : columnSums(dp), U: mm(T(X), dq), c: bug === 'c-shape' ? dq : bug === 'c-mean' ? columnSums(dq).map((v) => v / 5) : columnSums(dq) }
  }
  right('glu', () => ({ F, vjp: vjp(), x }))
  wrong('glu-bias-of-last-sample', ['b'], () => ({ F, vjp: vjp('b-last'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('glu-bias-shape', ['b'], () => ({ F, vjp: vjp('b-shape'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('glu-gate-bias-shape', ['c'], () => ({ F, vjp: vjp('c-shape'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('glu-gate-bias-mean', ['c'], () => ({ F, vjp: vjp('c-mean'), x }), { kinds: ['missing-mean', 'constant-factor'], forbidden: ['broadcast-not-summed'] })
  wrong('glu-gate-derivative', ['X', 'U', 'c'], () => ({ F, vjp: vjp('gate'), x }), { kinds: ['activation-derivative'], forbidden: ['broadcast-not-summed'] })
}
// ---- 2. root-mean-square norm with a gain, four samples of three
{
  const r = numbers(902), x = { x: rows(r(12), 3), gain: r(3).map((v) => 1 + v / 3) }
  const size = (row) => Math.sqrt(dot(row, row) / row.length + 1e-6)
  const F = ({ x, gain }) => x.map((row) => row.map((v, j) => (v * gain[j]) / size(row)))
  const vjp = (bug) => ({ x, gain }, V) => {
    const each = x.map((row, i) => row.map((p, j) => (V[i][j] * p) / size(row)))
    return {
      x: x.map((row, i) => { const s = size(row), g = row.map((_, j) => V[i][j] * gain[j]), share = dot(g, row) / (row.length * s * s); return row.map((p, j) => (g[j] - (bug === 'fixed' ? 0 : p * share)) / s) }),
      gain: bug === 'shape' ? each : bug === 'first' ? each[0] : columnSums(each),
    }
  }
  right('rms-norm', () => ({ F, vjp: vjp(), x }))
  wrong('rms-norm-gain-shape', ['gain'], () => ({ F, vjp: vjp('shape'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('rms-norm-gain-of-first-sample', ['gain'], () => ({ F, vjp: vjp('first'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('rms-norm-size-fixed', ['x'], () => ({ F, vjp: vjp('fixed'), x }), { kinds: ['normalisation'], forbidden: ['broadcast-not-summed'] })
}
// ---- 3. layer norm, gamma and beta, a batch of two sequences of three tokens of four
{
  const r = numbers(903), x = { x: rows(rows(r(24), 4), 3), gamma: r(4).map((v) => 1 + v / 3), beta: r(4) }
  const hat = (row) => { const m = sum(row) / 4, s = Math.sqrt(sum(row.map((v) => (v - m) ** 2)) / 4 + 1e-5); return { s, h: row.map((v) => (v - m) / s) } }
  const F = ({ x, gamma, beta }) => x.map((seq) => seq.map((row) => hat(row).h.map((v, j) => v * gamma[j] + beta[j])))
  const vjp = (bug) => ({ x, gamma }, V) => {
    const flatV = V.flat(), flatH = x.flat().map((row) => hat(row).h)
    const parts = flatV.map((v, i) => v.map((q, j) => q * flatH[i][j]))
    return {
      x: x.map((seq, b) => seq.map((row, t) => { const { s, h } = hat(row), g = V[b][t].map((q, j) => q * gamma[j]), m = sum(g) / 4, a = dot(g, h) / 4; return g.map((q, j) => (q - m - h[j] * a) / s) })),
      gamma: bug === 'batch-only' ? rows(zip(parts.slice(0, 3), parts.slice(3), (p, q) => p + q).flat(), 4) : bug === 'gamma-first-sequence' ? columnSums(parts.slice(0, 3)) : columnSums(parts),
      beta: bug === 'beta-shape' ? V : bug === 'beta-last-token' ? flatV[5] : bug === 'beta-gamma' ? columnSums(flatV).map((v, j) => v * gamma[j]) : columnSums(flatV),
    }
  }
  right('layer-norm-of-sequences', () => ({ F, vjp: vjp(), x }))
  wrong('layer-norm-beta-shape', ['beta'], () => ({ F, vjp: vjp('beta-shape'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('layer-norm-beta-last-token', ['beta'], () => ({ F, vjp: vjp('beta-last-token'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('layer-norm-gamma-summed-over-batch-alone', ['gamma'], () => ({ F, vjp: vjp('batch-only'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('layer-norm-gamma-of-first-sequence', ['gamma'], () => ({ F, vjp: vjp('gamma-first-sequence'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('layer-norm-beta-times-gamma', ['beta'], () => ({ F, vjp: vjp('beta-gamma'), x }), { forbidden: ['broadcast-not-summed'] })
}
// ---- 4. two-dimensional convolution with a bias: two images of 4 × 4, three filters of 2 × 2
{
  const r = numbers(904), x = { x: rows(rows(r(32), 4), 4), w: rows(rows(r(12), 2), 2), b: r(3) }, at = range(3)
  const F = ({ x, w, b }) => x.map((image) => w.map((k, o) => at.map((i) => at.map((j) => b[o] + k[0][0] * image[i][j] + k[0][1] * image[i][j + 1] + k[1][0] * image[i + 1][j] + k[1][1] * image[i + 1][j + 1]))))
  const vjp = (bug) => ({ x, w }, V) => {
    const dx = x.map((image) => map(image, () => 0)), dw = map(w, () => 0)
    x.forEach((image, n) => w.forEach((k, o) => at.forEach((i) => at.forEach((j) => range(2).forEach((p) => range(2).forEach((q) => { dx[n][i + p][j + q] += V[n][o][i][j] * k[p][q]; dw[o][p][q] += V[n][o][i][j] * image[i + p][j + q] }))))))
    const plane = (n, o) => sum(V[n][o].flat())
    return { x: dx, w: dw, b: range(3).map((o) => (bug === 'one-place' ? V[0][o][0][0] + V[1][o][0][0] : bug === 'first-image' ? plane(0, o) : bug === 'mean' ? (plane(0, o) + plane(1, o)) / 18 : bug === 'per-image' ? [plane(0, o), plane(1, o)] : plane(0, o) + plane(1, o))), ...(bug === 'unsummed' && { b: V }) }
  }
  right('conv2d-bias', () => ({ F, vjp: vjp(), x }))
  wrong('conv2d-bias-unsummed', ['b'], () => ({ F, vjp: vjp('unsummed'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('conv2d-bias-of-first-image', ['b'], () => ({ F, vjp: vjp('first-image'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('conv2d-bias-of-one-place', ['b'], () => ({ F, vjp: vjp('one-place'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('conv2d-bias-per-image', ['b'], () => ({ F, vjp: vjp('per-image'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('conv2d-bias-mean', ['b'], () => ({ F, vjp: vjp('mean'), x }), { kinds: ['missing-mean', 'constant-factor'], forbidden: ['broadcast-not-summed'] })
}
// ---- 5. many outputs: a batch of 64 samples through a linear layer of 8, 512 outputs
{
  const r = numbers(905), x = { X: rows(r(192), 3), W: rows(r(24), 8), b: r(8) }
  const F = ({ X, W, b }) => mm(X, W).map((y) => zip(y, b, (p, q) => Math.tanh(p + q)))
  const vjp = (bug) => (p, V) => { const d = zip(V, F(p), (v, y) => v * (1 - y * y)); return { X: mm(d, T(p.W)), W: mm(T(p.X), d), b: bug === 'last' ? d[63] : bug === 'shape' ? d : bug === 'half' ? columnSums(d.slice(0, 32)) : columnSums(d) } }
  right('batch-of-64', () => ({ F, vjp: vjp(), x }))
  wrong('batch-of-64-bias-last', ['b'], () => ({ F, vjp: vjp('last'), x }), { kinds: ['broadcast-not-summed'] })
  wrong('batch-of-64-bias-shape', ['b'], () => ({ F, vjp: vjp('shape'), x }), { kinds: ['broadcast-not-summed', 'wrong-shape'] })
  wrong('batch-of-64-bias-half', ['b'], () => ({ F, vjp: vjp('half'), x }), { kinds: ['broadcast-not-summed'] })
}
// ---- 6. bilinear form with two vectors: y_k = u · A_k w
{
  const r = numbers(906), x = { A: rows(rows(r(18), 3), 3), u: r(3), w: r(3) }
  const F = ({ A, u, w }) => A.map((M) => dot(u, mv(M, w)))
  const vjp = (bug) => ({ A, u, w }, v) => ({
    A: A.map((_, k) => u.map((p, i) => w.map((q, j) => v[k] * (bug === 'turned' ? u[j] * w[i] : p * q)))),
    u: u.map((_, i) => sum(A.map((M, k) => v[k] * dot(M[i], w)))),
    w: w.map((_, j) => sum(A.map((M, k) => v[k] * (bug === 'symmetric' ? dot(M[j], u) : dot(T(M)[j], u))))),
  })
  right('bilinear', () => ({ F, vjp: vjp(), x }))
  wrong('bilinear-turned', ['A'], () => ({ F, vjp: vjp('turned'), x }), { kinds: ['transposed'] })
  wrong('bilinear-taken-for-symmetric', ['w'], () => ({ F, vjp: vjp('symmetric'), x }), { forbidden: ['broadcast-not-summed'] })
}
// ---- 7. squared distances of all pairs
{
  const r = numbers(907), x = { p: rows(r(8), 2), q: rows(r(6), 2) }
  const F = ({ p, q }) => p.map((a) => q.map((b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2))
  const vjp = (bug) => ({ p, q }, V) => ({
    p: p.map((a, i) => [0, 1].map((d) => sum(q.map((b, j) => V[i][j] * (bug === 'half' ? 1 : 2) * (a[d] - b[d]))))),
    q: q.map((b, j) => [0, 1].map((d) => sum(p.map((a, i) => V[i][j] * 2 * (bug === 'sign' ? a[d] - b[d] : b[d] - a[d]))))),
  })
  right('distances', () => ({ F, vjp: vjp(), x }))
  wrong('distances-half', ['p'], () => ({ F, vjp: vjp('half'), x }), { kinds: ['factor-two'] })
  wrong('distances-sign', ['q'], () => ({ F, vjp: vjp('sign'), x }), { kinds: ['sign'] })
}
// ---- 8. points turned by an angle
{
  const r = numbers(908), x = { angle: 0.6, p: rows(r(10), 2) }
  const turn = (t) => ([a, b]) => [Math.cos(t) * a - Math.sin(t) * b, Math.sin(t) * a + Math.cos(t) * b]
  const F = ({ angle, p }) => p.map(turn(angle))
  const vjp = (bug) => ({ angle, p }, V) => ({
    angle: sum((bug === 'last' ? p.slice(-1) : p).map((a, k) => dot(V[bug === 'last' ? 4 : k], turn(angle + Math.PI / 2)(a)))),
    p: V.map(turn(bug === 'forward' ? angle : -angle)),
  })
  right('rotation', () => ({ F, vjp: vjp(), x }))
  wrong('rotation-not-turned-back', ['p'], () => ({ F, vjp: vjp('forward'), x }), { forbidden: ['broadcast-not-summed', 'transposed'] })
  wrong('rotation-angle-of-last-point', ['angle'], () => ({ F, vjp: vjp('last'), x }), { kinds: ['broadcast-not-summed'] })
}
// ---- 9. a recurrent cell over four steps: the parameters are used at every step
{
  const r = numbers(909), x = { W: rows(r(9), 3), b: r(3), s: rows(r(12), 3) }
  const run = ({ W, b, s }) => { let h = [0, 0, 0]; return s.map((u) => (h = zip(zip(mv(W, h), u, (p, q) => p + q), b, (p, q) => Math.tanh(p + q)))) }
  const F = run
  const vjp = (bug) => (x, V) => {
    const h = run(x), W = map(x.W, () => 0), b = [0, 0, 0], s = map(x.s, () => 0)
    let carry = [0, 0, 0]
    for (let t = 3; t >= 0; t--) {
      const d = h[t].map((y, i) => (V[t][i] + carry[i]) * (1 - y * y)), before = t > 0 ? h[t - 1] : [0, 0, 0]
      d.forEach((q, i) => { before.forEach((p, j) => { W[i][j] += q * p }); b[i] = bug === 'overwritten' ? q : b[i] + q; s[t][i] = q })
      carry = bug === 'truncated' ? [0, 0, 0] : mv(T(x.W), d)
    }
    return { W, b, s }
  }
  right('recurrent', () => ({ F, vjp: vjp(), x }))
  wrong('recurrent-bias-overwritten', ['b'], () => ({ F, vjp: vjp('overwritten'), x }))
  wrong('recurrent-truncated', ['W', 'b', 's'], () => ({ F, vjp: vjp('truncated'), x }), { forbidden: ['broadcast-not-summed'] })
}
// ---- 10. log-sum-exp over the columns of a table
{
  const r = numbers(910), x = { Z: rows(r(12, 2), 4) }
  const F = ({ Z }) => T(Z).map((c) => Math.log(sum(c.map(Math.exp))))
  const vjp = (bug) => ({ Z }, v) => ({ Z: Z.map((row) => row.map((z, j) => (v[j] * Math.exp(z)) / sum((bug === 'rows' ? row : T(Z)[j]).map(Math.exp)))) })
  right('log-sum-exp', () => ({ F, vjp: vjp(), x }))
  wrong('log-sum-exp-over-rows', ['Z'], () => ({ F, vjp: vjp('rows'), x }), { forbidden: ['broadcast-not-summed'] })
}
// ---- 11. discrete Fourier transform of a windowed signal, as { re, im }
{
  const r = numbers(911), x = { s: r(6), w: r(6).map((v) => 1 + v / 4) }, angle = (k, t) => (2 * Math.PI * k * t) / 6
  const F = ({ s, w }) => ({ re: s.map((_, k) => sum(s.map((p, t) => p * w[t] * Math.cos(angle(k, t))))), im: s.map((_, k) => -sum(s.map((p, t) => p * w[t] * Math.sin(angle(k, t))))) })
  const vjp = (bug) => ({ s, w }, v) => { const back = s.map((_, t) => sum(v.re.map((p, k) => p * Math.cos(angle(k, t)))) + (bug === 'sign' ? 1 : -1) * sum(v.im.map((p, k) => p * Math.sin(angle(k, t))))); return { s: back.map((b, t) => b * (bug === 'window' ? 1 : w[t])), w: back.map((b, t) => b * s[t]) } }
  right('windowed-fourier', () => ({ F, vjp: vjp(), x }), { expect: ['pass', 'inconclusive'], notes: 'sines of multiples of π leave slopes of 1e-16 where 0 is meant: they cannot be told from those of an element in other units' })
  wrong('windowed-fourier-conjugated', ['s', 'w'], () => ({ F, vjp: vjp('sign'), x }), { forbidden: ['broadcast-not-summed'] })
  wrong('windowed-fourier-without-window', ['s'], () => ({ F, vjp: vjp('window'), x }), { forbidden: ['broadcast-not-summed'] })
}
// ---- 12. linear interpolation in a table
{
  const r = numbers(912), x = { table: r(6), at: [0.35, 2.7, 3.2, 4.45] }
  const F = ({ table, at }) => at.map((p) => { const i = Math.floor(p), t = p - i; return table[i] * (1 - t) + table[i + 1] * t })
  const vjp = (bug) => ({ table, at }, v) => { const g = table.map(() => 0); at.forEach((p, k) => { const i = Math.floor(p), t = p - i; g[i] += v[k] * (bug === 'weights' ? t : 1 - t); g[i + 1] += v[k] * (bug === 'weights' ? 1 - t : t) }); return { table: g, at: at.map((p, k) => v[k] * (bug === 'sign' ? -1 : 1) * (table[Math.floor(p) + 1] - table[Math.floor(p)])) } }
  right('interpolation', () => ({ F, vjp: vjp(), x }))
  wrong('interpolation-weights-exchanged', ['table'], () => ({ F, vjp: vjp('weights'), x }), { forbidden: ['broadcast-not-summed'] })
  wrong('interpolation-sign', ['at'], () => ({ F, vjp: vjp('sign'), x }), { kinds: ['sign'] })
}
// ---- 13. Jacobian of spherical coordinates
{
  const x = [1.3, 0.7, 2.1], F = ([r, a, b]) => [r * Math.sin(a) * Math.cos(b), r * Math.sin(a) * Math.sin(b), r * Math.cos(a)]
  const J = ([r, a, b]) => [[Math.sin(a) * Math.cos(b), r * Math.cos(a) * Math.cos(b), -r * Math.sin(a) * Math.sin(b)], [Math.sin(a) * Math.sin(b), r * Math.cos(a) * Math.sin(b), r * Math.sin(a) * Math.cos(b)], [Math.cos(a), -r * Math.sin(a), 0]]
  right('spherical', () => ({ F, jacobian: J, x }))
  wrong('spherical-transposed', ['x'], () => ({ F, jacobian: (p) => T(J(p)), x }), { kinds: ['transposed'] })
  wrong('spherical-unit-vectors', ['x'], () => ({ F, jacobian: ([r, a, b]) => J([r, a, b]).map((row) => [row[0], row[1] / r, row[2] / (r * Math.sin(a))]), x }), { forbidden: ['gauss-newton', 'transposed'] })
}
// ---- 14. Hessians: a nonlinear least-squares fit, a logistic regression, Rosenbrock
{
  const t = [0.2, 0.9, 1.7, 2.4, 3.1], data = [2.4, 1.1, 1.6, 0.2, 0.9], x = [1.6, 0.8, 0.3]
  const res = ([a, k, c]) => t.map((s, i) => a * Math.exp(-k * s) + c - data[i])
  const J = ([a, k]) => t.map((s) => [Math.exp(-k * s), -a * s * Math.exp(-k * s), 1])
  const F = (p) => mv(T(J(p)), res(p)), GN = (p) => mm(T(J(p)), J(p))
  const second = (p) => { const [a, k] = p, q = res(p), ab = -sum(t.map((s, i) => q[i] * s * Math.exp(-k * s))), bb = sum(t.map((s, i) => q[i] * a * s * s * Math.exp(-k * s))); return [[0, ab, 0], [ab, bb, 0], [0, 0, 0]] }
  const H = (p) => zip(GN(p), second(p), (u, v) => u + v), o = { options: { symmetric: true } }
  right('fit-hessian', () => ({ F, jacobian: H, x, ...o }))
  wrong('fit-gauss-newton', ['x'], () => ({ F, jacobian: GN, x, ...o }), { kinds: ['gauss-newton'] })
  wrong('fit-hessian-second-term-negative', ['x'], () => ({ F, jacobian: (p) => zip(GN(p), second(p), (u, v) => u - v), x, ...o }), { forbidden: ['gauss-newton', 'not-symmetric'] })
  wrong('fit-hessian-damped', ['x'], () => ({ F, jacobian: (p) => H(p).map((row, i) => row.map((v, j) => v + (i === j ? 0.1 : 0))), x, ...o }), { forbidden: ['gauss-newton', 'not-symmetric'] })
  wrong('fit-hessian-twice', ['x'], () => ({ F, jacobian: (p) => map(H(p), (v) => 2 * v), x, ...o }), { kinds: ['factor-two'], forbidden: ['gauss-newton'] })
  wrong('fit-hessian-diagonal-alone', ['x'], () => ({ F, jacobian: (p) => H(p).map((row, i) => row.map((v, j) => (i === j ? v : 0))), x, ...o }), { forbidden: ['gauss-newton', 'not-symmetric'] })
  const z = [-0.7, 0.4, 1.2, -0.3], G = (p) => p.slice(0, 3).reduce((g, _, i) => { g[i] += -400 * p[i] * (p[i + 1] - p[i] ** 2) - 2 * (1 - p[i]); g[i + 1] += 200 * (p[i + 1] - p[i] ** 2); return g }, [0, 0, 0, 0])
  const R = (p, bug) => { const h = range(4).map(() => [0, 0, 0, 0]); for (let i = 0; i < 3; i++) { h[i][i] += 1200 * p[i] ** 2 - (bug === 'gn' ? 400 * p[i] ** 2 : 400 * p[i + 1]) + 2; h[i + 1][i + 1] += 200; h[i][i + 1] -= 400 * p[i]; h[i + 1][i] -= bug === 'one-side' ? 0 : 400 * p[i] } return h }
  right('rosenbrock-hessian', () => ({ F: G, jacobian: (p) => R(p), x: z, ...o }))
  wrong('rosenbrock-gauss-newton', ['x'], () => ({ F: G, jacobian: (p) => R(p, 'gn'), x: z, ...o }), { kinds: ['gauss-newton'] })
  wrong('rosenbrock-one-triangle', ['x'], () => ({ F: G, jacobian: (p) => R(p, 'one-side'), x: z, ...o }), { kinds: ['not-symmetric', 'one-triangle'], forbidden: ['gauss-newton'] })
}
export default cases
