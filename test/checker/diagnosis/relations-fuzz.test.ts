/**
 * Random gradients with a random bug of each kind, and with errors that are none, in shapes and sizes that people have and with
 * error bars from those of float64 to those of float32. `DRAWS=2000` draws more.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { diagnose } from '@/checker/diagnosis/index.ts';
import type { Finding, FindingKind } from '@/checker/types.ts';
import { evidenceOf, random } from './kit.ts';
import { NAMELESS } from './nameless.ts';
import type { Draw } from './points.ts';
import { RELATION_PLANTS } from './relation-plants.ts';

const DRAWS = Number(process.env['DRAWS'] ?? 60);
/** Widest error bars, relative to the slopes, and how many powers of ten narrower they may be. */
const WIDEST = 1e-3;
const DECADES = 8;
/** These say where the errors are, which is as true of any others in these places. */
const PLACES: readonly FindingKind[] = ['single-element', 'layer-boundary'];

/** What was said of each draw, and how often. */
const table = new Map<string, Map<string, number>>();

function said(name: string, draw: Draw, widest = WIDEST): Finding[][] {
  const counts = new Map<string, number>();
  table.set(name, counts);
  return Array.from({ length: DRAWS }, (_, seed) => {
    const r = random(seed * 31 + name.length * 1009 + name.charCodeAt(0));
    const precision = widest * 10 ** (-DECADES * r.uniform());
    const setting = draw(r);
    const found = diagnose(evidenceOf({ unchanged: Array.from(setting.x, () => false), ...setting, seed, precision }));
    const text = found.map(({ kind, confidence }) => `${kind} ${confidence}`).join(' + ') || 'nothing wrong to be seen';
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return found;
  });
}

const falseNames = (draws: readonly Finding[][], may: readonly FindingKind[]): string[] =>
  draws.flatMap((found, draw) =>
    found
      .filter(({ kind, confidence }) => confidence !== 'low' && ![...may, ...PLACES].includes(kind))
      .map(({ kind, confidence }) => `draw ${draw}: ${kind} ${confidence}`),
  );

describe('a random gradient', () => {
  it.each(Object.entries(RELATION_PLANTS))(
    'with the bug %s is named so where it shows, and never otherwise',
    (kind, draw) => {
      const draws = said(kind, draw);
      expect(falseNames(draws, [kind as FindingKind])).toEqual([]);
      const shown = draws.filter((found) => found.length > 0);
      expect(shown.filter(([first]) => first.kind === kind).length).toBeGreaterThanOrEqual(0.9 * shown.length);
    },
  );

  it.each(Object.entries(NAMELESS))('with %s gets no name that is not so', (name, { draw, may = [], widest }) => {
    expect(falseNames(said(name, draw, widest), may)).toEqual([]);
  });

  afterAll(() => {
    const lines = [...table].map(([name, counts]) => {
      const most = [...counts].sort(([, a], [, b]) => b - a).map(([text, count]) => `${text} ${count}`);
      return `  ${name.padEnd(40)}${most.join(', ')}`;
    });
    console.log([`Names given to ${DRAWS} random gradients of each kind:`, ...lines].join('\n'));
  });
});
