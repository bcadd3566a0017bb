/** The numbers of the chapter “How the error bar is made”. */
import { FLOAT32_FLOOR, RELATIVE_FLOOR, RESOLUTION, SAFETY, WOBBLE_SAFETY } from '@/checker/defaults.ts';
import { EASY_ELEMENT } from '@/checker/elements/slopes.ts';
import { initialState } from '@/input/url-state.ts';
import { measured } from './measured.ts';
import { fields as ratioFields, ratioModel } from './ratio.ts';
import { subjectOf } from './subjects.ts';
import { fields as termFields, termsModel } from './terms.ts';
import { toleranceModel } from './tolerance.ts';
import { valleyModel } from './valley.ts';

const opened = initialState(ratioFields);
export const ratios = {
  h: opened.h,
  first: ratioModel(opened).ratios,
  tenth: ratioModel({ ...opened, h: 0.1 }).ratios,
};

const terms = termsModel(initialState(termFields), measured);
export const leftOut = { h: termFields.h.initial, ...terms, tooLarge: terms.estimate / terms.truth };

const { double, single, wave, offset } = measured;
export const noise = { double: double.noise, single: single.noise, offset: offset.noise };

export const first = { step: double.tried[0], scale: double.scale };
export const waves = { tried: wave.tried.length, from: wave.tried[0], kept: wave.slope.step };
export const probe = { step: double.probe, evaluations: EASY_ELEMENT };

export const limits = {
  bars: SAFETY,
  wobbles: WOBBLE_SAFETY,
  double: RELATIVE_FLOOR,
  single: FLOAT32_FLOOR,
  share: 100 * RESOLUTION.part,
};

/** Each subject with the parts of its tolerance, and the true error of its slope. */
export const rows = (['double', 'single', 'offset', 'huge'] as const).map((f) => {
  const { slope, ...parts } = toleranceModel({ f, error: 0 }, measured);
  const { label, example, precision } = subjectOf(f);
  return {
    label,
    ...parts,
    slope,
    step: measured[f].slope.step,
    off: Math.abs(
      slope - example.gradient(precision === 'float32' ? Array.from(Float32Array.from(example.x)) : example.x)[0],
    ),
  };
});
export const report = rows[0];
/** The slope of the function with a large constant is off by more than its error bar. */
export const strayed = rows[2].off / rows[2].bar;
export const hopeless = (100 * rows[3].tolerance) / Math.abs(rows[3].slope);

/** A step longer than the wave: its error bar, and its true error. */
const { curve } = valleyModel({ f: 'wave' }, measured);
const [longest] = curve.filter(({ step }) => step > 0.04);
export const leapt = { step: longest.step, bar: longest.bar, error: longest.error };
