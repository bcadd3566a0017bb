import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gradientCheck } from '@/checker/index.ts';
import { quadratic } from '@/examples/functions/notebook.ts';
import { initialState, readState, writeState } from '@/input/url-state.ts';
import { placeOnScale, placeText, runCheck, writtenOut } from '@/lessons/check-runner/model.ts';
import { EXAMPLES, FIELDS, type RunnerState } from '@/lessons/check-runner/state.ts';

const reference = JSON.parse(readFileSync('test/fixtures/numpy-reference.json', 'utf8'));
const set = (example: string, change: Partial<RunnerState> = {}): RunnerState => ({
  ...initialState(FIELDS[example]),
  ...change,
});
const checked = (state: RunnerState) => {
  const outcome = runCheck(state);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.checked;
};
const complaint = (state: RunnerState) => {
  const outcome = runCheck(state);
  if (outcome.ok) throw new Error('the check ran');
  return outcome;
};

describe('the check runner', () => {
  it.each([
    ['quadratic', 'quadratic'],
    ['mean-square-forgotten', 'mean-square, 1/n forgotten'],
    ['mean-square-corrected', 'mean-square, corrected'],
  ])('says of %s what NumPy says in the notebook, to the last bit', (id, name) => {
    const { status, relativeError, elements } = checked(set(id));
    const expected = reference.checks[name];
    expect(status).toBe(expected.status);
    expect(relativeError).toBe(expected.relativeError);
    expect(elements.map((row) => row.analytic)).toEqual(expected.analytic);
    expect(elements.map((row) => row.numeric)).toEqual(expected.numeric);
  });

  it('says what the checker says at any point, step, threshold and scheme', () => {
    const state = set('quadratic', { x: [0.3, 40], step: 1e-3, threshold: 1e-13, scheme: 'five-point' });
    const expected = gradientCheck(quadratic.f, quadratic.gradient, [0.3, 40], state);
    expect(checked(state)).toMatchObject({ status: expected.status, relativeError: expected.relativeError });
  });

  it('shows every call of f, with the point as it was and the value as it came', () => {
    const { evaluations, elements } = checked(set('quadratic'));
    expect(evaluations.map(placeText)).toEqual(['x[0] + h', 'x[0] − h', 'x[1] + h', 'x[1] − h']);
    expect(evaluations[0].moved?.to).toBe(1.5 + 1e-5);
    expect(evaluations[3].value).toBe(quadratic.f([1.5, -2.3 - 1e-5]));
    expect((evaluations[2].value - evaluations[3].value) / 2e-5).toBe(elements[1].numeric);
  });

  it('counts an evaluation an element and one more for forward, two for central, four for five-point', () => {
    const places = (scheme: RunnerState['scheme']) =>
      checked(set('quadratic', { scheme })).evaluations.map(placeText).sort();
    expect(places('forward')).toEqual(['x', 'x[0] + h', 'x[1] + h']);
    expect(places('central')).toHaveLength(4);
    expect(places('five-point').slice(0, 4)).toEqual(['x[0] + 2h', 'x[0] + h', 'x[0] − 2h', 'x[0] − h']);
    expect(places('five-point')).toHaveLength(8);
  });

  it.each([
    ['a step of 0', { step: 0 }, 'step', /step is 0.*positive/],
    ['a step that is no number', { step: Number.NaN }, 'step', /step is NaN/],
    ['a step that is lost beside x', { step: 1e-17 }, 'step', /does not change x\[0\] = 1\.5/],
    ['an x that is no number', { x: [1.5, Number.NaN] }, 'x', /x\[1\] is NaN/],
    ['no x at all', { x: [] }, 'x', /empty/],
    ['an x of another length than the gradient', { x: [1, 2, 3] }, 'x', /shape 2.*has 3/],
  ] as const)("passes on the checker's own message for %s", (_, change, field, message) => {
    const { field: at, message: said } = complaint(set('quadratic', change));
    expect(at).toBe(field);
    expect(said).toMatch(message);
  });

  it('has its whole state in the URL, several on a page apart, and reads anything without failing', () => {
    const fields = FIELDS['quadratic'];
    const state = set('quadratic', { x: [1e-7, -2], step: 1e-3, scheme: 'forward' });
    const search = writeState('?check-runner-2.step=0.1', 'check-runner-1', fields, state);
    expect(readState(search, 'check-runner-1', fields)).toEqual(state);
    expect(readState(search, 'check-runner-2', fields)).toEqual(set('quadratic', { step: 0.1 }));
    const broken = readState('?check-runner.example=nothing&check-runner.x=1,abc', 'check-runner', fields);
    expect(broken).toEqual(set('quadratic', { x: [1, Number.NaN] }));
  });

  it('starts every example at its own point', () => {
    for (const example of EXAMPLES) expect(initialState(FIELDS[example.id]).x).toEqual(example.x);
  });

  it('places errors on a scale of decades, and nowhere those that are not numbers', () => {
    expect([1e-16, 1e-8, 1, 0, 5].map(placeOnScale)).toEqual([0, 0.5, 1, 0, 1]);
    expect(placeOnScale(Number.NaN)).toBeNull();
  });
});

describe('the arithmetic written out', () => {
  const written = (change: Partial<RunnerState> = {}) => writtenOut(checked(set('quadratic', change)).evaluations);

  it('has all digits of each value, and strikes out those that the two of an element share', () => {
    const calls = written();
    for (const { value, digits } of calls) expect(Number(digits.text.replace('−', '-'))).toBe(value);
    const [above, below] = calls.map(({ digits }) => digits);
    expect(above.same).toBe(below.same);
    expect(above.text.slice(0, above.same)).toBe(below.text.slice(0, below.same));
    expect(above.text[above.same]).not.toBe(below.text[below.same]);
  });

  it('compares each step forward with the value at x, which itself is struck out nowhere', () => {
    const calls = written({ scheme: 'forward' });
    const base = calls.find(({ moved }) => moved === undefined)!;
    expect(base.digits.same).toBe(0);
    for (const { moved, digits } of calls) {
      if (moved !== undefined) expect(base.digits.text.startsWith(digits.text.slice(0, digits.same))).toBe(true);
    }
  });
});
