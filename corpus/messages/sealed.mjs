/**
 * 120 messages that nothing is tuned on: the gradients of four models, right and with mistakes in their code, beside central
 * differences in double or single precision, printed as twelve tools do. A mistake of the reader there is met by a case of its kind
 * among the others; this file and its seeds stay as they are.
 */

/** mulberry32: the same messages on every machine. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const normals = (random, count) => Array.from({ length: count }, () => normal(random));
const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Every model: its loss with each operation rounded by `r`, its gradient, and mistakes in the code of the gradient. */
const MODELS = [
  function logistic(random) {
    const [m, n] = [7, 6];
    const X = Array.from({ length: m }, () => normals(random, n));
    const y = X.map(() => (random() < 0.5 ? 0 : 1));
    const score = (w, i, r) => X[i].reduce((sum, x, j) => r(sum + r(x * w[j])), 0);
    const gradient = (w, { mean = m, target = 1, skip = -1, sign = 1 } = {}) =>
      w.map((_, j) =>
        j === skip
          ? 0
          : (sign * X.reduce((s, x, i) => s + (1 / (1 + Math.exp(-score(w, i, (v) => v))) - target * y[i]) * x[j], 0)) / mean,
      );
    return {
      shape: [1, n],
      loss: (w, r) =>
        r(y.reduce((s, t, i) => r(s + r(Math.log1p(Math.exp(t ? -score(w, i, r) : score(w, i, r))))), 0) / m),
      gradient: (w) => gradient(w),
      mistakes: [
        { names: ['missing-mean', 'constant-factor'], of: (w) => gradient(w, { mean: 1 }) },
        { names: [], of: (w) => gradient(w, { target: 0 }) },
        { names: ['single-element', 'not-filled', 'zeroed-group'], of: (w) => gradient(w, { skip: 2 }) },
        { names: ['sign'], of: (w) => gradient(w, { sign: -1 }) },
      ],
    };
  },
  function quadratic(random) {
    const n = 9;
    const A = Array.from({ length: n }, () => normals(random, n));
    const row = (w, i) => A[i].reduce((s, a, j) => s + a * w[j], 0);
    const column = (w, j) => A.reduce((s, a, i) => s + a[j] * w[i], 0);
    return {
      shape: [3, 3],
      loss: (w, r) => r(w.reduce((s, v, i) => r(s + r(v * A[i].reduce((t, a, j) => r(t + r(a * w[j])), 0))), 0)),
      gradient: (w) => w.map((_, i) => row(w, i) + column(w, i)),
      mistakes: [
        { names: [], of: (w) => w.map((_, i) => 2 * row(w, i)) },
        { names: ['factor-two', 'constant-factor'], of: (w) => w.map((_, i) => (row(w, i) + column(w, i)) / 2) },
        {
          names: ['transposed', 'swapped'],
          of: (w) => w.map((_, k) => row(w, (k % 3) * 3 + Math.floor(k / 3)) + column(w, (k % 3) * 3 + Math.floor(k / 3))),
        },
      ],
    };
  },
  function hidden(random) {
    const [n, h] = [3, 4];
    const x = normals(random, n);
    const target = normal(random);
    const V = normals(random, h);
    const activation = (w, k, r) => r(Math.tanh(x.reduce((s, v, j) => r(s + r(v * w[k * n + j])), 0)));
    const output = (w, r) => V.reduce((s, v, k) => r(s + r(v * activation(w, k, r))), 0);
    const same = (v) => v;
    const gradient = (w, slope, factor = 1) =>
      w.map((_, i) => factor * (output(w, same) - target) * V[Math.floor(i / n)] * slope(activation(w, Math.floor(i / n), same)) * x[i % n]);
    const right = (t) => 1 - t * t;
    return {
      shape: [h, n],
      loss: (w, r) => r(0.5 * r(output(w, r) - target) ** 2),
      gradient: (w) => gradient(w, right),
      mistakes: [
        { names: [], of: (w) => gradient(w, (t) => 1 - t) },
        { names: [], of: (w) => gradient(w, (t) => t * (1 - t)) },
        { names: ['factor-two', 'constant-factor'], of: (w) => gradient(w, right, 2) },
        { names: ['sign'], of: (w) => gradient(w, right, -1) },
      ],
    };
  },
  function ridge(random) {
    const [m, n] = [8, 10];
    const X = Array.from({ length: m }, () => normals(random, n));
    const y = normals(random, m);
    const rest = (w, i, r) => r(X[i].reduce((s, v, j) => r(s + r(v * w[j])), 0) - y[i]);
    const gradient = (w, decay, factor = 2 / m) =>
      w.map((v, j) => factor * X.reduce((s, row, i) => s + row[j] * rest(w, i, (t) => t), 0) + decay * v);
    return {
      shape: [1, n],
      loss: (w, r) =>
        r(r(X.reduce((s, _, i) => r(s + r(rest(w, i, r) ** 2)), 0) / m) + r(0.15 * w.reduce((s, v) => r(s + r(v * v)), 0))),
      gradient: (w) => gradient(w, 0.3),
      mistakes: [
        { names: ['missing-l2'], of: (w) => gradient(w, 0) },
        { names: [], of: (w) => gradient(w, 0.15) },
        { names: ['off-by-one', 'swapped'], of: (w) => gradient(w, 0.3).map((_, j, g) => g[(j + 1) % n]) },
        { names: [], of: (w) => gradient(w, 0.3, 1 / m) },
      ],
    };
  },
];

