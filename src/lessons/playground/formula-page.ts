/**
 * Everything that the formula mode shows, ready to be drawn: the model, its formulas typeset, its diagnosis in words.
 * Computed at build for the example and in a worker for what the reader types. Brings the decimals of mathjs, and KaTeX.
 */
import { LIMITS } from '@/expression/index.ts';
import { type DiagnosisText, diagnosisOf } from '../report/diagnosis.ts';
import {
  type FormulaComponent,
  type FormulaModel,
  type FormulaState,
  type FormulaView,
  formulaModel,
} from './formula-model.ts';
import { tooLong, typeset } from './typeset.ts';

/** A formula as HTML, or what is said in its place. */
export interface ShownFormula {
  readonly html?: string;
  readonly text: string;
}

export interface FormulaPage extends Omit<FormulaView, 'components' | 'testFile' | 'report' | 'typed'> {
  readonly math: {
    readonly f: ShownFormula;
    /** The gradient as typed; absent where none was. */
    readonly typed?: ShownFormula;
    /** ∂f/∂x = …, one an element or a row of those that are too long, or why there is no symbolic gradient. */
    readonly gradient: readonly ShownFormula[] | string;
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
  const answer: FormulaPage = {
    ...view,
    math: {
      f: shown('f', `f = ${model.tex}`),
      ...(typed && { typed: shown('the gradient', asTyped(typed)) }),
      gradient: 'message' in components ? components.message : linesOf(components),
    },
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

function shown(what: string, tex: string): ShownFormula {
  const html = tex.length > LIMITS.typeset ? undefined : typeset(tex);
  return { ...(html !== undefined && { html }), text: `${what} is ${tooLong(tex.length)}` };
}

/** The components that there is room for; of those that follow each other without, one line. */
function linesOf(components: readonly FormulaComponent[]): ShownFormula[] {
  let room: number = LIMITS.typeset;
  const lines: ShownFormula[] = [];
  let left: FormulaComponent[] = [];
  const sayLeft = () => {
    if (left.length === 0) return;
    const names = left.length === 1 ? left[0].name : `${left[0].name} to ${left[left.length - 1].name}`;
    lines.push({ text: `${names}: ${tooLong(left.reduce((sum, { signs }) => sum + signs, 0))}` });
    left = [];
  };
  for (const component of components) {
    const { nameTex, tex = '' } = component;
    const fits = tex !== '' && tex.length <= room;
    const html = fits ? typeset(`\\frac{\\partial f}{\\partial ${nameTex}} = ${tex}`) : undefined;
    if (html === undefined) {
      left.push(component);
      continue;
    }
    sayLeft();
    room -= tex.length;
    lines.push({ html, text: component.name });
  }
  sayLeft();
  return lines;
}
