/** The numbers of the chapter “Reading a failure”, computed while the site is built. */
import { diagnoseGradient } from '@/checker/index.ts';
import { families, familyOf, plantedBugs } from '@/examples/programs/index.ts';

export const familiesCount = families.length;
export const bugs = plantedBugs.length;
export const signs = { logTen: Math.LN10, degrees: 180 / Math.PI };

const reports = plantedBugs.map((bug) => {
  const family = familyOf(bug);
  return { bug, report: diagnoseGradient(family.f, bug.make(), family.point, { sizes: family.sizes }) };
});
const isNamed = ({ bug, report }: (typeof reports)[number]): boolean =>
  bug.kind !== 'unknown-pattern' && report.findings.some(({ kind }) => kind === bug.kind);
const right = reports.filter(isNamed);
export const named = {
  right: right.length,
  unnamed: reports.length - right.length,
  total: reports.length,
  /** Faults of behaviour: named, and no element is wrong. */
  behaviour: right.filter(({ report }) => report.verdict !== 'fail').length,
  /** Calls of the gradient that it takes to see how it behaves. */
  calls: reports[0].report.gradientEvaluations,
};