const PRECISIONS = [
  { name: 'float64', round: (v) => v, steps: [1e-5, 1e-6] },
  { name: 'float64', round: (v) => v, steps: [1e-5, 1e-6] },
  { name: 'float32', round: Math.fround, steps: [1e-3, 1e-2] },
];

function differences(loss, w, { round, steps }, random) {
  const h = pick(random, steps);
  const at = (i, step) => loss(w.map((v, j) => (i === j ? round(v + step) : round(v))), round);
  return w.map((_, i) => round((at(i, h) - at(i, -h)) / (2 * h)));
}

const rows = (values, [r, c], cell, [open, between, close, end]) =>
  Array.from({ length: r }, (_, i) => open + values.slice(i * c, (i + 1) * c).map(cell).join(between) + close).join(end);
const trimmed = (digits) => (v) => v.toFixed(digits).replace(/0+$/, '');
const pad = (text, width) => String(text).padStart(width);
const g = (digits) => (v) => String(Number(v.toPrecision(digits)));
const e = (digits) => (v) => v.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2');
const numpy = (v, shape) =>
  shape[0] === 1 ? `array([${v.map(trimmed(8)).join(', ')}])` : `array([${rows(v, shape, trimmed(8), ['[', ', ', ']', ',\n       '])}])`;

