/** The working part of the network: the check and all that is shown of it. Fetched when the first bug is planted. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { Element, Report } from '@/checker/types.ts';
import { diagnosisOf } from '../report/diagnosis.ts';
import { argmax } from './argmax.ts';
import { forwardPass, gradientWith, loss, network, type PlantedLines } from './backprop.ts';
import { data, type Weights } from './data.ts';
import { roleOf } from './diagram.ts';
import type { Cell, ShownNetwork } from './shown.ts';
import { type CheckedState, lineStates } from './state.ts';
import { weightsAfter } from './training.ts';

/** Decades above the tolerance at which a cell is as dark as it gets: an error of order 1 stands about there. */
const HOTTEST = 10;

function cellOf({ name, analytic, numeric, tolerance, verdict }: Element): Cell {
  const ratio = (analytic - numeric) / tolerance;
  const decades = Math.log10(Math.abs(ratio));
  const heat = Number.isNaN(ratio) ? 1 : Math.min(1, Math.max(0, decades / HOTTEST));
  return { name, analytic, numeric, ratio, heat: verdict === 'pass' ? 0 : heat, verdict, role: roleOf(name) };
}

/** The production check of the network's gradient, at these weights and with these bugs. */
export function check(planted: PlantedLines, weights: Weights): Report {
  return diagnoseGradient(loss, gradientWith(planted), weights, { sizes: network.sizes });
}

/** Everything that the figure shows of a state. */
export function networkModel(state: CheckedState): ShownNetwork {
  const weights = weightsAfter(state.steps);
  const report = check(lineStates(state), weights);
  const { P } = forwardPass(weights);
  return {
    loss: loss(weights),
    correct: P.filter((row, i) => argmax(row) === data.labels[i]).length,
    evaluations: report.evaluations,
    diagnosis: diagnosisOf(report),
    groups: report.groups,
    cells: report.elements.map(cellOf),
    worst: report.elements[report.ranking[0] ?? 0].name,
  };
}
