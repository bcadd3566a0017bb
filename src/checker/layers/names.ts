/**
 * Names the bug of a vjp: each of several mixtures is diagnosed as the gradient of a loss, and a name is kept only where it fits
 * all of them.
 */

import { atMost } from '../diagnosis/fit.ts';
import { diagnose, type Evidence } from '../diagnosis/index.ts';
import { makeFinding, whereIn } from '../findings.ts';
import type { Block, Layout } from '../point/layout.ts';
import type { Finding } from '../types.ts';

/** Evidence that is a property of the bug, and so the same for every v; the other figures follow v. */
const FIXED = ['factor', 'size', 'by', 'along', 'wraps', 'from', 'both', 'per', 'how', 'part', 'rows', 'least', 'most'];
/** Names that say of a loss that a softmax stands before it: a layer may well be one. */
const OF_A_LOSS: readonly Finding['kind'][] = ['softmax-folded', 'softmax-target'];

/** Fitted figures of one bug differ by this share of them at most. */
const SAME = 1e-3;

function agree(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))
    : a === b;
}

const isSameBug = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind &&
  a.where.groups.join() === b.where.groups.join() &&
  FIXED.every((key) => agree(a.evidence[key], b.evidence[key]));

/**
 * The names that fit all mixtures, and `unknown-pattern` for wrong elements that have none.
 *
 * @param cases the evidence of each mixture
 * @param several F has several outputs, and so is no loss
 * @param wrong all wrong elements, whichever mixture or output shows them
 */
export function namesOf(
  layout: Layout,
  cases: readonly Evidence[],
  wrong: readonly number[],
  several: boolean,
): Finding[] {
  const [first, ...others] = cases.map((evidence) => diagnose(evidence));
  const kept: Finding[] = [];
  for (const finding of first ?? []) {
    if (finding.kind === 'unknown-pattern' || (several && OF_A_LOSS.includes(finding.kind))) continue;
    const matches = others.map((findings) => findings.find((other) => isSameBug(finding, other)));
    if (matches.some((match) => match === undefined)) continue;
    const confidence = matches.reduce((least, match) => atMost(least, match?.confidence ?? 'low'), finding.confidence);
    kept.push({ ...finding, confidence });
  }
  return [...kept, ...nameless(layout, kept, wrong)];
}

/** Wrong elements that no finding is about; of a long finding, whose list of elements is cut, the groups count. */
export function unclaimed(blocks: readonly Block[], findings: readonly Finding[], wrong: readonly number[]): number[] {
  const claimed = new Set(findings.flatMap(({ where }) => where.indices));
  const cut = findings.filter(({ where }) => where.count > where.indices.length);
  const whole = new Set(cut.flatMap(({ where }) => where.groups));
  if (cut.length > 0 && blocks.length === 1) return [];
  return wrong.filter((i) => !claimed.has(i) && !whole.has(blocks.findLast(({ start }) => start <= i)?.name ?? ''));
}

/** Says of the wrong elements without a name that they are wrong; of a large finding the groups count, since its list is cut. */
export function nameless(layout: Layout, named: readonly Finding[], wrong: readonly number[]): Finding[] {
  const rest = unclaimed(layout.blocks, named, wrong);
  if (rest.length === 0) return [];
  const finding = makeFinding('unknown-pattern', 'bug', whereIn(layout, rest), { fits: rest.length, of: wrong.length });
  return [{ ...finding, confidence: 'low' }];
}
