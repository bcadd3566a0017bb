/** One cause of false alarms at a time, with the step and how bad it is: the figures beside the paragraphs. */
import { sparseTable } from '@/charts/figure/table.ts';
import { type LineChartSpec, withTable } from '@/charts/line-chart.ts';
import { type GradientCheck, gradientCheck } from '@/checker/textbook/gradient-check.ts';
import type { NumberField } from '@/input/fields.ts';
import { initialState } from '@/input/url-state.ts';
import { lensDrawing, slopesDrawing } from './drawing.ts';
import { gradientUnderTest, type KinksModel, kinksModel } from './model.ts';
import { fields, type State, type Tab } from './state.ts';

const { h, distance, noise, gap, offset } = fields;

/** What is set in each, the step last. */
export const SMALL_FIELDS: Readonly<Record<Tab, Readonly<Record<string, NumberField>>>> = {
  kink: { distance, h },
  noise: { noise, h },
  float32: { h },
  domain: { gap, h },
  offset: { offset, h },
};

/** Samples of f across the window, or steps of the sweep; a table has every eighth. */
const SAMPLES = 97;
const TABLE_EVERY = 8;

export interface SmallModel {
  readonly model: KinksModel;
  readonly drawing: LineChartSpec;
  /** What the textbook check makes of the right gradient at this step. */
  readonly check: GradientCheck<number>;
}

/** A kink is seen in the slopes against the step, all else in f at the scale of the step. */
export function smallModel(tab: Tab, set: Readonly<Record<string, number>>): SmallModel {
  const state: State = { ...initialState(fields), tab, ...set };
  const model = kinksModel(state, SAMPLES);
  const { loss, x } = model.subject;
  const seen = tab === 'kink' ? slopesDrawing(model, tab) : lensDrawing(model, tab);
  return {
    model,
    drawing: withTable(seen, (spec) => sparseTable(spec, TABLE_EVERY)),
    check: gradientCheck(loss(), gradientUnderTest(state), x, { step: state.h }),
  };
}

/** A typical batch: a thousand units on a hundred samples. */
const UNITS = 1e5;

/** How many of those, with standard normal inputs, lie within a distance of their kink. */
export const expectedWithin = (reach: number): number => (UNITS * 2 * reach) / Math.sqrt(2 * Math.PI);
