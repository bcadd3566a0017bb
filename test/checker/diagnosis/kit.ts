/** Evidence made of numbers alone: a numeric gradient with error bars, and an analytic one that a bug has changed. */
import { diagnose, type Evidence } from '@/checker/diagnosis/index.ts';
import type { Block } from '@/checker/point/layout.ts';
import { seededRandom } from '@/checker/random.ts';
import type { Finding, FindingKind } from '@/checker/types.ts';

export interface Layout {
  readonly [name: string]: readonly number[];
}

/** Seeded numbers for one test. */
export function random(seed: number) {
  const uniform = seededRandom(seed * 7919 + 17);
  const normal = (): number => {
    let total = -6;
    for (let i = 0; i < 12; i++) total += uniform();
    return total;
  };
  const vector = (length: number): Float64Array => Float64Array.from({ length }, normal);
  const integer = (below: number): number => Math.floor(uniform() * below);
  return { uniform, normal, vector, integer };
}

export function groupsOf(layout: Layout): Block[] {
  let start = 0;
  return Object.entries(layout).map(([name, shape]) => {
    const size = shape.reduce((total, v) => total * v, 1);
    start += size;
    return { name, shape, start: start - size, size, narrow: false };
  });
}

export interface Setting {
  readonly layout: Layout;
  readonly x: Float64Array;
  /** The true gradient. */
  readonly truth: Float64Array;
  readonly analytic: Float64Array;
  readonly sizes?: Readonly<Record<string, number>>;
  readonly contract?: readonly Finding[];
  readonly mismatches?: Evidence['mismatches'];
  readonly unchanged?: readonly boolean[];
  readonly steps?: readonly boolean[];
  /** Error bars relative to the largest slope; the numeric gradient errs by up to a third of its bar. */
  readonly precision?: number;
  readonly seed?: number;
}

export function evidenceOf(setting: Setting): Evidence {
  const { layout, x, truth, analytic, precision = 1e-10, seed = 1 } = setting;
  const groups = groupsOf(layout);
  const noise = random(seed + 1000);
  const top = truth.reduce((most, t) => Math.max(most, Math.abs(t)), 0);
  const tolerance = truth.map((t) => precision * (0.1 * top + Math.abs(t)));
  const numeric = truth.map((t, i) => (t === 0 ? 0 : t + ((2 * noise.uniform() - 1) / 3) * tolerance[i]));
  const group = (i: number) => groups.find((g) => i >= g.start && i < g.start + g.size) as Block;
  return {
    x,
    analytic,
    numeric,
    tolerance,
    groups,
    verdicts: Array.from(analytic, (a, i) => (Math.abs(a - numeric[i]) <= tolerance[i] ? 'pass' : 'fail')),
    nameOf: (i) => `${group(i).name}[${i - group(i).start}]`,
    sizes: setting.sizes ?? {},
    contract: setting.contract ?? [],
    ...(setting.unchanged ? { unchanged: setting.unchanged } : {}),
    ...(setting.mismatches ? { mismatches: setting.mismatches } : {}),
    ...(setting.steps ? { steps: setting.steps } : {}),
  };
}

export const findings = (setting: Setting): Finding[] => diagnose(evidenceOf(setting));

/** What was named, and how surely: `missing-mean high`. */
export const names = (setting: Setting): string[] =>
  findings(setting).map(({ kind, confidence }) => `${kind} ${confidence}`);

export const kinds = (setting: Setting): FindingKind[] => findings(setting).map(({ kind }) => kind);
