/** Messages of known cause, made at random: gradients right and wrong, differences in three precisions, printed as ten tools do. */
import { scientific } from '../../src/checker/words/scientific.ts';

export type Random = () => number;

/** mulberry32: the same messages on every machine. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)];

export interface Made {
  readonly text: string;
  readonly tool: string;
  /** Whether the gradient is wrong, and the names that are true of it. */
  readonly wrong: boolean;
  readonly cause: string;
  readonly names: readonly string[];
  readonly pairs: number;
  readonly precision: string;
}

interface Bug {
  readonly cause: string;
  readonly names: readonly string[];
  readonly plant: (g: number[], shape: readonly [number, number], random: Random) => number[];
}

const swapAt = (g: number[], i: number, j: number): number[] => g.map((v, k) => (k === i ? g[j] : k === j ? g[i] : v));

const BUGS: readonly Bug[] = [
  { cause: 'factor 2', names: ['factor-two', 'missing-mean', 'constant-factor'], plant: (g) => g.map((v) => 2 * v) },
  { cause: 'half', names: ['factor-two', 'missing-mean', 'constant-factor'], plant: (g) => g.map((v) => v / 2) },
  { cause: 'n', names: ['missing-mean', 'constant-factor', 'factor-two'], plant: (g) => g.map((v) => v * g.length) },
  { cause: 'batch of 32', names: ['missing-mean', 'constant-factor'], plant: (g) => g.map((v) => v * 32) },
  { cause: 'factor 1.3', names: ['constant-factor'], plant: (g) => g.map((v) => 1.3 * v) },
  { cause: 'factor 1.98', names: ['constant-factor'], plant: (g) => g.map((v) => 1.98 * v) },
  { cause: 'sign', names: ['sign', 'constant-factor'], plant: (g) => g.map((v) => -v) },
  { cause: 'zeros', names: ['zeroed-group', 'not-filled'], plant: (g) => g.map(() => 0) },
  {
    cause: 'transposed',
    names: ['transposed', 'swapped'],
    plant: (g, [rows, columns]) => g.map((_, k) => g[(k % rows) * columns + Math.floor(k / rows)]),
  },
  { cause: 'exchanged', names: ['swapped', 'transposed', 'reversed'], plant: (g) => swapAt(g, 0, g.length - 1) },
  { cause: 'reversed', names: ['reversed', 'swapped'], plant: (g) => [...g].reverse() },
  { cause: 'off by one', names: ['off-by-one', 'swapped'], plant: (g) => g.map((_, k) => g[(k + 1) % g.length]) },
  {
    cause: 'one element',
    names: ['single-element'],
    plant: (g, _, random) => {
      const i = Math.floor(random() * g.length);
      return g.map((v, k) => (k === i ? v + 0.3 + Math.abs(v) : v));
    },
  },
  { cause: 'offset', names: ['constant-offset'], plant: (g) => g.map((v) => v + 0.37) },
  { cause: 'weight decay', names: ['missing-l2'], plant: (g, _, random) => g.map((v) => v + 0.1 * normal(random)) },
  { cause: 'random', names: [], plant: (g, _, random) => g.map((v) => v + normal(random)) },
  { cause: 'random factors', names: [], plant: (g, _, random) => g.map((v) => v * (0.5 + 1.5 * random())) },
  { cause: 'small random', names: [], plant: (g, _, random) => g.map((v) => v * (1 + 0.05 * normal(random))) },
];

/** Differences of a loss near `size` whose values have so many bits. */
interface Precision {
  readonly name: string;
  readonly bits: number;
  readonly steps: readonly number[];
}

const PRECISIONS: readonly Precision[] = [
  { name: 'float64', bits: 53, steps: [1e-5, 1e-6, 1e-4] },
  { name: 'float64', bits: 53, steps: [1e-5, 1e-6, 1e-4] },
  { name: 'float32', bits: 24, steps: [1e-3, 1e-4, 1e-2, 1e-6] },
  { name: 'float16', bits: 11, steps: [1e-1, 1e-2] },
];

function differences(g: readonly number[], { bits, steps }: Precision, random: Random): number[] {
  const h = pick(random, steps);
  const size = 0.3 + 4 * random();
  const unit = 2 ** (Math.floor(Math.log2(size)) + 1 - bits);
  const noisy = (value: number) => unit * Math.round(value / unit + (bits < 53 ? 0.6 * normal(random) : 0));
  const bend = g.map(() => normal(random));
  return g.map(
    (slope, i) => (noisy(size + slope * h + bend[i] * h ** 3) - noisy(size - slope * h - bend[i] * h ** 3)) / (2 * h),
  );
}

const wrap = (cells: readonly string[], open: string, close: string): string => open + cells.join(', ') + close;

