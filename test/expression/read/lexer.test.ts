import { describe, expect, it } from 'vitest';
import { tokenize } from '@/expression/read/lexer.ts';

const texts = (text: string): string =>
  tokenize(text)
    .map((token) => token.text)
    .join(' ');

describe('tokens', () => {
  it.each([
    ['2.5e-3x', '2.5e-3 x'],
    ['2.*x', '2 .* x'],
    ['2. + .5', '2 + .5'],
    ['w_{12} + x₁ + y_max', 'w_12 + x_1 + y_max'],
    ['x⁻¹²', 'x ^ - 12'],
    ['πx ϵ', 'π x ε'],
    ['np.exp(x) + Math.E', 'exp ( x ) + e'],
    ['\\alpha_{10} \\cdot \\varepsilon \\, x', 'alpha_10 · epsilon x'],
    ['\\|w\\| + \\left\\{x\\right\\}', '‖ w ‖ + ( x )'],
  ])('of %s are %s', (text, tokens) => {
    expect(texts(text)).toBe(tokens);
  });

  it('have the places that they are written at, whatever they are made of', () => {
    const text = 'a·√x² + \\frac{π}{2}';
    for (const { position, length } of tokenize(text)) {
      expect(text.slice(position, position + length)).toMatch(/^\S+$/u);
    }
    expect(tokenize(text).at(-2)).toMatchObject({ text: '2', position: text.length - 2, length: 1 });
  });
});
