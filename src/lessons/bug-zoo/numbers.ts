/** The numbers of the chapter “Reading a failure”: what its figure says of every bug, one after the other. */
import { titleOf } from '@/checker/words/wording.ts';
import { families, familyOf, plantedBugs } from '@/examples/programs/index.ts';
import { bugNamed, check, zooModel } from './model.ts';
import { fields } from './state.ts';

/** What the figure opens with. */
const opened = families.find(({ id }) => id === fields.family.initial)!;
export const first = zooModel(opened, bugNamed(opened, fields.bug.initial));

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

/** How many bugs get each verdict, with a name and without one. */
export const verdicts = (['fail', 'inconclusive', 'pass'] as const).map((verdict) => {
  const those = reports.filter(({ report }) => report.verdict === verdict);
  const withName = those.filter(isNamed).length;
  return { verdict, named: withName, unnamed: those.length - withName };
});

const reportOn = (id: string) => reports.find(({ bug }) => bug.id === id)!.report;

/** Three names, and what each rests on: many elements, a few, and two. */
const EVIDENCE = ['two-layer-network/mean-forgotten', 'embedding/written-once', 'robot-arm/offset-swapped'];
export const evidence = EVIDENCE.map((id) => {
  const [{ kind, evidence: found, confidence }] = reportOn(id).findings;
  const { fits, of, residual } = found as Record<'fits' | 'of' | 'residual', number>;
  return { named: titleOf(kind), fits, of, residual, confidence };
});

/** Bugs without a name that make one group wrong among right ones, and that group. */
export const oneGroup = reports
  .filter((one) => !isNamed(one))
  .flatMap(({ bug, report: { groups } }) => {
    const wrong = groups.filter(({ verdict }) => verdict === 'fail');
    return wrong.length === 1 && groups.length > 1
      ? [{ title: bug.title, family: familyOf(bug).title, group: wrong[0].name, groups: groups.length }]
      : [];
  });

/** Four faults that no comparison at one point shows, as the report has them. */
const BEHAVIOUR = [
  'linear-regression/accumulates',
  'logistic-regression/stale-prediction',
  'linear-regression/decays-in-place',
  'logistic-regression/one-buffer',
];
export const behaviours = BEHAVIOUR.map((id) => {
  const report = reportOn(id);
  const [{ kind }] = report.findings;
  return {
    named: titleOf(kind),
    verdict: report.verdict,
    wrong: report.elements.filter(({ verdict }) => verdict === 'fail').length,
  };
});
