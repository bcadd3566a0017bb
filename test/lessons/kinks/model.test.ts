import { describe, expect, it } from 'vitest';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { initialState } from '@/input/url-state.ts';
import { checksOf } from '@/lessons/kinks/checks.ts';
import { kinksModel } from '@/lessons/kinks/model.ts';
import { PIECES } from '@/lessons/kinks/pieces.ts';
import { fields, type State, type Tab } from '@/lessons/kinks/state.ts';
import { SUBJECTS, signedDistance } from '@/lessons/kinks/subjects.ts';

const initial = initialState(fields);
const model = (change: Partial<State> = {}) => kinksModel({ ...initial, ...change });
const checks = (change: Partial<State> = {}) => checksOf({ ...initial, ...change });
const kinds = (change: Partial<State>) => checks(change).production.findings.map(({ kind }) => kind);
const TABS: readonly Tab[] = ['kink', 'noise', 'float32', 'domain', 'offset'];

describe('the figure of false alarms', () => {
  it.each(TABS)('fails a right gradient by the textbook check: %s', (tab) => {
    expect(checks({ tab }).textbook.status).toBe('FAIL');
  });

  it.each(TABS)('never fails a right gradient by the production check: %s', (tab) => {
    expect(checks({ tab }).production.verdict).not.toBe('fail');
  });

  it.each(TABS)('never passes a gradient that is 10 %% too large: %s', (tab) => {
    const { production } = checks({ tab, gradient: 'wrong' });
    expect(production.verdict).not.toBe('pass');
  });

  it('finds the gradients of all tabs right, by a check at a harmless point', () => {
    // Steps of 1e-3 on smooth stretches, in double precision, with neither noise nor offset: nothing that misleads.
    for (const tab of TABS) {
      const settings = {
        ...initial,
        tab,
        distance: 0.4,
        noise: 1e-15,
        precision: 'float64',
        gap: 0.4,
        offset: 1,
      } as const;
      const { loss, gradient, x } = SUBJECTS[tab](settings);
      expect(gradientCheck(loss(), gradient, x, { step: 1e-3 }).relativeError).toBeLessThan(1e-4);
    }
    for (const { f, gradient, at } of PIECES) {
      expect(numericalGradient(f, at + 0.4, { step: 1e-4 })).toBeCloseTo(gradient(at + 0.4), 6);
      expect(numericalGradient(f, at - 0.4, { step: 1e-4 })).toBeCloseTo(gradient(at - 0.4), 6);
    }
  });

  it("shows the textbook check's numeric slope in the chart, to the last bit", () => {
    for (const tab of ['kink', 'float32', 'domain', 'offset'] as const) {
      expect(model({ tab }).here.central).toBe(checks({ tab }).textbook.numeric);
      expect(model({ tab }).analytic).toBe(checks({ tab }).textbook.analytic);
    }
  });

  it('mixes the two slopes of a ReLU in proportion where the step reaches across', () => {
    // (x + h) / 2h with x = 1e-6, h = 1e-5.
    expect(checks().textbook.numeric).toBeCloseTo(0.55, 9);
  });

  it('shades the steps that reach the kink', () => {
    expect(model({ distance: 1e-3, side: 'left' }).reach).toBeCloseTo(1e-3, 15);
    expect(model({ side: 'at' }).reach).toBe(0);
    expect(model({ tab: 'noise' }).reach).toBeUndefined();
  });

  it('has one-sided slopes that never meet on the kink itself', () => {
    for (const { right, left } of model({ side: 'at' }).sweep) {
      expect(right).toBeCloseTo(1, 12);
      expect(left).toBe(0);
    }
  });

  it('knows no kink where Huber joins its pieces: the slopes meet', () => {
    const { sweep } = model({ piece: 'huber', side: 'at' });
    const { right, left } = sweep.find(({ step }) => step === 1e-6)!;
    expect(Math.abs(right - left)).toBeLessThan(1e-5);
    expect(checks({ piece: 'huber', side: 'at' }).production.verdict).not.toBe('fail');
  });

  it('passes the right gradient of a ReLU next to its kink: smaller steps settle it', () => {
    expect(checks().production.verdict).toBe('pass');
  });

  it('is undecided on the kink itself', () => {
    for (const piece of ['relu', 'absolute'] as const) {
      expect(checks({ piece, side: 'at' }).production.verdict).toBe('inconclusive');
    }
  });

  it('speaks of one parameter, not of all elements', () => {
    expect(checks().production.summary).toContain('it agrees with the numeric slope');
    expect(checks({ gradient: 'wrong' }).production.summary).not.toContain('of 1 elements');
  });

  it('names the noise of dropout', () => {
    expect(kinds({ tab: 'noise' })).toContain('noise');
  });

  it('says nothing of shared memory where x is a plain number', () => {
    for (const tab of TABS) expect(kinds({ tab })).not.toContain('aliases-x');
  });

  it('draws the same noise each time', () => {
    expect(model({ tab: 'noise' }).lens).toEqual(model({ tab: 'noise' }).lens);
  });

  it('puts x on the side that was asked for', () => {
    expect(signedDistance({ distance: 0.1, side: 'left' })).toBe(-0.1);
    expect(signedDistance({ distance: 0.1, side: 'at' })).toBe(0);
  });

  it('writes a large offset as a power of ten, and reads it back', () => {
    expect(fields.offset.write(1e17)).toBe('1e17');
    expect(fields.offset.read('1e17')).toEqual({ ok: true, value: 1e17 });
    expect(fields.offset.write(12.5)).toBe('12.5');
  });
});
