/** The working part of the zoo, with checker and families: fetched when the reader first asks for another bug. */
import { familyEntries, loadAll } from './families.ts';
import { ask } from './guess.ts';
import { bugNamed, zooModel } from './model.ts';
import type { Question, Shown } from './shown.ts';

/** A bug of a family, by their names, under the check. */
export async function show(familyId: string, bugName: string): Promise<Shown> {
  const entry = familyEntries.find(({ id }) => id === familyId) ?? familyEntries[0];
  const family = await entry.load();
  return zooModel(family, bugNamed(family, bugName));
}

/** A bug from anywhere in the zoo that is not among those seen; it is among them then. */
export const drawUnseen = async (seen: Set<string>): Promise<Question> => ask(await loadAll(), seen, Math.random());
