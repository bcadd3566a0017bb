import { describe, expect, it } from 'vitest';
import { layouts } from '@/charts/axes/layout.ts';
import { scatterModel } from '@/charts/scatter.ts';
import type { FindingKind } from '@/checker/types.ts';
import { families } from '@/examples/programs/index.ts';
import { initialState } from '@/input/url-state.ts';
import { chartView, elementTable } from '@/lessons/bug-zoo/drawing.ts';
import { show } from '@/lessons/bug-zoo/engine.ts';
import { familyEntries, loadAll } from '@/lessons/bug-zoo/families.ts';
import { bugNamed, check, shortName, zooModel } from '@/lessons/bug-zoo/model.ts';
import { unseen } from '@/lessons/bug-zoo/shown.ts';
import { fields, NO_BUG, VIEWS } from '@/lessons/bug-zoo/state.ts';
import { decisive } from '@/lessons/report/diagnosis.ts';

const [firstFamily] = families;
const everyBug = families.flatMap((family) => family.bugs.map((bug) => [bug.id, family, bug] as const));

describe('the families of the zoo', () => {
  it('are offered all, in the order and under the names they give themselves', async () => {
    const loaded = await loadAll();
    expect(loaded.map(({ id }) => id)).toEqual(families.map(({ id }) => id));
    expect(familyEntries.map(({ id, title }) => [id, title])).toEqual(loaded.map(({ id, title }) => [id, title]));
  });
  it('find a bug by its name in the URL, and take their first for a name they do not know', () => {
    for (const [, family, bug] of everyBug) {
      expect(bugNamed(family, shortName(bug))).toBe(bug);
      expect(fields.bug.read(shortName(bug))).toEqual({ ok: true, value: shortName(bug) });
    }
    expect(bugNamed(firstFamily, 'no-such-bug')).toBe(firstFamily.bugs[0]);
    expect(bugNamed(firstFamily, NO_BUG)).toBeUndefined();
    expect(fields.bug.read('<script>')).toMatchObject({ ok: false });
  });
  it('open with a bug that the first family has', () => {
    const { family, bug } = initialState(fields);
    expect(family).toBe(firstFamily.id);
    expect(firstFamily.bugs.map(shortName)).toContain(bug);
  });
});

describe('the check of a planted bug', () => {
  it.each(families.map((family) => [family.id, family] as const))('passes %s without a bug', (_, family) => {
    expect(check(family, undefined).verdict).toBe('pass');
  });
  it.each(everyBug)('names %s', (_, family, bug) => {
    expect<FindingKind>(decisive(check(family, bug))[0].kind).toBe(bug.kind);
  });
  it('fails each, but for those that return right numbers in a way that breaks the contract', () => {
    const notFailed = everyBug.filter(([, family, bug]) => check(family, bug).verdict !== 'fail');
    const contract: FindingKind[] = ['mutates-x', 'aliases-x', 'not-repeatable'];
    for (const [, , { kind }] of notFailed) expect(contract).toContain(kind);
  });
  it('says the same of a bug that keeps state however often it was shown before', () => {
    for (const [, family, bug] of everyBug.filter(([, , { stateful }]) => stateful)) {
      const kinds = () => check(family, bug).findings.map(({ kind }) => kind);
      expect(kinds()).toEqual(kinds());
    }
  });
  it('leaves the point of the family as it was', () => {
    for (const [, family, bug] of everyBug) {
      const before = structuredClone(family.point);
      check(family, bug);
      expect(family.point).toEqual(before);
    }
  });
});

describe('the figure of a planted bug', () => {
  it.each(everyBug)('shows the wrong line of %s beside the one that mends it, once', (_, family, bug) => {
    const { program } = zooModel(family, bug);
    const wrong = program.filter(({ mend }) => mend !== undefined);
    expect(wrong.map(({ name }) => name)).toEqual([bug.line]);
    expect(unseen(zooModel(family, bug)).program).toEqual(zooModel(family, undefined).program);
  });
  it('gives nothing away while the reader is guessing', () => {
    const bug = firstFamily.bugs[0];
    const shown = unseen(zooModel(firstFamily, bug));
    expect(shown.bug).toBeUndefined();
    expect(shown.program.every(({ mend }) => mend === undefined)).toBe(true);
    expect(shown.program).toEqual(zooModel(firstFamily, undefined).program);
    // the forgotten 1/n is a factor of 8, drawn as a guide once the answer is known
    expect(chartView(shown, 'scatter').spec.guides).toHaveLength(1);
    expect(chartView(zooModel(firstFamily, bug), 'scatter').spec.guides).toHaveLength(2);
  });
  it.each(VIEWS)('draws every element of every bug in the view “%s”', (view) => {
    for (const [, family, bug] of everyBug) {
      const model = zooModel(family, bug);
      const { spec } = chartView(model, view);
      expect(spec.groups.flatMap(({ points }) => points)).toHaveLength(model.elements.length);
      for (const layout of layouts()) {
        const drawn = JSON.stringify(scatterModel(spec, layout).series);
        expect(drawn).not.toMatch(/NaN[ ,HVLM]/);
      }
    }
  });
  it('puts a right gradient on the diagonal and within the tolerance', () => {
    const { elements } = zooModel(firstFamily, undefined);
    for (const { ratio, error, tolerance } of elements) {
      expect(ratio).toBeCloseTo(1, 6);
      expect(Math.abs(error)).toBeLessThanOrEqual(tolerance);
    }
  });
  it('is the same after a journey through the page’s HTML, for the first bug', async () => {
    const { family, bug } = initialState(fields);
    const first = await show(family, bug);
    expect(first.bug?.name).toBe(bug);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });
  it('has one row an element in its table', () => {
    const model = zooModel(firstFamily, firstFamily.bugs[0]);
    for (const { values } of elementTable(model)) expect(values).toHaveLength(model.elements.length);
  });
});
