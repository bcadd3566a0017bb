import { describe, expect, it } from 'vitest';
import { readNumber, vectorField } from '@/input/fields.ts';
import { hiddenIn, nameShown } from '@/input/hidden.ts';
import { constantsField, readConstant } from '@/lessons/playground/constant.ts';
import { languageOf } from '@/lessons/playground/recognise.ts';
import { decodeState } from '@/lessons/playground/share.ts';
import { SHARE_LIMITS } from '@/lessons/playground/state.ts';
import { fromVersion1 } from '@/lessons/playground/version-1.ts';

/** In one pass this takes milliseconds; with a pass for each character, seconds to minutes. */
const LENGTH = 50_000;

/** Text that makes a pattern with two repetitions side by side try every place where one ends and the other begins. */
const SHAPES = [
  ...[' ', '\n', '\t', '1', 'a', '(', ')', '[', 'Å', '=', '\u202e', '√', 'x ', '1 ', '() ', '1.', 'aа', 'if a:b\n'],
  ...['type ', 'def f(', 'class a(', 'import ', 'function ', 'sqrt('],
];
const TEXTS = SHAPES.flatMap((start) => [' ', '1', 'a', ')', '\n'].map((then) => [start, then] as const));

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a number box': readNumber,
  'a box of numbers': vectorField([]).read,
  'a value of the point': readConstant,
  'values of the point': constantsField(3).read,
  'the language of a program': languageOf,
  'hidden characters': hiddenIn,
  'a name': nameShown,
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('is read in one pass, whatever stands in it', () => {
    for (const shape of SHAPES) read(`${shape.repeat(LENGTH / shape.length)}!`);
    for (const [start, then] of TEXTS) read(`${start}${then.repeat(LENGTH)}!`);
  });
});

describe('a link of version 1', () => {
  it('is read in one pass, and what is no formula of this site is only cut', async () => {
    const formula = `x${' '.repeat(SHARE_LIMITS.unpacked - 100)}[1]`;
    expect(fromVersion1({ formula })).toEqual({ formula });
    const link = `#v1=j${Buffer.from(JSON.stringify({ formula: 'x'.repeat(8000) })).toString('base64url')}`;
    const decoded = await decodeState(link);
    expect(decoded).toMatchObject({ ok: true, mended: ['formula'] });
  });
});
