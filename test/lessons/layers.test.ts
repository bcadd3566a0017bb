import { describe, expect, it } from 'vitest';
import { initialState } from '@/input/url-state.ts';
import { cotangentModel, fields, SUBJECT_OPTIONS } from '@/lessons/layers/cotangent.ts';
import { checkEnds } from '@/lessons/layers/ends.ts';
import { promises, views } from '@/lessons/layers/numbers.ts';
import { CASES } from '@/lessons/layers/zoo.ts';

describe('a wrong Jacobian', () => {
  it.each(SUBJECT_OPTIONS.map(({ value }) => value))(
    'of %s cannot be seen with ones, and can with random numbers',
    (bug) => {
      const blind = cotangentModel({ bug, v: 'ones' });
      expect(blind.wrong).toBeGreaterThan(0);
      expect(blind.seen).toEqual(blind.inputs.map(() => false));
      for (const v of ['random', 'another'] as const)
        expect(cotangentModel({ bug, v }).seen.filter(Boolean).length).toBeGreaterThan(1);
    },
  );

  it('opens with ones', () => {
    expect(initialState(fields).v).toBe('ones');
  });
});

describe('a layer at both ends', () => {
  it.each(CASES.map(({ value }) => value))('%s: the blocks hold the wrong slopes of its groups', (bug) => {
    const { inputs, outputs, diagnosis, lines } = checkEnds(bug);
    const right = bug.endsWith('/none');
    expect(diagnosis.verdict).toBe(right ? 'pass' : 'fail');
    expect(lines.some(({ mend }) => mend !== undefined)).toBe(!right);
    // a gradient of another shape has no slopes to compare
    if (bug === 'linear/bias-not-summed') return;
    for (const [j, { verdict }] of inputs.entries())
      expect(outputs.some(({ blocks }) => blocks[j].wrong > 0)).toBe(verdict === 'fail');
    for (const { verdict, blocks } of outputs) expect(blocks.some(({ wrong }) => wrong > 0)).toBe(verdict === 'fail');
  });

  it('has one wrong row where an output is forgotten, one wrong column where a line is wrong', () => {
    const [h, c] = checkEnds('lstm/cell-forgotten').outputs;
    expect([h.verdict, c.verdict]).toEqual(['pass', 'fail']);
    const { inputs } = checkEnds('lstm/bias-twice');
    expect(inputs.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(['b']);
  });
});

describe('the tables of the chapter', () => {
  it('have ones see nothing of what random numbers see', () => {
    for (const { ones, random, wrong } of views) {
      expect(ones).toBe(0);
      expect(Math.min(random, wrong)).toBeGreaterThan(0);
    }
  });

  it('have each broken promise named', () => {
    expect(promises.map(({ named }) => named)).toEqual([
      'v is not used',
      'Not linear in v',
      'Not summed over the batch',
      'v is not used',
      'The gradient accumulates',
    ]);
  });
});
