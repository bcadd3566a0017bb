/** The state of a check along directions: what is compared, and what has been found so far. */
import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import { FLOAT32, FLOAT64 } from '../slope/precision.ts';
import type { FindingKind } from '../types.ts';
import { agrees, type Comparison, type Field, type Span } from './directions.ts';
import type { DirectionStep, WrongElement } from './types.ts';

/** Evaluations kept back at the end of a bisection, to measure the element that it has found. */
export const PER_ELEMENT = 14;

/** A check along directions on its way. */
export interface Run {
  readonly field: Field;
  readonly random: () => number;
  readonly wrong: WrongElement[];
  readonly doubts: Map<FindingKind, number[]>;
  /** Directions that have agreed since the last one that did not. */
  agreed: number;
  readonly suspects: Span[];
  readonly comparisons: Comparison[];
  readonly tell: (comparison: Comparison, part: DirectionStep['part']) => void;
}

/** Undefined where there is nothing to compare: f or the gradient threw, or is not finite. */
export function startRun<X>(
  scene: Scene<X>,
  { value, precision, answers }: Preflight,
  onStep: ((step: DirectionStep) => void) | undefined,
): Run | undefined {
  const { evaluator, layout, values, scales, reaches, random } = scene;
  if (!answers || !Number.isFinite(value) || !answers.analytic.every(Number.isFinite)) return undefined;
  const comparisons: Comparison[] = [];
  const blockOf = (i: number) => layout.blocks.find(({ start, size }) => i < start + size);
  const { grid } = precision;
  const narrow = grid === FLOAT64 && layout.blocks.some((block) => block.narrow);
  return {
    field: {
      evaluator,
      surroundings: { evaluator, values, value, precision },
      layout,
      analytic: answers.analytic.slice(),
      wobble: answers.wobble,
      floor: answers.floor,
      scales,
      reaches,
      grid: narrow ? FLOAT32 : grid,
      gridOf: narrow ? (i) => (blockOf(i)?.narrow ? FLOAT32 : FLOAT64) : () => grid,
    },
    random,
    wrong: [],
    doubts: new Map(),
    agreed: 0,
    suspects: [],
    comparisons,
    tell: (comparison, part) => {
      if (part === 'whole') comparisons.push(comparison);
      onStep?.({ ...comparison, agrees: agrees(comparison), part, evaluations: evaluator.calls });
    },
  };
}

/** Adds elements, or the whole of x, to the reasons for which the check may be inconclusive. */
export const doubt = (run: Run, kind: FindingKind, indices: readonly number[]): void => {
  const before = run.doubts.get(kind);
  if (before) before.push(...indices);
  else run.doubts.set(kind, [...indices]);
};

/** Whether f has a slope along the direction; if not, the reason is recorded as a doubt. */
export function settled(run: Run, { shape }: Comparison): boolean {
  if (shape === 'smooth' || shape === 'flat' || shape === 'edge') return true;
  if (shape === 'unsettled' && run.field.evaluator.left < PER_ELEMENT) return false;
  const kinds = { kink: 'kink-at-x', jump: 'jump', outside: 'domain-edge', unsettled: 'truncation' } as const;
  doubt(run, kinds[shape], []);
  return false;
}
