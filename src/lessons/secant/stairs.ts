/** What two values of f have in common when h is tiny, and what that leaves of their difference. */
import type { LineChartSpec } from '@/charts/line-chart.ts';
import { numberField } from '@/input/fields.ts';
import { initialState } from '@/input/url-state.ts';
import { type Digits, digitsOf } from '../differences/digits.ts';
import { PRECISIONS } from '../differences/precisions.ts';
import { closeDrawing } from './drawing.ts';
import { type SecantModel, secantModel } from './model.ts';
import { fields as large } from './state.ts';

export const fields = { h: numberField(4e-16, { min: large.h.min, max: 1e-2 }) };

export interface Stairs {
  readonly model: SecantModel;
  /** f(x + h) and f(x − h). */
  readonly values: readonly { readonly label: string; readonly value: number; readonly digits: Digits }[];
}

export function stairsOf(h: number): Stairs {
  const model = secantModel({ ...initialState(large), scheme: 'central', h });
  const { curve, x } = model;
  const values = [curve.f(x + h), curve.f(x - h)];
  const digits = digitsOf(values, PRECISIONS.float64.digits);
  return {
    model,
    values: values.map((value, i) => ({ label: `f(x ${'+−'[i]} h)`, value, digits: digits[i] })),
  };
}

const SAMPLES = 97;

/** f close to x, as doubles have it, with the tangent and the secant. */
export const stairsDrawing = ({ model }: Stairs): LineChartSpec => closeDrawing(model, SAMPLES);
