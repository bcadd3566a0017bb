/**
 * Both checks on the network with a bug in it, as plain data: the page is built with one result, the reader's browser
 * makes the others. Heavy (the whole checker), so loaded when first wanted.
 */
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import type { Element, Group, PointRecord } from '@/checker/types.ts';
import type { ShownLine } from '@/examples/programs/program.ts';
import twoLayerNetwork from '@/examples/programs/two-layer-network.ts';
import { bugNamed, check } from '../bug-zoo/model.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { type BugChoice, CHOICES } from './state.ts';

export type ElementOutcome = Pick<Element, 'name' | 'analytic' | 'numeric' | 'verdict'>;
type GroupOutcome = Pick<Group, 'name' | 'start' | 'size' | 'verdict'>;

export interface LiveOutcome {
  readonly bug: BugChoice;
  readonly diagnosis: DiagnosisText;
  readonly elements: readonly ElementOutcome[];
  readonly groups: readonly GroupOutcome[];
  /** Wrong elements, worst first. */
  readonly ranking: readonly number[];
  readonly evaluations: number;
  readonly textbook: { readonly status: 'PASS' | 'FAIL'; readonly relativeError: number };
  /** The backward pass. */
  readonly program: readonly LiveLine[];
}

/** A line of the backward pass, with the bug that one of the choices plants in it. */
export interface LiveLine extends ShownLine {
  readonly bug?: BugChoice;
}

/**
 * The production check and the textbook check of the two-layer network, with one of its bugs or none.
 *
 *     runLiveCheck('bias-detached').diagnosis.findings[0].title // 'Nothing flows back'
 */
export function runLiveCheck(choice: BugChoice): LiveOutcome {
  const bug = bugNamed(twoLayerNetwork, choice);
  const report = check(twoLayerNetwork, bug);
  const { f, gradient, point, shown } = twoLayerNetwork;
  const { status, relativeError } = gradientCheck(f, bug?.make() ?? gradient, point as PointRecord);
  return {
    bug: choice,
    diagnosis: diagnosisOf(report),
    elements: report.elements.map(({ name, analytic, numeric, verdict }) => ({ name, analytic, numeric, verdict })),
    groups: report.groups.map(({ name, start, size, verdict }) => ({ name, start, size, verdict })),
    ranking: report.ranking,
    evaluations: report.evaluations,
    textbook: { status, relativeError },
    program: shown(bug).backward.map(withBug),
  };
}

function withBug(line: ShownLine): LiveLine {
  const planted = CHOICES.find(({ value }) => bugNamed(twoLayerNetwork, value)?.line === line.name);
  return planted ? { ...line, bug: planted.value } : line;
}
