/** The working part of the zoo, with checker and families: fetched when the reader first asks for another bug. */
import { familyEntries, loadAll } from './families.ts';
import { ask } from './guess.ts';
import { bugNamed, zooModel } from './model.ts';
import type { BugQuestion, ShownBug } from './shown.ts';

/** A bug of a family, by their names, under the check. */
export const show = async (familyId: string, bugName: string): Promise<ShownBug> => (await toShow(familyId, bugName))();

/** The same in two stages: fetches the family, then gives what checks it. */
export async function toShow(familyId: string, bugName: string): Promise<() => ShownBug> {
  const entry = familyEntries.find(({ id }) => id === familyId) ?? familyEntries[0];
  const family = await entry.load();
  return () => zooModel(family, bugNamed(family, bugName));
}

/** Fetches all families; the function that it gives draws a bug that is not in `seen`, and adds it to `seen`. */
export async function toDraw(seen: Set<string>): Promise<() => BugQuestion> {
  const families = await loadAll();
  return () => ask(families, seen, Math.random());
}
