/** The zoo of layers against the check of many outputs: how many planted bugs are located, and how many named. */
import { afterAll, describe, expect, it } from 'vitest';
import { diagnoseVjp } from '@/checker/index.ts';
import { layers } from '@/examples/layers/index.ts';
import type { Layer, LayerBug } from '@/examples/layers/layer.ts';

const check = ({ F, vjp, point, sizes }: Layer, bug?: LayerBug) => diagnoseVjp(F, bug?.make() ?? vjp, point, { sizes });

/** Findings that say where the error is, or that it has no name, but not what the bug is. */
const NO_NAMES = ['unknown-pattern', 'single-element', 'wrong-shape'];

const outcomes = layers.flatMap((layer) =>
  layer.bugs.map((bug) => {
    const { verdict, findings, groups } = check(layer, bug);
    const bugs = findings.filter(({ role }) => role === 'bug');
    return {
      bug,
      verdict,
      said: bugs.map(({ kind, confidence }) => `${kind} (${confidence})`).join(', '),
      named: bug.kind === 'unknown-pattern' ? undefined : bugs.some(({ kind }) => kind === bug.kind),
      false: bugs.filter(({ kind, confidence }) => confidence !== 'low' && ![bug.kind, ...NO_NAMES].includes(kind)),
      wrong: groups.filter((group) => group.verdict === 'fail').map(({ name }) => name),
    };
  }),
);

describe('the zoo of layers', () => {
  it.each(layers.map((layer) => [layer.id, layer] as const))('%s passes', (_, layer) => {
    expect(check(layer).verdict).toBe('pass');
  });

  it.each(outcomes.map((outcome) => [outcome.bug.id, outcome] as const))(
    '%s fails in the groups that are wrong',
    (_, outcome) => {
      expect(outcome.verdict).toBe('fail');
      expect(outcome.wrong).toEqual(outcome.bug.where.groups);
    },
  );

  it('has no bug with a false name above low confidence', () => {
    expect(outcomes.filter((outcome) => outcome.false.length > 0).map(({ bug, said }) => `${bug.id}: ${said}`)).toEqual(
      [],
    );
  });

  it('has four in five of those with a name named rightly', () => {
    const withName = outcomes.filter(({ named }) => named !== undefined);
    const missed = withName.filter(({ named }) => !named).map(({ bug, said }) => `${bug.id}: ${said}`);
    expect(withName.length).toBeGreaterThanOrEqual(30);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(withName.length / 5);
  });

  afterAll(() => {
    const lines = outcomes.map(({ bug, verdict, said, named }) => {
      const mark = named === false ? '!' : named ? ' ' : '–';
      return `  ${mark} ${bug.id.padEnd(34)}${verdict.padEnd(6)}${said}`;
    });
    const named = outcomes.filter((outcome) => outcome.named).length;
    console.log(
      `Zoo of layers: ${named} of ${outcomes.length} planted bugs named, – has no name.\n${lines.join('\n')}`,
    );
  });
});
