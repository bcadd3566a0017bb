import { describe, expect, it } from 'vitest';
import { boundaries } from '@/lessons/bug-zoo/boundary.ts';
import { signatureView } from '@/lessons/bug-zoo/drawing.ts';
import { behaviours } from '@/lessons/bug-zoo/numbers.ts';
import { signatures, text } from '@/lessons/bug-zoo/signature-list.ts';
import { decode, type SignatureId } from '@/lessons/bug-zoo/signatures.ts';
import { thumbnails } from '@/lessons/bug-zoo/thumbnails.ts';

const carried = decode(text);
const points = (id: SignatureId) => carried.find(({ bug }) => bug === id)!.points;
const ratios = (id: SignatureId) => points(id).map(({ analytic, numeric }) => analytic / numeric);
const distinct = (values: readonly number[]) => new Set(values.map((value) => value.toFixed(3))).size;

describe('the signatures', () => {
  it('are carried by the page to five digits', () => {
    expect(carried.length).toBe(signatures.length);
    carried.forEach(({ bug, title, points: kept }, i) => {
      expect([bug, title]).toEqual([signatures[i].bug, signatures[i].title]);
      kept.forEach(({ name, analytic }, k) => {
        expect(name).toBe(signatures[i].points[k].name);
        expect(Math.abs(analytic - signatures[i].points[k].analytic)).toBeLessThanOrEqual(1e-4 * Math.abs(analytic));
      });
    });
  });

  it('look as the chapter says', () => {
    for (const ratio of ratios('two-layer-network/none')) expect(ratio).toBeCloseTo(1, 3);
    expect(distinct(ratios('two-layer-network/mean-forgotten'))).toBe(1);
    expect(distinct(ratios('two-layer-network/sign-in-one-group'))).toBe(2);
    expect(points('two-layer-network/bias-detached').filter(({ analytic }) => analytic === 0).length).toBe(4);
    expect(distinct(ratios('two-layer-network/reshaped'))).toBeGreaterThan(8);
    expect(ratios('logistic-regression/base-two')[0]).toBeCloseTo(Math.LN2, 3);
    const decay = points('softmax-regression/decay-forgotten').filter(({ group }) => group === 'W');
    expect(distinct(decay.map(({ analytic, numeric, x }) => (analytic - numeric) / x))).toBe(1);
    expect(distinct(points('lasso/penalty-forgotten').map(({ analytic, numeric }) => analytic - numeric))).toBe(2);
  });

  it('are scattered over two axes of one scale, with room about the outermost points', () => {
    for (const signature of carried) {
      const { x, y } = signatureView(signature, 'scatter').spec;
      expect(x.domain).toEqual(y.domain);
      for (const { analytic, numeric } of signature.points)
        for (const value of [analytic, numeric]) {
          expect(value).toBeGreaterThan(x.domain![0]);
          expect(value).toBeLessThan(x.domain![1]);
        }
    }
  });

  it('are eight small pictures with every element in one of two looks', () => {
    expect(thumbnails.length).toBe(8);
    for (const { wrong, count } of thumbnails) expect(wrong.match(/M/g)?.length).toBe(count);
  });
});

describe('where the wrong groups begin', () => {
  const wrongOf = (bug: string) =>
    boundaries
      .find((one) => one.bug === bug)!
      .groups.filter(({ wrong }) => wrong > 0)
      .map(({ name }) => name);

  it('is where the chapter says', () => {
    expect(wrongOf('mean-forgotten')).toEqual(['W1', 'b1', 'W2', 'b2']);
    expect(wrongOf('tanh-forgotten')).toEqual(['W1', 'b1']);
    expect(wrongOf('bias-detached')).toEqual(['b1']);
  });
});

describe('faults of behaviour', () => {
  it('leave every element right', () => {
    expect(behaviours.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    expect(new Set(behaviours.map(({ verdict }) => verdict))).toEqual(new Set(['fail', 'inconclusive', 'pass']));
  });
});