function torchTensor(values: readonly number[], [rows, columns]: readonly [number, number]): string {
  const sizes = values.map(Math.abs).filter((v) => v > 0);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const sci = sizes.length > 0 && (most / least > 1000 || least < 1e-4 || most > 1e8);
  const whole = values.every(Number.isInteger);
  const cell = (v: number) => (whole ? `${v}.` : sci ? scientific(v, 4) : v.toFixed(4));
  const lines = Array.from({ length: rows }, (_, r) =>
    wrap(values.slice(r * columns, (r + 1) * columns).map(cell), '[', ']'),
  );
  return `tensor([${lines.join(',\n        ')}], dtype=torch.float64)`;
}

function numpyArray(values: readonly number[], [rows, columns]: readonly [number, number]): string {
  const cell = (v: number) => v.toFixed(6).replace(/0+$/, '');
  const lines = Array.from({ length: rows }, (_, r) =>
    wrap(values.slice(r * columns, (r + 1) * columns).map(cell), '[', ']'),
  );
  return rows === 1 ? `array(${lines[0]})` : `array([${lines.join(',\n       ')}])`;
}

type Print = (a: readonly number[], n: readonly number[], shape: readonly [number, number]) => string;

const g6 = (v: number): string => String(Number(v.toPrecision(6)));

const TOOLS: Readonly<Record<string, Print>> = {
  torch: (a, n, shape) =>
    `torch.autograd.gradcheck.GradcheckError: Jacobian mismatch for output 0 with respect to input 0,\nnumerical:${torchTensor(n, shape)}\nanalytical:${torchTensor(a, shape)}\n`,
  'numpy 1.24': (a, n, shape) =>
    `AssertionError: \nNot equal to tolerance rtol=1e-05, atol=0\n\nMismatched elements: ${a.length} / ${a.length} (100%)\n x: ${numpyArray(a, shape)}\n y: ${numpyArray(n, shape)}`,
  'numpy 2': (a, n, shape) =>
    `E   Not equal to tolerance rtol=1e-05, atol=0\nE   \nE    ACTUAL: ${numpyArray(a, shape).replaceAll('\n', '\nE   ')}\nE    DESIRED: ${numpyArray(n, shape).replaceAll('\n', '\nE   ')}`,
  cs231n: (a, n) =>
    a
      .map(
        (v, i) =>
          `numerical: ${n[i].toFixed(6)} analytic: ${v.toFixed(6)}, relative error: ${scientific(Math.abs(v - n[i]) / (Math.abs(v) + Math.abs(n[i])), 6)}`,
      )
      .join('\n'),
  stan: (a, n) =>
    ` param idx           value           model     finite diff           error\n${a.map((v, i) => `${i}  ${g6(0.3 * i - 1)}  ${g6(v)}  ${g6(n[i])}  ${g6(v - n[i])}`).join('\n')}`,
  ipopt: (a, n) =>
    `${a.map((v, i) => `* grad_f[${String(i).padStart(11)}] = ${scientific(v, 16)}    ~ ${scientific(n[i], 16)}  [ ${scientific(1, 3)}]`).join('\n')}\n\nDerivative checker detected ${a.length} error(s).`,
  csv: (a, n) => `analytic,numeric\n${a.map((v, i) => `${v},${n[i]}`).join('\n')}`,
  semicolons: (a, n) =>
    `analytisch;numerisch\n${a.map((v, i) => `${v.toFixed(5)};${n[i].toFixed(5)}`.replaceAll('.', ',')).join('\n')}`,
  json: (a, n) =>
    JSON.stringify({ analytic: a.map((v) => Number(v.toFixed(7))), numeric: n.map((v) => Number(v.toFixed(7))) }),
  octave: (a, n) =>
    `${a.map((v, i) => `  ${scientific(n[i], 4)}  ${scientific(v, 4)}`).join('\n')}\nThe above two columns you get should be very similar.\n(Left-Your Numerical Gradient, Right-Analytical Gradient)\n`,
  dl4j: (a, n) =>
    a
      .map(
        (v, i) =>
          `o.d.g.GradientCheckUtil - Param ${i} (0_W) FAILED: grad= ${v}, numericalGrad= ${n[i]}, relError= 0.1`,
      )
      .join('\n'),
};

/** One message. */
export function makeMessage(seed: number): Made {
  const random = randomOf(seed);
  const shape = pick(random, [
    [1, 5],
    [1, 8],
    [4, 3],
    [3, 3],
    [6, 2],
    [5, 5],
    [1, 12],
    [1, 3],
    [1, 1],
    [1, 20],
  ] as const);
  const size = shape[0] * shape[1];
  const spread = pick(random, [0, 0, 1]);
  const g = Array.from({ length: size }, () => normal(random) * 10 ** (spread * normal(random)));
  const precision = pick(random, PRECISIONS);
  const n = differences(g, precision, random);
  const isRight = random() < 0.3;
  const bug = pick(random, BUGS);
  const a = isRight ? g : bug.plant(g, shape, random);
  const tool = pick(random, Object.keys(TOOLS));
  const same = a.every((v, i) => v === g[i]);
  return {
    text: TOOLS[tool](a, n, shape),
    tool,
    wrong: !same,
    cause: isRight || same ? 'right' : bug.cause,
    names: isRight || same ? [] : bug.names,
    pairs: size,
    precision: precision.name,
  };
}
