// A program that speaks the protocol, and in one way or another does not: `node program.mjs WAY`.
// The loss is the sum of the squares.
import { createInterface } from 'node:readline';

const [, , way] = process.argv;
const squares = (x) => x.reduce((sum, v) => sum + v * v, 0);
const say = (line) => void process.stdout.write(`${line}\n`);
const answer = (id, value) => say(JSON.stringify({ id, answer: value }));

const right = {
  hello: () => ({ protocol: 1, checks: 'loss' }),
  point: () => [1.5, -2.25, 0.5],
  loss: squares,
  gradient: (x) => x.map((v) => 2 * v),
};

/** How each way differs from the right answers: another value, or an action instead of an answer. */
const WAYS = {
  right: {},
  wrong: { gradient: (x) => x.map((v) => 4 * v) },
  vjp: {
    hello: () => ({ protocol: 1, checks: 'vjp' }),
    forward: (x) => x.map((v) => v * v),
    vjp: ([x, v]) => x.map((each, i) => 2 * each * v[i]),
  },
  'vjp ignores v': {
    hello: () => ({ protocol: 1, checks: 'vjp' }),
    forward: (x) => x.map((v) => v * v),
    vjp: ([x]) => x.map((each) => 2 * each),
  },
  dies: { loss: () => process.exit(7) },
  killed: { loss: () => process.kill(process.pid, 'SIGKILL') },
  silent: { hello: () => undefined },
  late: { hello: (_, id) => void setTimeout(() => answer(id, right.hello()), 60_000) },
  floods: {
    loss: (x) => {
      process.stderr.write('flood '.repeat(40_000));
      return squares(x);
    },
  },
  rubbish: { loss: () => say('\u001b[31mloading…') },
  'wrong request': { gradient: (x, id) => answer(id - 1, x) },
  twice: {
    point: (_, id) => {
      answer(id, [1, 2, 3]);
      answer(id, [1, 2, 3]);
    },
  },
  NaN: { loss: (_, id) => say(`{"id": ${id}, "answer": NaN}`) },
  'gradient of NaN': { gradient: (_, id) => say(`{"id": ${id}, "answer": ["NaN", 1, -Infinity]}`) },
  throws: { loss: (_, id) => say(JSON.stringify({ id, error: 'ZeroDivisionError: float division by zero' })) },
  text: { point: () => [[1, 2], ['3']] },
  endless: { loss: () => void process.stdout.write('1'.repeat(2_000_000)) },
  hangs: {
    loss: () => {
      process.stderr.write(`process ${process.pid} hangs\n`);
      setInterval(() => {}, 1000);
    },
  },
  layers: {
    point: () => ({
      layers: [
        {
          W: [
            [1, 2],
            [3, 4],
          ],
          b: [0.5],
        },
        { W: [[5, 6]], b: [-0.5, 1] },
      ],
      scale: 2,
    }),
    loss: ({ layers, scale }) => scale * squares(layers.flatMap(({ W, b }) => [...W.flat(), ...b])),
    gradient: ({ layers, scale }) => ({
      layers: layers.map(({ W, b }, k) => ({
        W: W.map((row) => row.map((v, j) => (k === 1 && j === 1 ? 3 : 2) * scale * v)),
        b: b.map((v) => 2 * scale * v),
      })),
      scale: squares(layers.flatMap(({ W, b }) => [...W.flat(), ...b])),
    }),
  },
  'stays on': { hello: () => void setInterval(() => {}, 1000) || right.hello() },
  echo: { gradient: (x) => x },
};

if (way === 'first') say('ready');
const answers = { ...right, ...WAYS[way] };
for await (const line of createInterface({ input: process.stdin })) {
  const { id, ...request } = JSON.parse(line);
  const [[operation, argument]] = Object.entries(request);
  const value = answers[operation](argument, id);
  if (value !== undefined) answer(id, value);
}
