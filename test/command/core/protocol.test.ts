import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotRun } from '@/command/core/errors.ts';
import { answerIn, requestOf } from '@/command/core/protocol.ts';
import { remoteSubject } from '@/command/core/subject.ts';
import { numbersIn, readJson, writeValue } from '@/command/core/values.ts';

const request = requestOf(3, 'loss', [1.5, -0, 1 / 3]);
const answerTo = (line: string) => answerIn(line, request, 'model');

describe('a request', () => {
  it('is one line with its number, the operation and every digit', () => {
    expect(request.line).toBe('{"id":3,"loss":[1.5,-0,0.3333333333333333]}');
  });
});

describe('a value on its way to a program and back', () => {
  const point = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.double(), tie('list'), tie('record')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    record: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  })).value;

  it('keeps its structure and every bit, −0, NaN and the infinities among them', () => {
    fc.assert(
      fc.property(point, (value) => {
        expect(numbersIn(readJson(writeValue(value)))).toEqual(value);
      }),
    );
  });

  it('is one line of JSON', () => {
    fc.assert(
      fc.property(point, (value) => {
        expect(writeValue(value)).not.toMatch(/[\r\n]/);
        expect(() => JSON.parse(writeValue(value))).not.toThrow();
      }),
    );
  });

  it('may hold typed arrays', () => {
    expect(writeValue({ W: Float32Array.of(0.5, -1) })).toBe('{"W":[0.5,-1]}');
  });

  it('may come with NaN and infinities bare, as Python and Julia write them', () => {
    expect(answerTo('{"id": 3, "answer": [NaN, -Infinity, {"Infinity": Infinity, "a": [nan, -inf]}]}')).toEqual([
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      { Infinity: Number.POSITIVE_INFINITY, a: [Number.NaN, Number.NEGATIVE_INFINITY] },
    ]);
  });
});

describe('a line that is no answer says what came', () => {
  it.each([
    ['7.5625', 'without its number: 7.5625'],
    ['[1, 2]', 'without its number: [1, 2]'],
    ['{"answer": 1}', 'An answer reads {"id": 3, "answer": …}'],
    ['{"id": "3", "answer": 1}', 'with the number "3"'],
    ['{"id": 2, "answer": 1}', 'with the number 2'],
    ['{"id": 3}', 'with neither an answer nor an error'],
    ['Traceback (most recent call last):', 'Standard output is for answers alone'],
    ['', 'with what is no JSON'],
    [`[${'1,'.repeat(5000)}`, '… (10001 characters)'],
  ])('%.40s', (line, says) => {
    expect(() => answerTo(line)).toThrow(CannotRun);
    expect(() => answerTo(line)).toThrow(says);
    expect(() => answerTo(line)).toThrow('model answered request 3, {"id":3,"loss":[1.5,-0,0.3333333333333333]}');
  });

  it('but an error of the program is an error of the loss', () => {
    expect(() => answerTo('{"id": 3, "error": "division by zero"}')).toThrow(/^division by zero$/);
  });
});

/** A program with these answers to `hello` and `point`. */
const meet = (hello: unknown, point: unknown = [1]) =>
  remoteSubject({ ask: (operation) => (operation === 'hello' ? hello : point) }, 'model', undefined);

describe('a program that is met', () => {
  it('says what it has', () => {
    const { kind, x, sizes } = meet({ protocol: 1, checks: 'vjp', sizes: { batch: 16 } }, { w: [1, 2] });
    expect({ kind, x, sizes }).toEqual({ kind: 'vjp', x: { w: [1, 2] }, sizes: { batch: 16 } });
  });

  it.each([
    [{ protocol: 2, checks: 'loss' }, 'speaks protocol 2; this command speaks 1'],
    ['hello', 'speaks protocol "hello"'],
    [{ protocol: 1, checks: 'hessian' }, 'offers "hessian" to be checked'],
    [{ protocol: 1, checks: 'loss', sizes: [16] }, 'no record of numbers'],
  ])('and is refused where it says %j', (hello, says) => {
    expect(() => meet(hello)).toThrow(says);
  });

  it('may have failed before there is any loss', () => {
    const ask = () => {
      throw new Error('no data');
    };
    expect(() => remoteSubject({ ask }, 'model', undefined)).toThrow('model failed before the check began: no data');
  });
});
