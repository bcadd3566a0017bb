/** Patterns in the places of the errors: a single element, or every layer before one. */
import type { Block } from '../point/layout.ts';
import { barOf } from './fit.ts';
import { type Disagreement, indicesOf, type Rule } from './rule.ts';
import { scale } from './scale.ts';

/** An error must exceed the bars this many times, for the other elements to count as right. */
const STANDS_OUT = 20;

/** Other elements that must be right although the same relative error would show in them. */
const OTHERS = 2;

export const singleElement: Rule = (scene, scope, group) => {
  const { evidence, error } = scene;
  if (scope.length !== 1 || scene.wrong.length > 2 || evidence.x.length < 2) return undefined;
  const [i] = scope;
  const bars = [...evidence.tolerance].filter(Number.isFinite).sort((a, b) => a - b);
  const typical = Math.max(barOf(evidence, i), bars[bars.length >> 1] ?? 0);
  // a bug of all elements shows in this one alone where the others have slopes near 0
  const shows = (j: number) =>
    Math.abs(error[i] * evidence.numeric[j]) > evidence.tolerance[j] * Math.abs(evidence.numeric[i]);
  const others = [...evidence.x.keys()].filter((j) => j !== i && shows(j)).length;
  const alone = scene.wrong.length === 1 && others >= OTHERS && group?.size !== 1;
  const own = evidence.groups.find(({ start, size }) => start === i && size === 1);
  const clear = Math.abs(error[i]) > STANDS_OUT * typical;
  // a zero or a known factor in one place may be a wider bug that shows in this place alone
  const wider = evidence.analytic[i] === 0 ? 'zeroed-group' : scale(scene, scope, group)?.kind;
  return {
    kind: 'single-element',
    claims: scope,
    key: String(i),
    confidence: alone && clear && !wider ? 'high' : 'medium',
    evidence: {
      difference: error[i],
      ...(evidence.numeric[i] !== 0 ? { factor: evidence.analytic[i] / evidence.numeric[i] } : {}),
      ...(wider ? { alternative: wider } : {}),
      ...(own ? { group: own.name } : {}),
    },
  };
};

/** The one group that is wrong, where the others have slopes and are right. */
export function aloneAmong({ evidence, wrongIn }: Disagreement): { alone: string } | undefined {
  const { groups, numeric, verdicts } = evidence;
  const bad = groups.filter((g) => wrongIn(g).length > 0);
  const rest = groups.filter((g) => !bad.includes(g));
  const isRight = (g: Block) => indicesOf(g).every((i) => verdicts[i] === 'pass');
  const tells = (g: Block) => indicesOf(g).some((i) => Math.abs(numeric[i]) > barOf(evidence, i));
  if (bad.length !== 1 || rest.length === 0 || !rest.every(isRight) || !rest.some(tells)) return undefined;
  return { alone: bad[0].name };
}

/**
 * The depth of each group: the number in its name where every group has one (`W1`, `b1`, `W2`, …), else its position.
 */
function depths(groups: readonly Block[]): { depth: number[]; numbered: boolean } {
  const numbers = groups.map((g) => /\d+/.exec(g.name)?.[0]);
  const numbered = groups.length > 1 && numbers.every((n) => n !== undefined);
  return { depth: groups.map((_, k) => (numbered ? Number(numbers[k]) : k)), numbered };
}

/** The share of the elements with a slope that must be wrong for the whole group to count as wrong. */
const MOSTLY = 0.8;

export const layerBoundary: Rule = (scene, scope, group) => {
  const { groups, numeric } = scene.evidence;
  if (group || groups.length < 2 || scope.length < scene.wrong.length) return undefined;
  const { depth, numbered } = depths(groups);
  const bad = groups.map((g) => scene.wrongIn(g).length > 0);
  const deepestBad = Math.max(...depth.filter((_, k) => bad[k]));
  const before = groups.filter((_, k) => depth[k] <= deepestBad);
  const after = groups.filter((_, k) => depth[k] > deepestBad);
  if (after.length === 0 || (before.length < 2 && !numbered) || scope.length < 3) return undefined;
  const spoiled = before.every((g) => {
    const slopes = Array.from({ length: g.size }, (_, k) => numeric[g.start + k]).filter((n) => n !== 0).length;
    return scene.wrongIn(g).length >= Math.max(1, MOSTLY * slopes);
  });
  if (!spoiled) return undefined;
  return {
    kind: 'layer-boundary',
    claims: scope,
    key: '',
    confidence: 'medium',
    evidence: { last: before[before.length - 1].name, next: after[0].name },
  };
};
