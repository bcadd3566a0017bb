/** States of version 1, where the first element of a vector was `w[1]` and a range held its end: `w[2:end]`. */
import type { UnreadFields } from '@/input/readers.ts';
import { SHARE_LIMITS } from './state.ts';

/** An index behind a name or a bracket; a vector that is written out has commas, or nothing before it. */
const INDEX = /(?<=[\p{L}\d_)\]]\s*)\[([^[\],]*)\]/gu;
const WHOLE = /^\s*(\d+)\s*$/;
const FROM_END = /^\s*end\s*(?:-\s*(\d+)\s*)?$/;

/** The place of an element, counted from 0 now; one that is worked out in the formula goes on to be. */
function place(index: string): string {
  const [, whole] = WHOLE.exec(index) ?? [];
  if (whole !== undefined) return String(Number(whole) - 1);
  const end = FROM_END.exec(index);
  return end === null ? `${index.trim()} - 1` : String(-1 - Number(end[1] ?? 0));
}

/** Where a range ends: its last element is left out now, and counting from 0 makes up for it. */
function limit(index: string): string {
  const end = FROM_END.exec(index);
  if (end === null) return index.trim();
  return end[1] === undefined ? '' : `-${end[1]}`;
}

function formulaFromZero(text: string): string {
  return text.replace(INDEX, (_, index: string) => {
    const [from, to] = index.split(':');
    if (to === undefined) return `[${place(from)}]`;
    return `[${from.trim() === '' ? '' : place(from)}:${limit(to)}]`;
  });
}

/** The fields of a state of version 1 as they are written today. */
export function fromVersion1(values: UnreadFields): UnreadFields {
  const formulas = (['formula', 'gradient'] as const).flatMap((field) => {
    const text = Object.hasOwn(values, field) ? values[field] : undefined;
    // a longer text was never made by this site, and is cut when it is read
    const isFormula = typeof text === 'string' && text.length <= SHARE_LIMITS[field];
    return isFormula ? [[field, formulaFromZero(text)] as const] : [];
  });
  return { ...values, ...Object.fromEntries(formulas) };
}
