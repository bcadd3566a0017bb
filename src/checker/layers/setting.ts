/** What a check of many outputs is given, and what it compares. */
import type { Preflight } from '../contract/preflight.ts';
import type { Scene } from '../contract/scene.ts';
import type { Halt } from '../point/evaluator.ts';
import type { Layout } from '../point/layout.ts';
import type { Finding } from '../types.ts';
import type { Answer, Asked } from './asking.ts';
import type { JudgedRow } from './judge-rows.ts';
import type { Search } from './locate.ts';
import type { Memory, Opened } from './outputs.ts';
import type { JacobianOptions } from './types.ts';
import { unitCotangent } from './view.ts';

/** Up to so many outputs each is compared on its own; of more outputs, as long as there are no more entries than this. */
const FEW_OUTPUTS = 64;
const MORE_OUTPUTS = 256;
const FEW_ENTRIES = 40_000;
/** Of many outputs in several groups, each group is a mixture of its own, up to so many groups. */
const MOST_PARTS = 16;

/** All that is known before anything is measured. */
export interface Setting<X> {
  readonly x: X;
  readonly inputs: Layout;
  readonly values: Float64Array;
  readonly scales: Float64Array;
  readonly reaches: Float64Array;
  readonly opened: Opened & { readonly layout: Layout };
  readonly memory: Memory;
  readonly asked: Asked<X>;
  readonly options: JacobianOptions;
}

/** The measurements that a report is made of. */
export interface Measured<X> {
  readonly scene: Scene<X>;
  readonly before: Preflight;
  /** The first is the mixture of `before`; then come the other mixtures, and single outputs or groups of them. */
  readonly rows: readonly JudgedRow[];
  readonly mixtures: readonly Float64Array[];
  /** The answer of the vjp for each mixture; undefined where it was not asked. */
  readonly answers: readonly (Answer | undefined)[];
  readonly contract: readonly Finding[];
  readonly full: boolean;
  readonly halted: Halt['reason'] | undefined;
  readonly canMeasure: boolean;
  /** Wrong entries, where not every one was compared. */
  readonly located: Search;
}

export function isFull<X>({ options, opened, values }: Setting<X>): boolean {
  const count = opened.layout.size;
  const few = count <= FEW_OUTPUTS || (count <= MORE_OUTPUTS && count * values.length <= FEW_ENTRIES);
  return options.full ?? few;
}

/** What is compared beside the mixtures: each output, or each group of outputs where there are many. */
export function partsOf<X>({ opened }: Setting<X>, mixture: Float64Array, full: boolean): Float64Array[] {
  const { blocks, size } = opened.layout;
  if (full)
    return [...opened.first.keys()].filter((k) => Number.isFinite(opened.first[k])).map((k) => unitCotangent(size, k));
  if (blocks.length < 2 || blocks.length > MOST_PARTS) return [];
  return blocks
    .map(({ start, size: length }) => mixture.map((v, k) => (k >= start && k < start + length ? v : 0)))
    .filter((v) => v.some((weight) => weight !== 0));
}
