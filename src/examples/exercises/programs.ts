/** Exercises in which a program is written or repaired. What must hold of it stands in its tail, as code that runs after it. */
import type { Exercise } from './exercise.ts';

/** For the tails: what is said where something does not hold. */
const SAY = 'const say = (holds, text) => { if (!holds) throw new Error(text); };\n';

const SIDED_TAIL = `{
  ${SAY}
  let left = false;
  const f = (t) => { if (t < 1) left = true; return Math.exp(t) / t; };
  const truth = 0;
  const error = (h) => Math.abs(slope(f, 1, h) - truth);
  say(Number.isFinite(slope(f, 1, 0.01)), 'It should return a number, and returns ' + slope(f, 1, 0.01) + '.');
  say(!left, 'It evaluates f to the left of x, where there may be no f.');
  say(error(1e-3) < 1e-2, 'With h = 0.001 it should be right to two digits at least; it is off by ' + error(1e-3).toPrecision(2) + '.');
  const power = Math.log2(error(0.02) / error(0.01));
  say(power > 1.7, 'Its error falls with the power ' + power.toFixed(2) + ' of h. It should be 2.');
}`;

const CHECK_TAIL = `{
  ${SAY}
  const f = (w) => w[0] ** 2 * w[1] + Math.sin(w[1]);
  const right = (w) => [2 * w[0] * w[1], w[0] ** 2 + Math.cos(w[1])];
  const x = [1.5, -0.8];
  const verdict = (gradient, loss = f) => gradientCheck(loss, gradient, [...x]);
  say(verdict(right) === 'PASS', 'A right gradient should give PASS, and gives ' + verdict(right) + '.');
  say(verdict((w) => right(w).map((g) => 2 * g)) === 'FAIL', 'Twice the right gradient should give FAIL.');
  say(verdict((w) => [right(w)[0], -right(w)[1]]) === 'FAIL', 'A wrong sign in the last element should give FAIL.');
  const small = (w) => 1e-6 * f(w);
  say(verdict((w) => right(w).map((g) => 1e-6 * g), small) === 'PASS', 'A right gradient that is small should give PASS.');
  say(verdict((w) => right(w).map((g) => 2e-6 * g), small) === 'FAIL', 'Twice a gradient that is small passes. Is the error relative?');
  say(verdict(() => [0, 0], () => 3) === 'PASS', 'A constant f with zeros for its gradient should give PASS. What is 0/0?');
  say(verdict(() => [NaN, NaN]) === 'FAIL', 'A gradient of NaN passes. NaN is neither above a threshold nor below.');
  const kept = [...x];
  gradientCheck(f, right, kept);
  say(kept[0] === x[0] && kept[1] === x[1], 'It has changed x.');
}`;

const NETWORK = `const inputs = [[0.5, -1], [1.5, 0.3], [-0.7, 0.8]];
const targets = [0.4, -0.2, 0.9];
const sum = (list) => list.reduce((total, each) => total + each, 0);

function forward({ W, b, v }, [s, t]) {
  const hidden = W.map((row, k) => Math.tanh(row[0] * s + row[1] * t + b[k]));
  return { hidden, output: sum(hidden.map((h, k) => v[k] * h)) };
}
const errors = (p) => inputs.map((input, i) => forward(p, input).output - targets[i]);
const loss = (p) => sum(errors(p).map((e) => e * e)) / inputs.length;
`;

const backward = (output: string, bias: string): string => `
function gradient(p) {
  const g = { W: [[0, 0], [0, 0]], b: [0, 0], v: [0, 0] };
  inputs.forEach((input, i) => {
    const { hidden, output } = forward(p, input);
    const dOutput = ${output};
    hidden.forEach((h, k) => {
      const dInner = dOutput * p.v[k] * (1 - h * h);
      g.v[k] += dOutput * h;
      ${bias};
      g.W[k][0] += dInner * input[0];
      g.W[k][1] += dInner * input[1];
    });
  });
  return g;
}
`;

const WRONG = ['2 * (output - targets[i])', 'g.b[k] = dInner'] as const;
const RIGHT = ['(2 * (output - targets[i])) / inputs.length', 'g.b[k] += dInner'] as const;

