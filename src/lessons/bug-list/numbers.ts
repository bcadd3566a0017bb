/** What the checker says of each least example of the bug list, asked while the site is built. */
import {
  diagnoseGradient,
  explainFinding,
  FINDING_KINDS,
  type FindingKind,
  nextStep,
  type Point,
  titleOf,
} from '@/checker/index.ts';
import { surenessOf } from '@/checker/words/wording.ts';
import { type BugEntry, bugList, type LeastExample } from '@/examples/index.ts';

/** Runs an expression of the bug list: the project's own code, at build time. */
const run = (code: string): unknown => new Function(`return (${code});`)();

const check = ({ f, gradient, x, options }: LeastExample) =>
  diagnoseGradient<Point>(
    run(f) as (x: Point) => number,
    run(gradient) as (x: Point) => Point,
    run(x) as Point,
    options === undefined ? {} : (run(options) as object),
  );

export interface ListedBug extends BugEntry {
  readonly kind: FindingKind;
  readonly title: string;
  readonly mend: string;
  /** The checker's sentence on the example, and how sure the name is. */
  readonly said?: { readonly verdict: string; readonly text: string; readonly sureness: string };
}

function listed(kind: FindingKind): ListedBug {
  const entry = bugList[kind];
  const mend = nextStep({ kind, evidence: {} });
  if (entry.example === undefined) return { ...entry, kind, title: titleOf(kind), mend };
  const report = check(entry.example);
  const finding = report.findings.find((each) => each.kind === kind);
  return {
    ...entry,
    kind,
    title: titleOf(kind),
    mend,
    ...(finding && {
      said: { verdict: report.verdict, text: explainFinding(finding), sureness: surenessOf(finding) },
    }),
  };
}

const FIRST_OF_CONTRACT = FINDING_KINDS.indexOf('wrong-shape');
const FIRST_OF_DOUBTS = FINDING_KINDS.indexOf('kink-at-x');

/** In the order of the vocabulary: bugs that show in the numbers, in the behaviour, and what is no bug. */
export const listedBugs = {
  numbers: FINDING_KINDS.slice(0, FIRST_OF_CONTRACT).map(listed),
  behaviour: FINDING_KINDS.slice(FIRST_OF_CONTRACT, FIRST_OF_DOUBTS).map(listed),
  doubts: FINDING_KINDS.slice(FIRST_OF_DOUBTS).map(listed),
};
