import { describe, expect, it } from 'vitest';
import { diagnoseGradient, gradientCheck } from '@/checker/index.ts';
import { twoLayerNetwork } from '@/examples/programs/two-layer-network.ts';
import { afterKey, dumbbells, nearest, ZERO } from '@/lessons/live-check/dumbbells.ts';
import { CHOICES, fields, NO_BUG, type Outcome } from '@/lessons/live-check/outcome.ts';
import { runLiveCheck } from '@/lessons/live-check/run.ts';

const planted = CHOICES.map(({ value }) => value).filter((value) => value !== NO_BUG);
const bugOf = (choice: string) => twoLayerNetwork.bugs.find(({ id }) => id.endsWith(`/${choice}`))!;

describe('the live check', () => {
  it('offers four bugs of the network, and none', () => {
    expect(planted).toHaveLength(4);
    for (const choice of planted) expect(bugOf(choice)).toBeDefined();
  });

  it.each(planted)(
    'fails the gradient with %s, names that bug, and points at the elements that are wrong',
    (choice) => {
      const outcome = runLiveCheck(choice);
      const { kind, where } = bugOf(choice);
      expect(outcome.verdict).toBe('fail');
      expect(outcome.named?.slug).toBe(kind);
      const wrong = outcome.elements.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
      expect(wrong).toEqual([...where.elements]);
      expect(outcome.ranking).toHaveLength(wrong.length);
      expect(outcome.elements[outcome.ranking[0]].verdict).toBe('fail');
      const groups = outcome.groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
      expect(groups).toEqual([...where.groups]);
    },
  );

  it('passes the right gradient, and says what it would have seen', () => {
    const outcome = runLiveCheck(NO_BUG);
    expect(outcome.verdict).toBe('pass');
    expect(outcome.named).toBeUndefined();
    expect(outcome.summary).toMatch(/would have been seen/);
    expect(outcome.program.every(({ mend }) => mend === undefined)).toBe(true);
  });

  it("shows the checker's own numbers, of both checks", () => {
    const { f, point, sizes } = twoLayerNetwork;
    const gradient = bugOf('bias-detached').make();
    const report = diagnoseGradient(f, gradient, point, { sizes });
    const outcome = runLiveCheck('bias-detached');
    expect(outcome.elements.map(({ numeric }) => numeric)).toEqual(report.elements.map(({ numeric }) => numeric));
    expect(outcome.evaluations).toBe(report.evaluations);
    const { status, relativeError } = gradientCheck(f, gradient, point);
    expect(outcome.textbook).toEqual({ status, relativeError });
  });

  it('marks the wrong line of the backward pass and the one that mends it', () => {
    for (const choice of planted) {
      const changed = runLiveCheck(choice).program.filter(({ mend }) => mend !== undefined);
      expect(changed).toEqual(twoLayerNetwork.shown(bugOf(choice)).backward.filter(({ mend }) => mend !== undefined));
      expect(changed.map(({ name }) => name)).toEqual([bugOf(choice).line]);
    }
  });

  it('can be put into a page and read back unchanged', () => {
    const outcome = runLiveCheck(fields.bug.initial);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
});

describe('the picture of both gradients', () => {
  const outcome: Outcome = {
    ...runLiveCheck(NO_BUG),
    groups: [
      { name: 'w', start: 0, size: 2, verdict: 'fail' },
      { name: 'b', start: 2, size: 1, verdict: 'pass' },
    ],
    elements: [
      { name: 'w[0]', analytic: 2, numeric: 1, verdict: 'fail' },
      { name: 'w[1]', analytic: -1, numeric: -1, verdict: 'pass' },
      { name: 'b', analytic: 0, numeric: 0, verdict: 'pass' },
    ],
  };
  const model = dumbbells(outcome);

  it('has equal slots for the elements and a free one between groups', () => {
    expect(model.pairs.map(({ across }) => across)).toEqual([12.5, 37.5, 87.5]);
    expect(model.groups.map(({ from, to }) => [from, to])).toEqual([
      [12.5, 37.5],
      [87.5, 87.5],
    ]);
  });

  it('has the two values of an element at one place where they are equal, and apart in proportion where not', () => {
    const [first, second, third] = model.pairs;
    expect(second.analytic).toBe(second.numeric);
    expect(third.analytic).toBe(ZERO);
    expect(ZERO - first.analytic).toBe(2 * (ZERO - first.numeric));
    expect(model.pairs.map(({ wrong }) => wrong)).toEqual([true, false, false]);
  });

  it('is read by pointer and by key', () => {
    expect([0, 0.2, 0.3, 0.9].map((share) => nearest(model, share))).toEqual([0, 0, 1, 2]);
    expect(['ArrowRight', 'ArrowLeft', 'End', 'Home', 'x'].map((key) => afterKey(key, 1, 3))).toEqual([
      2,
      0,
      2,
      0,
      undefined,
    ]);
    expect(afterKey('ArrowRight', 2, 3)).toBe(2);
  });
});
