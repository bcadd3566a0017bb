import { describe, expect, it } from 'vitest';
import { lookAlikes } from '@/input/look-alikes.ts';

describe('letters that look like others', () => {
  it('are those of another script in a word with Latin letters, each in its place', () => {
    expect(lookAlikes('const l\u043ess = \u{1d431} + gr\u0430d;')).toEqual([
      { at: 7, letter: '\u043e' },
      { at: 13, letter: '\u{1d431}' },
      { at: 20, letter: '\u0430' },
    ]);
  });

  it('are in code also words of a script that has capitals, as Latin has', () => {
    const code = '\u0445\u043e\u0440 = 损失 + שלום // \u0445\u043e\u0440 \u0438 \u0445';
    expect(lookAlikes(code, () => false)).toEqual([]);
    expect(lookAlikes(code, (at) => at < code.indexOf('//')).map(({ at }) => at)).toEqual([0, 1, 2]);
  });
});
