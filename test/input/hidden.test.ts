import { describe, expect, it } from 'vitest';
import { hiddenIn, nameShown, showHidden } from '@/input/hidden.ts';

describe('a text with characters that cannot be seen', () => {
  it.each([
    ['a direction that is turned round', 'gradient\u202eSSAP', 'gradient\\u202eSSAP'],
    ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
    ['a break of lines', 'a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['a space without width', 'W\u200b1', 'W\\u200b1'],
    ['a byte order mark', '\ufeffW', '\\ufeffW'],
    ['a tag', 'W\u{e0041}', 'W\\u{e0041}'],
    ['a control', 'W\u0000\u001b[31m', 'W\\u0000\\u001b[31m'],
  ])('shows %s', (_, text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });

  it('is left as it is where all of it is seen', () => {
    const text = 'θ₁ = W[0][1] · ∂f/∂x,\n\t“größer”, 梯度, 😀';
    expect(showHidden(text)).toBe(text);
  });

  it.each([
    ['a Cyrillic letter in a Latin word', 'l\u043ess', 'l\\u043ess'],
    ['a Greek capital in a Latin word', 'W\u0391', 'W\\u0391'],
    ['a Hebrew letter in a Latin word', 'l\u05e1ss', 'l\\u05e1ss'],
    ['a numeral that is a Latin letter in disguise', '\u217coss', '\\u217coss'],
    ['a sign of phonetics in a Latin word', 'gr\u0251d', 'gr\\u0251d'],
    ['a letter as wide as a Chinese one', '\uff58', '\\uff58'],
    ['a Cyrillic letter that is a variable', '\u0445_0', '\\u0445_0'],
    ['a Greek letter in the shape of a Latin one', '\u03bf', '\\u03bf'],
    ['a Cyrillic letter behind a space without width', 'l\u200b\u043ess', 'l\\u200b\\u043ess'],
  ])('shows %s in a name', (_, name, shown) => {
    expect(nameShown(name)).toBe(shown);
  });

  it.each(['θ1', 'dσ', 'Δx', 'µ', 'потери', '损失', 'W[0].b', 'größe', 'łódź', 'x², w₁'])(
    'leaves the name %s as it is',
    (name) => {
      expect(nameShown(name)).toBe(name);
    },
  );

  it('is one line where it is a name', () => {
    expect(nameShown('w\nPASS')).toBe('w\\nPASS');
  });

  it('names them where they cannot be shown in their places', () => {
    expect(hiddenIn('W\u202e1\u200b\u202e')).toBe('2 × \\u202e, \\u200b');
    expect(hiddenIn('θ₁ = 0\r\n\tW')).toBe('');
    expect(hiddenIn(Array.from({ length: 20 }, (_, i) => String.fromCharCode(0x2060 + (i % 16))).join(''))).toMatch(
      /and others$/,
    );
  });
});
