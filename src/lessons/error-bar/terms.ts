/** The terms of Taylor's series over one step, read from five values of f, and what they say of the term left out. */

import type { LineChartSpec } from '@/charts/line-chart.ts';
import { lineOnly, marksOnly } from '@/charts/marks/series.ts';
import { type Stencil, stencil } from '@/checker/slope/stencil.ts';
import { pureDerivatives } from '@/examples/functions/arithmetic.ts';
import { numberField, optionField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import { problemOf } from '../step-size/problem.ts';
import type { MeasuredSubject } from './measured.ts';
import { along, lineWith, optionsOf, type SubjectId, subjectOf } from './subjects.ts';

export const OPTIONS = optionsOf(['double', 'single', 'wave']);

export const fields = {
  f: optionField(OPTIONS),
  h: numberField(0.01, { min: 1e-6, max: 0.5 }),
};

/** The five-point formula is off by this many times the fifth term. */
const LEFT_OUT = 4;
const FACTORIALS = [1, 2, 6, 24, 120];

export interface TermsModel {
  readonly measured: Stencil;
  /** The checker's estimate of the terms left out, and their true size: both over one step. */
  readonly estimate: number;
  readonly truth: number;
  /** The true size of the terms c1 … c5. */
  readonly terms: readonly number[];
}

/** |f⁽ᵏ⁾| hᵏ / k! along the first element, for k from 1 to 5. */
function taylorTerms(id: SubjectId, step: number): number[] {
  const { example, precision } = subjectOf(id);
  const { values } = problemOf(example, precision);
  return FACTORIALS.map((factorial, i) =>
    Math.abs((pureDerivatives(example.over, values, i + 1)[0] * step ** (i + 1)) / factorial),
  );
}

export function termsModel(
  { f, h }: StateOf<typeof fields>,
  all: Readonly<Record<SubjectId, Pick<MeasuredSubject, 'value' | 'noise' | 'unit'>>>,
): TermsModel {
  const line = along(f);
  const step = line.realise(h);
  const found = stencil(lineWith(line, all[f]), step)!;
  const terms = taylorTerms(f, step);
  return { measured: found, estimate: found.truncation * step, truth: LEFT_OUT * terms[4], terms };
}

/** The sizes of the terms against their power of h. A term that is lost in the noise is 0 and stands in the lane for zeros. */
export function termsDrawing({ measured, estimate, truth, terms }: TermsModel): LineChartSpec {
  const exact = terms.map((term, i) => [i + 1, i === 4 ? truth : term] as const);
  const read = measured.terms.map((term, i) => [i + 1, term] as const);
  return {
    x: { label: 'power of *h*', domain: [0, 6] },
    y: { label: 'size of the term', kind: 'log', gutters: ['zero'] },
    series: [
      lineOnly('true', 'true terms', exact, 'truth', 'dotted'),
      marksOnly('measured', 'read from five values', read, 'numeric', 'circle'),
      marksOnly('estimate', 'estimate of what is left out', [[5, estimate]], 'error', 'diamond'),
    ],
    rules: [{ axis: 'y', value: measured.error, label: 'noise of *f*', dash: 'dashed' }],
  };
}
