import { describe, expect, it } from 'vitest';
import { boxText, fromFiles, fromText, heldText, MOST_BYTES, questionOf, refusal } from '@/lessons/failure/source.ts';

describe('what is given to be read', () => {
  it('stands in the box as it was typed', () => {
    const source = fromText('analytic,numeric\n1,2');
    expect(boxText(source)).toBe('analytic,numeric\n1,2');
    expect(heldText(source)).toBe('');
    expect(questionOf(source, { swapped: true })).toEqual({ text: 'analytic,numeric\n1,2', swapped: true });
  });

  it('is no question where the box is empty', () => {
    expect(questionOf(fromText(' \n'), { swapped: false })).toBeUndefined();
  });

  it('is kept whole beside the box where it is too long for one', () => {
    const text = '1.5,2.5\n'.repeat(640_000);
    const source = fromText(text);
    expect(boxText(source).length).toBeLessThan(10_000);
    expect(text.startsWith(boxText(source))).toBe(true);
    expect(heldText(source)).toMatch(/^Your text: 5\.1 MB, all of it read/);
    expect(questionOf(source, { swapped: false })?.text).toBe(text);
  });

  it('is kept beside the box where thousands of marks turn it round', () => {
    const source = fromText('\u202e1 2\n'.repeat(2000));
    expect(heldText(source)).toMatch(/^Your text: .*all of it read/);
    expect(fromText('1 2\r\n'.repeat(2000)).kind).toBe('typed');
  });

  it('may be files, of which the box shows nothing and the note the names', () => {
    const source = fromFiles([
      { name: 'analytic.npy', bytes: new Uint8Array(1200) },
      { name: 'numeric.npy', bytes: new Uint8Array(1200) },
    ]);
    expect(boxText(source)).toBe('');
    expect(heldText(source)).toMatch(/^analytic\.npy, numeric\.npy: 2\.4 kB, read/);
    expect(questionOf(source, { swapped: false })?.files).toHaveLength(2);
  });

  it('holds characters that cannot be seen: the note names them', () => {
    expect(heldText(fromText('analytic\u200b,numeric\n\u202e1,2\u202e'))).toBe(
      'Characters in it that cannot be seen: \\u200b, 2 × \\u202e',
    );
    const [file] = [{ name: 'a\u202egnp.npy', bytes: new Uint8Array(10) }];
    expect(heldText(fromFiles([file]))).toMatch(/^a\\u202egnp\.npy/);
  });

  it('is refused, with what to do, beyond the bound', () => {
    expect(refusal(MOST_BYTES)).toBeUndefined();
    expect(refusal(MOST_BYTES + 2e6)).toMatch(/22\.0 MB.*20\.0 MB.*Cut out/);
  });
});
