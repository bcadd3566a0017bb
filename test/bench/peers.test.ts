import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cases as untyped } from '../../corpus/verdict/corpus/open.mjs';
import peers from '../../corpus/verdict/peers-open.json' with { type: 'json' };

const ANSWER = fileURLToPath(new URL('../../bench/peers/answer.mjs', import.meta.url));

interface Case {
  readonly id: string;
  readonly x0: readonly number[];
  make(): { f: (x: Float64Array) => number; grad: (x: Float64Array) => Float64Array };
}
const cases = untyped as unknown as readonly Case[];

/** JSON as Python reads it, with NaN and infinity. */
const read = (line: string): unknown =>
  JSON.parse(line.replace(/-?Infinity|NaN/g, '"$&"'), (_, value) =>
    ['NaN', 'Infinity', '-Infinity'].includes(value) ? Number(value) : value,
  );

describe('the checkers of others', () => {
  it('are asked about the losses and gradients of the corpus, to the last bit', () => {
    const questions = cases.flatMap(({ id, x0 }) => [{ start: id }, { f: x0 }, { g: x0 }]);
    const input = questions.map((question) => JSON.stringify(question)).join('\n');
    const answers = execFileSync(process.execPath, [ANSWER], { input, encoding: 'utf8' }).trim().split('\n').map(read);
    const expected = cases.flatMap(({ x0, make }) => {
      const { f, grad } = make();
      const [forF, forGradient] = [Float64Array.from(x0), Float64Array.from(x0)];
      const [value, gradient] = [f(forF), grad(forGradient)];
      return [[...x0], [[value], [...forF]], [[...gradient], [...forGradient]]];
    });
    expect(answers).toEqual(expected);
  });

  it('answered every case of it once', () => {
    const ids = cases.map(({ id }) => id);
    for (const [peer, rows] of Map.groupBy(peers.rows, (row) => row.peer))
      expect(
        rows.map(({ id }) => id),
        peer,
      ).toEqual(ids);
  });
});
