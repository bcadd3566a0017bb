/** A planted bug under the production check: every element of both gradients, and what the check makes of them. */
import { diagnoseGradient } from '@/checker/elements/diagnose-gradient.ts';
import type { PointRecord, Report } from '@/checker/types.ts';
import type { Family, PlantedBug } from '@/examples/programs/family.ts';
import { elementsOf } from '@/examples/programs/planted.ts';
import { diagnosisOf } from '../report/diagnosis.ts';
import type { ShownBug, ZooElement } from './shown.ts';
import { NO_BUG } from './state.ts';

/** The short name of a bug within its family, as it stands in a URL. */
export const shortName = (bug: PlantedBug): string => bug.id.slice(bug.family.length + 1);

/** The bug of that name; the family's first where it has none of that name. */
export function bugNamed(family: Family, name: string): PlantedBug | undefined {
  if (name === NO_BUG) return undefined;
  return family.bugs.find((bug) => shortName(bug) === name) ?? family.bugs[0];
}

/** The production check of a family's gradient, with a bug in it or without; a bug that keeps state starts afresh. */
export function check(family: Family, bug: PlantedBug | undefined): Report {
  const gradient = bug === undefined ? family.gradient : bug.make();
  return diagnoseGradient(family.f, gradient, structuredClone(family.point) as PointRecord, { sizes: family.sizes });
}

/** Everything that the figure shows of a bug, or of the right gradient. */
export function zooModel(family: Family, bug: PlantedBug | undefined): ShownBug {
  const report = check(family, bug);
  const values = elementsOf(family.point).map(([, , value]) => value);
  const elements = report.elements.map(
    ({ index, name, group, analytic, numeric, tolerance, verdict }): ZooElement => ({
      index,
      name,
      group,
      x: values[index],
      analytic,
      numeric,
      ratio: analytic / numeric,
      error: analytic - numeric,
      tolerance,
      verdict,
    }),
  );
  const factor = report.findings[0]?.evidence.factor;
  return {
    family: {
      id: family.id,
      shows: family.shows,
      bugs: family.bugs.map((one) => ({ name: shortName(one), title: one.title })),
    },
    ...(bug && { bug: { name: shortName(bug), title: bug.title, explanation: bug.explanation } }),
    diagnosis: diagnosisOf(report),
    ...(typeof factor === 'number' && factor !== 1 && { factor }),
    elements,
    ...(report.ranking.length > 0 && { worst: report.ranking[0] }),
    program: Object.values(family.shown(bug)).flat(),
  };
}
