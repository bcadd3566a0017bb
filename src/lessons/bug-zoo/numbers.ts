/** The numbers of the chapter “Reading a failure”: what its figure says of every bug, one after the other. */
import { titleOf } from '@/checker/words/wording.ts';
import { families, familyOf, plantedBugs } from '@/examples/programs/index.ts';
import { check } from './model.ts';

export const familiesCount = families.length;
export const bugs = plantedBugs.length;
export const signs = { logTen: Math.LN10, degrees: 180 / Math.PI };

const reports = plantedBugs.map((bug) => ({ bug, report: check(familyOf(bug), bug) }));
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

/** Four faults that no comparison at one point shows, as the report has them. */
const BEHAVIOUR = [
  'linear-regression/accumulates',
  'logistic-regression/stale-prediction',
  'linear-regression/decays-in-place',
  'logistic-regression/one-buffer',
];
export const behaviours = BEHAVIOUR.map((id) => {
  const { report } = reports.find(({ bug }) => bug.id === id)!;
  const [{ kind }] = report.findings;
  return {
    named: titleOf(kind),
    verdict: report.verdict,
    wrong: report.elements.filter(({ verdict }) => verdict === 'fail').length,
  };
});
