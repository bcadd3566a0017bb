/** Runs both checks on the network with a bug in it. Heavy (the whole checker), so loaded when first wanted. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import type { PointRecord } from '@/checker/types.ts';
import { explainFinding, nextStep, summarize, titleOf } from '@/checker/words/wording.ts';
import { twoLayerNetwork } from '@/examples/programs/two-layer-network.ts';
import { type BugChoice, NO_BUG, type Outcome } from './outcome.ts';

/**
 * The production check and the textbook check of the two-layer network, with one of its bugs or none.
 *
 *     runLiveCheck('bias-detached').named?.title // 'Nothing flows back'
 */
export function runLiveCheck(choice: BugChoice): Outcome {
  const { f, gradient: right, point, sizes, shown, bugs } = twoLayerNetwork;
  const bug = choice === NO_BUG ? undefined : bugs.find(({ id }) => id === `${twoLayerNetwork.id}/${choice}`);
  const gradient = () => bug?.make() ?? right;
  const x = point as PointRecord;
  const report = diagnoseGradient(f, gradient(), x, { sizes });
  const { status, relativeError } = gradientCheck(f, gradient(), x);
  const finding = report.findings.find(({ role }) => role === 'bug');
  return {
    bug: choice,
    verdict: report.verdict,
    elements: report.elements.map(({ name, analytic, numeric, verdict }) => ({ name, analytic, numeric, verdict })),
    groups: report.groups.map(({ name, start, size, verdict }) => ({ name, start, size, verdict })),
    ranking: report.ranking,
    ...(finding && {
      named: {
        title: titleOf(finding.kind),
        slug: finding.kind,
        evidence: explainFinding(finding),
        next: nextStep(finding),
        confidence: finding.confidence,
      },
    }),
    summary: summarize(report),
    evaluations: report.evaluations,
    textbook: { status, relativeError },
    program: shown(bug).backward,
  };
}
