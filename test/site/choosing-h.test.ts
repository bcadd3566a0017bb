import { describe, expect, it } from 'vitest';
import { largeArgument, largeOffset, sineExponential } from '@/examples/index.ts';
import { initialState } from '@/input/url-state.ts';
import { curvesOf, fields } from '@/lessons/step-size/model.ts';
import { large, offset, optimum, predicted } from '@/lessons/step-size/numbers.ts';

const figureOf = (id: string) => curvesOf({ ...initialState(fields), function: id });

describe('the chapter “Choosing h” says what its figure shows', () => {
  it('the step that theory predicts', () => {
    expect(predicted).toBeCloseTo(figureOf(sineExponential.id).theory.predicted ?? Number.NaN, 15);
  });

  it('the best step of the notebook’s function, of the large offset and of the large x', () => {
    expect(figureOf(sineExponential.id).best).toEqual(optimum);
    expect(figureOf(largeOffset.id).best).toEqual(offset.best);
    expect(figureOf(largeArgument.id).best).toEqual(large.best);
  });
});
