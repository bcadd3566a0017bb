/** What the reader sets: the number of elements, which of them are wrong, and by how much. */
import { type Field, integerField, numberField } from '@/input/fields.ts';
import type { StateOf } from '@/input/url-state.ts';
import type { Problem } from './problem.ts';

export const LIMITS = { n: { min: 10, max: 1_000_000 }, share: { min: 1e-10, max: 1 }, wrong: 5 } as const;

/** Flat indices of the wrong elements; none is fine. */
const indicesField = (initial: readonly number[]): Field<readonly number[]> => ({
  initial,
  read: (text) => {
    const words = text.split(/[\s,;]+/).filter((word) => word !== '');
    const strange = words.find((word) => !/^\d{1,7}$/.test(word));
    if (strange !== undefined) {
      return { ok: false, problem: `“${strange.slice(0, 24)}” is no index; write whole numbers such as 2718, 31.` };
    }
    if (words.length > LIMITS.wrong) {
      return { ok: false, problem: `${words.length} elements found; at most ${LIMITS.wrong} can be planted.` };
    }
    return { ok: true, value: [...new Set(words.map(Number))] };
  },
  write: (indices) => indices.join(', '),
});

export const fields = {
  n: integerField(10_000, LIMITS.n),
  wrong: indicesField([2718]),
  share: numberField(0.5, LIMITS.share),
};

export type State = StateOf<typeof fields>;

/** The problem that a state sets; indices beyond the last element are left out. */
export const problemOf = ({ n, wrong, share }: State): Problem => ({
  n,
  wrong: wrong.filter((index) => index < n),
  share,
});

export const keyOf = (problem: Problem): string => JSON.stringify([problem.n, problem.wrong, problem.share]);

/** Another n: the wrong elements keep their places along the bar. */
export function resized({ n, wrong }: State, to: number): Pick<State, 'n' | 'wrong'> {
  const moved = wrong.map((index) => Math.min(to - 1, Math.floor(((index + 0.5) / n) * to)));
  return { n: to, wrong: [...new Set(moved)] };
}

/** Another wrong element, unless it is one already or there are enough. */
export const planted = ({ wrong }: State, index: number): readonly number[] =>
  wrong.includes(index) || wrong.length >= LIMITS.wrong ? wrong : [...wrong, index];
