/**
 * Everything that the formula mode shows, ready to be drawn: the model, its formulas typeset, its diagnosis in words.
 * Computed at build for the example and in a worker for what the reader types. Brings the decimals of mathjs, and KaTeX.
 */
import katex from 'katex';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import { type FormulaModel, type FormulaState, type FormulaView, formulaModel } from './formula-model.ts';

/** A formula as HTML; absent where it is too long to typeset. */
export type MathHtml = string | undefined;

export interface FormulaPage extends Omit<FormulaView, 'components' | 'testFile' | 'report' | 'typed'> {
  readonly math: {
    readonly f: MathHtml;
    /** The gradient as typed. */
    readonly typed: MathHtml;
    /** ∂f/∂x = …, one an element, or why there is no symbolic gradient. */
    readonly gradient: readonly { readonly name: string; readonly html: MathHtml; readonly text?: string }[] | string;
  };
  readonly diagnosis?: DiagnosisText;
  readonly evaluations?: number;
}

export type FormulaAnswer = FormulaPage | Extract<FormulaModel, { ok: false }>;

/** What the page shows of a state, and the check as a test file, which is asked for apart. */
export function formulaPage(state: FormulaState): { readonly answer: FormulaAnswer; readonly testFile?: string } {
  const model = formulaModel(state);
  if (!model.ok) return { answer: model };
  const { components, testFile, report, typed, ...view } = model;
  const gradient =
    'message' in components
      ? components.message
      : components.map(({ name, nameTex, tex, text }) => ({
          name,
          html: tex === undefined ? undefined : typeset(`\\frac{\\partial f}{\\partial ${nameTex}} = ${tex}`),
          ...(text !== undefined && { text }),
        }));
  const answer: FormulaPage = {
    ...view,
    math: { f: typeset(`f = ${model.tex}`), typed: typed && typeset(asTyped(typed)), gradient },
    ...(report && { diagnosis: diagnosisOf(report), evaluations: report.evaluations }),
  };
  return { answer, ...(testFile !== undefined && { testFile }) };
}

/** `(2w, 1)` for components in order, `b: 1, w: 2w` for named ones. */
function asTyped(parts: NonNullable<FormulaView['typed']>): string {
  const written = parts.map(({ name, tex }) =>
    name === undefined ? tex : `\\text{${name.replaceAll('_', '\\_')}}\\colon\\; ${tex}`,
  );
  const list = written.join(',\\quad ');
  return parts.some(({ name }) => name !== undefined) ? list : `\\nabla f = \\left(${list}\\right)`;
}

/** The TeX is made from a syntax tree that was read by an allow-list; KaTeX is told to trust none of it all the same. */
function typeset(tex: string): MathHtml {
  try {
    return katex
      .renderToString(tex, { displayMode: true, throwOnError: true, strict: 'ignore', trust: false, maxExpand: 200 })
      .replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', '');
  } catch {
    return undefined;
  }
}
