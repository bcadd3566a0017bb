/** Guess first: a bug drawn unseen, and a short list of diagnoses to choose from. */

import { seededRandom } from '@/checker/random.ts';
import type { FindingKind } from '@/checker/types.ts';
import { titleOf } from '@/checker/words/wording.ts';
import type { Family, PlantedBug } from '@/examples/programs/family.ts';
import { zooModel } from './model.ts';
import type { BugQuestion } from './shown.ts';

const CHOICES = 4;

/** One bug out of those not drawn yet; of all, once every one has been. `random` is in [0, 1). */
export function draw(bugs: readonly PlantedBug[], seen: ReadonlySet<string>, random: number): PlantedBug {
  const unseen = bugs.filter(({ id }) => !seen.has(id));
  const pool = unseen.length > 0 ? unseen : bugs;
  return pool[Math.floor(random * pool.length)];
}

/** The true diagnosis among others of the zoo, by their titles, so that its place says nothing. */
export function choicesFor(bug: PlantedBug, bugs: readonly PlantedBug[], seed: number): FindingKind[] {
  const uniform = seededRandom(seed);
  const others = [...new Set(bugs.map(({ kind }) => kind))].filter((kind) => kind !== bug.kind);
  const chosen: FindingKind[] = [bug.kind];
  while (chosen.length < CHOICES && others.length > 0) {
    chosen.push(...others.splice(Math.floor(uniform() * others.length), 1));
  }
  return chosen.sort((a, b) => titleOf(a).localeCompare(titleOf(b), 'en'));
}

/** A question about a bug that has not been asked of this reader yet. Adds it to those seen. */
export function ask(families: readonly Family[], seen: Set<string>, random: number): BugQuestion {
  const bugs = families.flatMap((family) => family.bugs);
  const bug = draw(bugs, seen, random);
  const family = families.find(({ id }) => id === bug.family) as Family;
  const choices = choicesFor(bug, bugs, bugs.indexOf(bug) + 1000 * seen.size);
  seen.add(bug.id);
  return {
    shown: zooModel(family, bug),
    truth: bug.kind,
    choices: choices.map((kind) => ({ kind, title: titleOf(kind) })),
  };
}
