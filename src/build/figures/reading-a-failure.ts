/** The numbers of the chapter “Reading a failure”, computed while the site is built. */
import { diagnoseGradient } from '../../checker/index.ts';
import { families, familyOf, plantedBugs } from '../../examples/zoo/index.ts';

export const familiesCount = families.length;
export const bugs = plantedBugs.length;
export const signs = { logTen: Math.LN10, degrees: 180 / Math.PI };

const isNamed = (bug: (typeof plantedBugs)[number]): boolean => {
  const family = familyOf(bug);
  const { findings } = diagnoseGradient(family.f, bug.make(), family.point, {
    sizes: family.sizes,
  });
  return findings.find(({ role }) => role === 'bug')?.kind === bug.kind;
};
export const named = { right: plantedBugs.filter(isNamed).length, total: plantedBugs.length };
