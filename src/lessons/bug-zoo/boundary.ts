/** Which groups of the two-layer network each of its bugs makes wrong. Runs while the site is built. */
import type { Verdict } from '@/checker/types.ts';
import { titleOf } from '@/checker/words/wording.ts';
import network from '@/examples/programs/two-layer-network.ts';
import { check, shortName } from './model.ts';

export interface Boundary {
  readonly bug: string;
  readonly title: string;
  /** What the report calls it. */
  readonly named: string;
  /** In the order of the forward pass. */
  readonly groups: readonly {
    readonly name: string;
    readonly wrong: number;
    readonly size: number;
    readonly verdict: Verdict;
  }[];
}

export const boundaries: readonly Boundary[] = network.bugs.map((bug) => {
  const { groups, findings } = check(network, bug);
  return {
    bug: shortName(bug),
    title: bug.title,
    named: titleOf(findings[0].kind),
    groups: groups.map(({ name, wrong, size, verdict }) => ({ name, wrong, size, verdict })),
  };
});
