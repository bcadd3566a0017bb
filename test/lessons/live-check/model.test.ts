import { describe, expect, it } from 'vitest';
import { diagnoseGradient, gradientCheck } from '@/checker/index.ts';
import twoLayerNetwork from '@/examples/programs/two-layer-network.ts';
import { NO_BUG } from '@/lessons/bug-zoo/state.ts';
import { runLiveCheck } from '@/lessons/live-check/model.ts';
import { CHOICES, fields } from '@/lessons/live-check/state.ts';

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
      expect(outcome.diagnosis.verdict).toBe('fail');
      expect(outcome.diagnosis.findings[0].kind).toBe(kind);
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
    const { verdict, findings, summary } = outcome.diagnosis;
    expect(verdict).toBe('pass');
    expect(findings).toEqual([]);
    expect(summary).toMatch(/would have been seen/);
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
      const shown = twoLayerNetwork.shown(bugOf(choice)).backward.filter(({ mend }) => mend !== undefined);
      expect(changed).toEqual(shown.map((line) => ({ ...line, bug: choice })));
      expect(changed.map(({ name }) => name)).toEqual([bugOf(choice).line]);
    }
  });

  it('has a line for each bug, which it can be planted in', () => {
    const { program } = runLiveCheck(NO_BUG);
    expect(program.flatMap(({ bug }) => bug ?? []).sort()).toEqual([...planted].sort());
  });

  it('can be put into a page and read back unchanged', () => {
    const outcome = runLiveCheck(fields.bug.initial);
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
});
