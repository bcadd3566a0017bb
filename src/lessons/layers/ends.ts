/** A layer of the zoo under the check of many outputs, as plain data. Heavy (the whole checker): loaded when first wanted. */
import { diagnoseVjp, type Entry, summarizeLayer, type Verdict } from '@/checker/index.ts';
import { layers } from '@/examples/layers/index.ts';
import type { ShownLine } from '@/examples/programs/program.ts';
import { type DiagnosisText, diagnosisWith } from '../report/diagnosis.ts';
import type { Case } from './zoo.ts';

/** The verdict on one group of outputs along one group of inputs. */
interface Block {
  readonly input: string;
  /** Wrong entries of the Jacobian in this block. */
  readonly wrong: number;
  readonly size: number;
}

export interface Ends {
  readonly bug: Case;
  readonly explanation: string;
  readonly diagnosis: DiagnosisText;
  readonly inputs: readonly { readonly name: string; readonly verdict: Verdict }[];
  /** A row for each group of outputs. */
  readonly outputs: readonly {
    readonly name: string;
    readonly verdict: Verdict;
    readonly blocks: readonly Block[];
  }[];
  readonly worst?: Entry;
  /** The wrong line of the backward pass, or all lines if none is wrong; `first` is the number of the first line given. */
  readonly lines: readonly ShownLine[];
  readonly first: number;
}

/**
 * The check of a layer with one of its bugs or none.
 *
 *     checkEnds('lstm/cell-forgotten').worst?.name // which output along which element of x
 */
export function checkEnds(bug: Case): Ends {
  const [id] = bug.split('/');
  const layer = layers.find((each) => each.id === id)!;
  const planted = layer.bugs.find((each) => each.id === bug);
  const report = diagnoseVjp(layer.F, planted?.make() ?? layer.vjp, layer.point, { sizes: layer.sizes, full: true });
  const wrong = report.entries.filter(({ verdict }) => verdict === 'fail');
  const { backward } = layer.shown(planted);
  const at = backward.findIndex(({ mend }) => mend !== undefined);
  return {
    bug,
    explanation: planted?.explanation ?? layer.shows,
    diagnosis: diagnosisWith(report, () => summarizeLayer(report)),
    inputs: report.groups.map(({ name, verdict }) => ({ name, verdict })),
    outputs: report.outputs.map(({ name, verdict, size }) => ({
      name,
      verdict,
      blocks: report.groups.map((input) => ({
        input: input.name,
        wrong: wrong.filter(({ outputGroup, group }) => outputGroup === name && group === input.name).length,
        size: size * input.size,
      })),
    })),
    ...(wrong.length > 0 && { worst: wrong[0] }),
    lines: at < 0 ? backward : [backward[at]],
    first: Math.max(0, at) + 1,
  };
}
