/** Cut, mangled and enormous messages: always an answer, in bounded time, and no name that the whole message does not have. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFailure } from '../../src/failures/index.ts';
import { makeMessage, type Random, randomOf } from './messages.ts';
import { allowedFor } from './names.ts';

const FOLDER = 'corpus/messages';
const { samples } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')) as {
  samples: { file: string; expect: { pattern: string | null } }[];
};
const messages = samples
  .filter(({ file }) => /\.(?:txt|csv)$/.test(file))
  .map(({ file, expect: { pattern } }) => ({ text: readFileSync(`${FOLDER}/${file}`, 'utf8'), pattern }));
const texts = messages.map(({ text }) => text);
const JUNK = ['[', ']', '...', '\n', ' ', '-', 'nan', 'e', '1', '(', ',', ';', '|', 'x: ', '\u001b[0m', '−', '> ', '~'];

function mangled(text: string, random: Random): string {
  let result = text;
  for (let turn = 0; turn < 1 + 4 * random(); turn++) {
    const at = Math.floor(random() * result.length);
    const length = Math.floor(random() * 30);
    const kind = random();
    if (kind < 0.3) result = result.slice(0, at) + JUNK[Math.floor(random() * JUNK.length)] + result.slice(at);
    else if (kind < 0.6) result = result.slice(0, at) + result.slice(at + length);
    else if (kind < 0.8) result = result.slice(0, at);
    else result = result.slice(at) + result.slice(0, at);
  }
  return result;
}

/** `npm run fuzz` sets more. */
const COUNT = Number(process.env.FUZZ ?? 2000);

const namedAboveLow = (text: string): string[] =>
  readFailure(text)
    .findings.filter(({ confidence, role }) => confidence !== 'low' && role === 'bug')
    .map(({ kind }) => kind);

describe('whatever is pasted', () => {
  it(`is answered, and bears no other name than the whole or the true one: ${COUNT} mangled messages`, {
    timeout: 600_000,
  }, () => {
    const random = randomOf(11);
    const whole = messages.map(({ text, pattern }) => new Set([...namedAboveLow(text), ...allowedFor(pattern)]));
    for (let i = 0; i < COUNT; i++) {
      const k = i % texts.length;
      const text = mangled(texts[k], random);
      const reading = readFailure(text);
      expect(reading.summary).not.toBe('');
      for (const { analytic, numeric, shapes, names } of reading.comparisons) {
        if (!shapes) expect(analytic.length).toBe(numeric.length);
        expect(names.length).toBe(numeric.length);
      }
      // A NaN that was planted is there.
      const planted = /nan/i.test(text) ? ['not-finite'] : [];
      for (const kind of namedAboveLow(text)) expect([...whole[k], ...planted], text).toContain(kind);
    }
  });

  it('that is cut short bears no other name than the whole, or the true one', () => {
    const random = randomOf(12);
    for (const { text, pattern } of messages) {
      const whole = new Set(
        readFailure(text)
          .findings.filter(({ confidence }) => confidence !== 'low')
          .map(({ kind }) => kind),
      );
      for (let k = 0; k < 12; k++) {
        const cut = readFailure(text.slice(0, Math.floor(random() * text.length)));
        const named = cut.findings
          .filter(({ confidence, role }) => confidence !== 'low' && role === 'bug')
          .map(({ kind }) => kind);
        for (const kind of named) expect([...whole, ...allowedFor(pattern)], text.slice(0, 80)).toContain(kind);
      }
    }
  });

  it.each([
    '',
    ' ',
    '\0',
    '[',
    ']',
    '...',
    'nan',
    '1',
    '{}',
    '[]',
    'x: array(',
    'numerical:tensor(',
    '\u0093NUMPY',
    'PK\u0003\u0004',
  ])('is answered: %j', (text) => expect(readFailure(text).conclusion).toBeDefined());

  const size = 1e6;
  it.each([
    ' ',
    '1',
    '[',
    '[1',
    '\n',
    '> E ',
    'a=1 ',
    '1 2\n',
    'tensor([[1., 2.],\n',
    'Jacobian mismatch for output 0 with respect to input 0,\n',
    'Not equal to tolerance\n x: array([1.\n y: array([2.\n',
    '* grad_f[ 1] = 1.0 ~ 2.0 [1]\n',
    ' evaluates to 1\n which exceeds',
    '(Jfd)\nx: y wrt z\n',
    'Param 0 (W) FAILED: grad= 1, numericalGrad= 2\n',
    'NUMERICAL: [1.] BACKWARD: [2.]\n',
    'row 0: (0, 1.)\nHand-coded Jacobian\nObject\nFinite difference Jacobian\n',
  ])('takes bounded time: %j over and over', (piece) => {
    const start = process.cpuUsage();
    readFailure(piece.repeat(size / piece.length));
    const { user, system } = process.cpuUsage(start);
    // Quadratic time would be minutes; a busy machine is slow by a factor of a few.
    expect((user + system) / 1e6).toBeLessThan(15);
  });
});

/** Names that say what the check does, not what the gradient is. */
const OF_THE_CHECK = new Set(['agrees', 'float32', 'float16', 'bfloat16', 'threshold', 'kink-at-x', 'jump']);

describe('over 2,000 made messages', () => {
  const made = Array.from({ length: 2000 }, (_, i) => makeMessage(1_000_000 + i));
  const read = made.map((message) => ({ message, reading: readFailure(message.text) }));
  const opposite = read.filter(({ message, reading }) => reading.conclusion === (message.wrong ? 'right' : 'wrong'));
  const misnamed = read.filter(({ message: { names, wrong }, reading }) =>
    reading.findings.some(
      ({ kind, confidence }) => confidence !== 'low' && !names.includes(kind) && !(OF_THE_CHECK.has(kind) && !wrong),
    ),
  );
  const whole = read.filter(
    ({ message, reading }) => reading.comparisons.reduce((sum, { visible }) => sum + visible, 0) === message.pairs,
  );
  const double = read.filter(({ message }) => message.precision === 'float64' && message.wrong);
  const told = double.filter(({ reading }) => reading.conclusion === 'wrong');

  console.warn(
    [
      `made messages, ${read.length}: read to the last pair ${whole.length}, contradicted ${opposite.length},`,
      `falsely named above low ${misnamed.length}; wrong gradients in double precision concluded wrong ${told.length} of ${double.length}`,
    ].join(' '),
  );

  // A last number that is printed with fewer digits than those before it may be taken for torn off.
  it('nearly all are read to the last pair', () => expect(whole.length).toBeGreaterThanOrEqual(0.995 * read.length));

  it('none is contradicted, even where short floats hide the error', () => {
    expect(opposite).toEqual([]);
  });

  it('none is falsely named', () => expect(misnamed).toEqual([]));

  it('most wrong gradients are seen to be wrong', () => expect(told.length / double.length).toBeGreaterThan(0.65));
});