/** What each tool prints of an analytic and a numeric gradient. */
const TOOLS = {
  'JAX, NumPy 2': (a, n, s) =>
    `AssertionError: \nNot equal to tolerance rtol=1e-05, atol=1e-05\nJVP tangent\nMismatched elements: 3 / ${a.length}\n ACTUAL: ${numpy(a, s)}\n DESIRED: ${numpy(n, s)}\n`,
  MXNet: (a, n, s) =>
    `Error 31.4 exceeds tolerance rtol=1e-05, atol=1e-06.  Location of maximum error:(0,), a=1.000000, b=2.000000\n NUMERICAL_w: ${numpy(n, s)}\n BACKWARD_w: ${numpy(a, s)}\n`,
  TensorFlow: (a, n, s) => `>>> tf.test.compute_gradient(f, [w])\n((${numpy(a, s)},), (${numpy(n, s)},))\n`,
  OpenMDAO: (a, n, s) =>
    `  c: 'f' wrt 'w'\n\n    Raw Forward Derivative (Jfwd)\n    [${rows(a, s, e(12), ['[', '  ', ']', '\n     '])}]\n\n    Raw FD Derivative (Jfd)\n    [${rows(n, s, e(12), ['[', '  ', ']', '\n     '])}]\n`,
  GPy: (a, n) =>
    `    Name    |  Ratio  |  Difference  |  Analytical  |  Numerical  |  dF_ratio  \n${'-'.repeat(70)}\n${a.map((v, i) => ` w[[${i}]] | ${(n[i] / v).toFixed(6)} | ${(v - n[i]).toFixed(6)} | ${v.toFixed(6)} | ${n[i].toFixed(6)} | 2e-07 `).join('\n')}\n`,
  Julia: (a, n, s) => {
    const list = (v) => (s[0] === 1 ? `[${v.join(', ')}]` : `[${rows(v, s, String, ['', ' ', '', '; '])}]`);
    return `  Expression: isapprox(actual, expected; kwargs...)\n  Problem: cotangent for input 2, Matrix{Float64}\n   Evaluated: isapprox(${list(a)}, ${list(n)}; rtol = 1.0e-9, atol = 1.0e-9)\n`;
  },
  Ceres: (a, n, [r, c]) =>
    `Detected 1 bad Jacobian component(s). Worst relative error was 0.5.\n\n========== Jacobian for block 0: (${r} by ${c})) ==========\n block  row  col        user dx/dy    num diff dx/dy         abs error    relative error         parameter          residual\n${a.map((v, i) => pad(0, 6) + pad(Math.floor(i / c), 5) + pad(i % c, 5) + [v, n[i], Math.abs(v - n[i]), 0.5, 0.3, 1.25].map((x) => pad(g(6)(x), 18)).join('')).join('\n')}\n`,
  PETSc: (a, n) =>
    `  Hand-coded gradient ----------\nVec Object: 1 MPI process\n  type: seq\n${a.map(g(6)).join('\n')}\n  Finite difference gradient ----------\nVec Object: 1 MPI process\n  type: seq\n${n.map(g(6)).join('\n')}\n`,
  SNOPT: (a, n) =>
    `        j         x(j)        dx(j)           g(j)  Difference approxn\n\n${a.map((v, i) => `${pad(i + 1, 9)}  ${e(8)(0.1 * i)}  5.5E-07  ${e(8)(v)}  ${e(8)(n[i])}  ${Math.abs(v - n[i]) > 1e-4 ? 'bad?' : 'ok'}`).join('\n')}\n`,
  GTSAM: (a, n, s) => {
    const list = (v) => `[\n${rows(v, s, g(6), ['\t', ', ', '', ';\n'])}\n]`;
    return `not equal:\nexpected = ${list(n)}\nactual = ${list(a)}\n`;
  },
  'R columns': (a, n) => `         analytic      numeric\n${a.map((v, i) => ` [${i + 1},] ${v.toFixed(7)} ${n[i].toFixed(7)}`).join('\n')}\n`,
  print: (a, n, s) => `backprop: [${rows(a, s, trimmed(8), ['[', ' ', ']', '\n '])}]\nnumerical: [${rows(n, s, trimmed(8), ['[', ' ', ']', '\n '])}]\n`,
};

/** One message of each seed from 1 to 120: what is printed, and what is true of it. */
export function sealedMessages(count = 120) {
  return Array.from({ length: count }, (_, k) => {
    const random = randomOf(7001 + k);
    const model = MODELS[k % MODELS.length](random);
    const tool = Object.keys(TOOLS)[Math.floor(k / MODELS.length) % Object.keys(TOOLS).length];
    const w = normals(random, model.shape[0] * model.shape[1]);
    const precision = pick(random, PRECISIONS);
    const numeric = differences(model.loss, w, precision, random);
    const mistake = random() < 0.35 ? undefined : pick(random, model.mistakes);
    const analytic = (mistake ? mistake.of(w) : model.gradient(w)).map(precision.round);
    return {
      tool,
      text: TOOLS[tool](analytic, numeric, model.shape),
      wrong: mistake !== undefined,
      names: mistake?.names ?? [],
      pairs: w.length,
      precision: precision.name,
    };
  });
}
