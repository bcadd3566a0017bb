import { describe, expect, it } from 'vitest';
import { aloneAmong } from '@/checker/diagnosis/place.ts';
import { nextStep } from '@/checker/index.ts';
import { evidenceOf, findings, kinds, type Layout, names, random } from './kit.ts';

const SEEDS = [1, 2, 3, 4, 5];
const NETWORK: Layout = { W1: [3, 4], b1: [4], W2: [4, 2], b2: [2] };

describe.each(SEEDS)('with random slopes (seed %i)', (seed) => {
  const { vector, uniform } = random(seed);
  const x = vector(26);
  const truth = vector(26);
  const base = { layout: NETWORK, x, truth, seed };
  const disturbed = (wrong: (i: number) => boolean) => truth.map((t, i) => (wrong(i) ? t + 0.5 + uniform() : t));

  it('one wrong element among right ones is named as such', () => {
    const [found] = findings({ ...base, analytic: disturbed((i) => i === 6) });
    expect(found).toMatchObject({ kind: 'single-element', confidence: 'high', where: { elements: ['W1[6]'] } });
  });

  it('one wrong element that barely stands out of the error bars is not sure: others may hide', () => {
    const analytic = truth.map((t, i) => (i === 6 ? t + 1e-9 : t));
    for (const { confidence } of findings({ ...base, analytic })) expect(confidence).not.toBe('high');
  });

  it('one wrong element among others without a slope is not sure: a bug of them all would show in it alone', () => {
    const only = truth.map((t, i) => (i === 6 ? t : 0));
    const analytic = only.map((t) => 1.01 * t);
    for (const { confidence } of findings({ ...base, truth: only, analytic })) expect(confidence).not.toBe('high');
  });

  it('a wrong group of one number is no place in a loop', () => {
    const layout = { W: [5, 5], b: [1] };
    const analytic = disturbed((i) => i === 25);
    const [found] = findings({ layout, x, truth, seed, analytic });
    expect(found).toMatchObject({ kind: 'single-element', evidence: { group: 'b' } });
    expect(nextStep(found)).toBe('Look at the line that makes the gradient of b, which is this one number.');
    expect(nextStep(findings({ ...base, analytic: disturbed((i) => i === 6) })[0])).toContain('loop');
  });

  it('three wrong elements are no single one', () => {
    expect(kinds({ ...base, analytic: disturbed((i) => i === 2 || i === 6 || i === 7) })).toEqual(['unknown-pattern']);
  });

  it('all of the first layer wrong, the second right: the step between them', () => {
    const [found] = findings({ ...base, analytic: disturbed((i) => i < 16) });
    expect(found).toMatchObject({ kind: 'layer-boundary', evidence: { last: 'b1', next: 'W2' } });
  });

  it('the number in the names counts, not the order of the groups', () => {
    const layout = { W2: [4, 2], b2: [2], W1: [3, 4], b1: [4] };
    expect(kinds({ ...base, layout, analytic: disturbed((i) => i >= 10) })).toEqual(['layer-boundary']);
  });

  it('half of the first layer wrong is no boundary', () => {
    expect(kinds({ ...base, analytic: disturbed((i) => i < 16 && i % 2 === 0) })).toEqual(['unknown-pattern']);
  });

  it('the weights wrong and the bias of the same layer right is no boundary', () => {
    expect(kinds({ ...base, analytic: disturbed((i) => i < 12) })).toEqual(['unknown-pattern']);
  });

  it('the last layer wrong as well is no boundary', () => {
    expect(kinds({ ...base, analytic: disturbed(() => true) })).toEqual(['unknown-pattern']);
  });

  it('a first layer that is exactly zero is detached rather than wrong', () => {
    expect(names({ ...base, analytic: truth.map((t, i) => (i < 16 ? 0 : t)) })).toEqual(['zeroed-group high']);
  });
});

describe('the one group that is wrong', () => {
  const { vector } = random(1);
  const truth = vector(26);
  const alone = (wrong: (i: number) => boolean, slopes = truth, doubtful = (_: number) => false) => {
    const evidence = evidenceOf({
      layout: NETWORK,
      x: vector(26),
      truth: slopes,
      analytic: slopes.map((t, i) => (wrong(i) ? t + 1 : t)),
    });
    const verdicts = evidence.verdicts.map((verdict, i) => (doubtful(i) ? 'inconclusive' : verdict));
    const wrongIn = ({ start, size }: { start: number; size: number }) =>
      [...truth.keys()].filter((i) => i >= start && i < start + size && wrong(i));
    return aloneAmong({ evidence: { ...evidence, verdicts }, wrongIn } as never);
  };
  const inB1 = (i: number) => i >= 12 && i < 16;

  it('is alone among others that are right, and have slopes', () => {
    expect(alone(inB1)).toEqual({ alone: 'b1' });
  });

  it('is not alone beside another wrong one, one that is undecided, or others without slopes', () => {
    expect(alone((i) => inB1(i) || i === 20)).toBeUndefined();
    expect(alone(inB1, truth, (i) => i === 20)).toBeUndefined();
    expect(
      alone(
        inB1,
        truth.map((t, i) => (inB1(i) ? t : 0)),
      ),
    ).toBeUndefined();
    expect(
      alone(
        inB1,
        truth.map((t, i) => (inB1(i) || i === 20 ? t : 0)),
      ),
    ).toEqual({ alone: 'b1' });
    expect(alone(() => true)).toBeUndefined();
  });
});
