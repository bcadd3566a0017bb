import { describe, expect, it } from 'vitest';
import { families, plantedBugs } from '@/examples/programs/index.ts';
import { ask, choicesFor, draw } from '@/lessons/bug-zoo/guess.ts';
import { NO_SCORE, scored } from '@/lessons/bug-zoo/shown.ts';

const [_firstFamily] = families;
const everyBug = families.flatMap((family) => family.bugs.map((bug) => [bug.id, family, bug] as const));

describe('guessing first', () => {
  it('asks of every bug once before it asks of one again', () => {
    const seen = new Set<string>();
    for (let i = 0; i < plantedBugs.length; i++) seen.add(draw(plantedBugs, seen, (i * 0.37) % 1).id);
    expect(seen.size).toBe(plantedBugs.length);
    expect(plantedBugs).toContain(draw(plantedBugs, seen, 0.999));
  });
  it('offers four different diagnoses, the true one among them, in an order that does not tell', () => {
    for (const [, , bug] of everyBug) {
      const choices = choicesFor(bug, plantedBugs, 3);
      expect(new Set(choices).size).toBe(4);
      expect(choices).toContain(bug.kind);
    }
    const places = everyBug.map(([, , bug], i) => choicesFor(bug, plantedBugs, i).indexOf(bug.kind));
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  });
  it('keeps the score', () => {
    const seen = new Set<string>();
    const guess = ask(families, seen, 0.5);
    const wrong = guess.choices.find(({ kind }) => kind !== guess.truth)?.kind;
    expect(seen.size).toBe(1);
    expect([...seen]).toEqual([`${guess.shown.family.id}/${guess.shown.bug?.name}`]);
    expect(scored(NO_SCORE, { ...guess, answer: guess.truth })).toEqual({ right: 1, asked: 1 });
    expect(scored({ right: 1, asked: 1 }, { ...guess, ...(wrong && { answer: wrong }) })).toEqual({
      right: 1,
      asked: 2,
    });
  });
});