const NETWORK_TAIL = `import { diagnoseGradient, summarize } from 'checker';
{
  const theirs = gradient;
  {
    ${NETWORK}
    const points = [
      { W: [[0.3, -0.8], [1.1, 0.4]], b: [0.2, -0.5], v: [0.9, -0.7] },
      { W: [[-0.6, 0.5], [0.2, 0.9]], b: [-0.1, 0.4], v: [0.5, 1.2] },
    ];
    for (const x of points) {
      const report = diagnoseGradient(loss, theirs, x);
      if (report.verdict !== 'pass') throw new Error(summarize(report));
    }
  }
}`;

const CHECK_BEGUN = `/** Returns 'PASS' or 'FAIL'. f takes a list and returns a number, gradient takes a list and returns one. */
function gradientCheck(f, gradient, x) {
  return 'PASS';
}
`;

const check = (
  verdict: string,
  divisor = 'Math.max(norm(analytic) + norm(numeric), 1e-300)',
): string => `function gradientCheck(f, gradient, x) {
  const h = 1e-5;
  const moved = (i, by) => x.map((each, j) => (j === i ? each + by : each));
  const numeric = x.map((_, i) => (f(moved(i, h)) - f(moved(i, -h))) / (2 * h));
  const norm = (v) => Math.hypot(...v);
  const analytic = gradient([...x]);
  const error = norm(analytic.map((a, i) => a - numeric[i])) / ${divisor};
  return ${verdict};
}
`;
const ANSWER = "error <= 1e-5 ? 'PASS' : 'FAIL'";

export const PROGRAMS: readonly Exercise[] = [
  {
    id: 'numerical-differentiation-3',
    chapter: 'numerical-differentiation',
    kind: 'program',
    title: 'On one side only',
    question: [
      'Write a difference that uses only `x` and points to its right, `x + h` and `x + 2*h`. Its error should fall with the square of `h`, as that of the central difference does.',
    ],
    start: 'function slope(f, x, h) {\n  return (f(x + h) - f(x)) / h;\n}\n',
    tail: SIDED_TAIL,
    answer: 'function slope(f, x, h) {\n  return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h);\n}\n',
    slips: ['function slope(f, x, h) {\n  return (f(x + h) - f(x - h)) / (2 * h);\n}\n'],
    hints: [
      'Take the forward difference with `h`, and once more with `2*h`. How much larger is the error of the second?',
      'Twice the first minus the second: what is left of the error in `h`?',
    ],
    solution: [
      'The error of the forward difference is a multiple of `h`. So take it twice with `h`, and subtract the one with `2*h`: `(-3*f(x) + 4*f(x + h) - f(x + 2*h))/(2*h)`. It is what you need at the edge of a domain.',
    ],
  },
  {
    id: 'gradient-checker-3',
    chapter: 'gradient-checker',
    kind: 'program',
    title: 'Write it yourself',
    question: [
      'Write `gradientCheck`. It is tried on right and on wrong gradients, small ones too, on a constant function, and on a gradient of NaN.',
    ],
    start: CHECK_BEGUN,
    tail: CHECK_TAIL,
    answer: check(ANSWER),
    slips: [
      check("error > 1e-5 ? 'FAIL' : 'PASS'"),
      check(ANSWER, '1'),
      check(ANSWER, '(norm(analytic) + norm(numeric))'),
      check("'PASS'"),
    ],
    hints: [
      'Measure the slope along each element first: one element of a copy of `x` goes up by `h`, then down.',
      'Divide the length of the difference by the sum of both lengths, and think of 0/0.',
      'Ask whether the error is *below* the threshold: of NaN nothing is.',
    ],
    solution: [
      'In nine lines, as on this page: a central difference for each element, the relative error of the two gradients, a tiny number against 0/0, and `error <= threshold`, which NaN does not pass.',
    ],
  },
  {
    id: 'network-3',
    chapter: 'neural-network',
    kind: 'program',
    title: 'Repair a backward pass',
    question: [
      'A network with two hidden units, its loss, and the backward pass. Two of its lines are wrong. Correct them; the production check tries the result at two points.',
    ],
    start: `${NETWORK}${backward(...WRONG)}`,
    tail: NETWORK_TAIL,
    answer: `${NETWORK}${backward(...RIGHT)}`,
    slips: [`${NETWORK}${backward(RIGHT[0], WRONG[1])}`, `${NETWORK}${backward(WRONG[0], RIGHT[1])}`],
    hints: [
      'The loss is a mean. Where is that in the backward pass?',
      'Every sample has its share in every slope. Which line forgets all but the last?',
    ],
    solution: [
      '`dOutput` lacks the division by `inputs.length`, and the bias is assigned where it should be added to: `g.b[k] += dInner`.',
    ],
  },
];
