/** The zoo against the production check: how many planted bugs are named rightly, and how many located. */
import { afterAll, describe, expect, it } from 'vitest';
import { diagnoseGradient, explainFinding, type Report } from '@/checker/index.ts';
import '@/matchers/vitest.ts';
import {
  type Family,
  families,
  familyOf,
  notebookExamples,
  type PlantedBug,
  plantedBugs,
  stepSizeExamples,
} from '@/examples/index.ts';

interface Outcome {
  readonly bug: PlantedBug;
  readonly report: Report;
  readonly named: boolean;
  readonly sureAndWrong: boolean;
  readonly located: boolean;
}

/** Bugs between calls, and gradients of another shape, are wrong as a whole: no single elements are. */
const hasElements = (bug: PlantedBug): boolean => !bug.stateful && bug.kind !== 'broadcast-not-summed';

function run(bug: PlantedBug, family: Family): Outcome {
  const report = diagnoseGradient(family.f, bug.make(), family.point, { sizes: family.sizes });
  const bugs = report.findings.filter(({ role }) => role === 'bug');
  const named = report.findings.some(({ kind }) => kind === bug.kind);
  const sureAndWrong = bugs.some(
    ({ kind, confidence }) => confidence === 'high' && kind !== bug.kind && kind !== 'wrong-shape',
  );
  const failed = report.elements.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  const located = !hasElements(bug) || failed.join() === bug.where.elements.join();
  return { bug, report, named, sureAndWrong, located };
}

const outcomes = plantedBugs.map((bug) => run(bug, familyOf(bug)));
const count = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
const evaluations = outcomes.reduce((total, { report }) => total + report.evaluations, 0);
const elements = outcomes.reduce((total, { report }) => total + report.elements.length, 0);

describe('the zoo', () => {
  it.each(families.map((family) => [family.id, family] as const))('%s has a right gradient', (_, family) => {
    expect(family.gradient).toBeGradientOf(family.f, family.point);
  });

  it('has nine bugs in ten named rightly', () => {
    const missed = outcomes
      .filter(({ named }) => !named)
      .map(({ bug, report }) => `${bug.id}: ${report.findings.map(explainFinding).join(' ')}`);
    expect(
      count(({ named }) => named),
      missed.join('\n'),
    ).toBeGreaterThanOrEqual(0.9 * outcomes.length);
  });

  it('has none named wrongly with high confidence', () => {
    expect(outcomes.filter(({ sureAndWrong }) => sureAndWrong).map(({ bug }) => bug.id)).toEqual([]);
  });

  it('has the wrong elements located exactly in 95 of 100', () => {
    const missed = outcomes.filter(({ located }) => !located).map(({ bug }) => bug.id);
    expect(
      count(({ located }) => located),
      missed.join('\n'),
    ).toBeGreaterThanOrEqual(0.95 * outcomes.length);
  });

  it('has no bug accepted', () => {
    const harmless = ['mutates-x', 'aliases-x', 'not-repeatable'];
    const passed = outcomes.filter(({ bug, report }) => report.verdict === 'pass' && !harmless.includes(bug.kind));
    expect(passed.map(({ bug }) => bug.id)).toEqual([]);
  });

  afterAll(() => {
    const lines = outcomes.map(({ bug, report, named }) => {
      const said = report.findings.map(({ kind, confidence }) => `${kind} (${confidence})`).join(', ');
      return `  ${named ? ' ' : '!'} ${bug.id.padEnd(42)}${report.verdict.padEnd(14)}${said}`;
    });
    console.log(
      [
        `Zoo: ${count(({ named }) => named)} of ${outcomes.length} planted bugs named rightly, ${count(({ sureAndWrong }) => sureAndWrong)} named wrongly with high confidence,`,
        `wrong elements located exactly in ${count(({ located }) => located)} of ${outcomes.length}, ${(evaluations / elements).toFixed(1)} evaluations of f per element.`,
        ...lines,
      ].join('\n'),
    );
  });
});

describe('the examples of the course', () => {
  const examples = [...notebookExamples, ...stepSizeExamples.slice(1)];
  it.each(examples.filter(({ bug }) => !bug).map((e) => [e.id, e] as const))('%s has a right gradient', (_, e) => {
    expect(e.gradient).toBeGradientOf(e.f, [...e.x]);
  });
  it.each(examples.filter(({ bug }) => bug).map((e) => [e.id, e] as const))(
    '%s has the wrong gradient it says',
    (_, e) => {
      expect(e.gradient).not.toBeGradientOf(e.f, [...e.x]);
    },
  );
});
