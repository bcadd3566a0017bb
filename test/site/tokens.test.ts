import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');
const [light, dark] = css
  .split('@media screen')
  .map(
    (part) => new Map([...part.matchAll(/--gc-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])),
  );

/** What a colour may mean; `ink` is also what can be pressed, dragged or followed. */
const MEANINGS = [
  'ink',
  'ink-soft',
  'analytic',
  'numeric',
  'truth',
  'error',
  'pass',
  'fail',
  'inconclusive',
  'series-1',
  'series-2',
];

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s theme', (_, theme) => {
  it('mean one thing each', () => {
    const colours = MEANINGS.map((meaning) => theme.get(meaning));
    expect(colours).not.toContain(undefined);
    expect(new Set(colours).size).toBe(MEANINGS.length);
  });

  it.each(MEANINGS)('can be read as text: %s', (meaning) => {
    for (const ground of ['paper', 'paper-soft']) {
      expect(contrast(theme.get(meaning)!, theme.get(ground)!)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('the verdicts can be read on their own ground', () => {
  for (const theme of [light, dark]) {
    for (const verdict of ['pass', 'fail', 'inconclusive']) {
      expect(contrast(theme.get(verdict)!, theme.get(`${verdict}-soft`)!)).toBeGreaterThanOrEqual(4.5);
    }
  }
});
