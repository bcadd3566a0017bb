/** Chooses among explanations: as few as cover the wrong elements. */
import { atMost } from './fit.ts';
import type { Candidate, Disagreement, Rule } from './rule.ts';

/**
 * All candidates of the rules, over the whole point and group by group. Those of the same bug in several groups are
 * joined.
 */
export function candidatesOf(scene: Disagreement, rules: readonly Rule[], wrong: readonly number[]): Candidate[] {
  const { groups } = scene.evidence;
  const within = new Set(wrong);
  const single = groups.length === 1 ? groups[0] : undefined;
  const scopes = groups.map((group) => ({ group, scope: scene.wrongIn(group).filter((i) => within.has(i)) }));
  return rules.flatMap((rule) => {
    const whole = rule(scene, wrong, single);
    if (single) return whole ? [whole] : [];
    const parts = new Map<string, Candidate>();
    for (const { group, scope } of scopes) {
      const part = scope.length > 0 ? rule(scene, scope, group) : undefined;
      if (!part) continue;
      const name = `${part.kind} ${part.key}`;
      const before = parts.get(name);
      const claims = before ? [...new Set([...before.claims, ...part.claims])].sort((i, j) => i - j) : part.claims;
      const surer = before && atMost(before.confidence, part.confidence) === part.confidence ? before : part;
      parts.set(name, { ...surer, claims });
    }
    return whole ? [whole, ...parts.values()] : [...parts.values()];
  });
}

/**
 * Whether c is the better candidate: it explains more, is a surer case of the same name, or is more than a guess where
 * a is a guess.
 */
const better = (a: Candidate, c: Candidate): boolean =>
  c.claims.length > a.claims.length ||
  (c.claims.length === a.claims.length &&
    (c.kind === a.kind || a.confidence === 'low') &&
    atMost(a.confidence, c.confidence) !== c.confidence);

/**
 * Takes the candidate that explains most, then the one that explains most of what is left, and so on. A candidate of
 * low confidence is taken only if it explains all.
 */
export function choose(candidates: readonly Candidate[], wrong: readonly number[]): Candidate[] {
  const chosen: Candidate[] = [];
  let left = new Set(wrong);
  while (left.size > 0) {
    const fresh = (c: Candidate) => c.claims.every((i) => left.has(i));
    const useful = candidates.filter((c) => fresh(c) && (c.confidence !== 'low' || c.claims.length === wrong.length));
    const best = useful.reduce<Candidate | undefined>((a, c) => (a === undefined || better(a, c) ? c : a), undefined);
    if (!best) break;
    const claimed = new Set(best.claims);
    const rival = candidates.find(
      (c) =>
        c.kind !== best.kind &&
        c.confidence !== 'low' &&
        !best.implies?.includes(c.kind) &&
        c.claims.filter((i) => claimed.has(i)).length === claimed.size,
    );
    chosen.push(
      rival
        ? {
            ...best,
            confidence: atMost(best.confidence, 'medium'),
            evidence: { alternative: rival.kind, ...best.evidence },
          }
        : best,
    );
    left = new Set([...left].filter((i) => !claimed.has(i)));
  }
  return chosen;
}
