/** The commands of LaTeX that mean something in a formula. */

import { CONSTANTS, functionNamed, GREEK } from './names.ts';
import type { Reason } from './signs.ts';

/** Signs, by their commands; `\frac` is one of its own. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['frac', '\\frac'],
  ['dfrac', '\\frac'],
  ['tfrac', '\\frac'],
  ['cdot', '·'],
  ['times', '*'],
  ['div', '/'],
  ['odot', '.*'],
  ['circ', '.*'],
  ['vert', '|'],
  ['lvert', '|'],
  ['rvert', '|'],
  ['Vert', '‖'],
  ['lVert', '‖'],
  ['rVert', '‖'],
]);

/** Commands that set sizes and distances. */
const SILENT: ReadonlySet<string> = new Set([
  'left',
  'right',
  'big',
  'Big',
  'bigl',
  'bigr',
  'quad',
  'qquad',
  'displaystyle',
]);

/** Other shapes of Greek letters. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  ['epsilon', 'theta', 'phi', 'rho', 'kappa'].map((letter) => [`var${letter}`, letter]),
);

const REASONS: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['partial', ['f is typed, not a derivative; the gradient is worked out from it', 'f itself']],
  ['nabla', ['f is typed, not a derivative; the gradient is worked out from it', 'f itself']],
  ['sum', ['a sum is written as a function', '`sum(w)`']],
  ['prod', ['a product is written as a function', '`prod(w)`']],
  ['top', ['a transpose has no place here; `dot(a, b)` multiplies two vectors', '`dot(a, b)`']],
]);

export type Command =
  | { readonly kind: 'name' | 'sign'; readonly text: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'refused'; readonly reason: Reason };

/** What a command stands for: `\sin` and `\alpha` for names, `\cdot` for a sign. */
export function commandNamed(name: string): Command {
  const sign = SIGNS.get(name);
  if (sign !== undefined) return { kind: 'sign', text: sign };
  if (SILENT.has(name)) return { kind: 'silent' };
  const reason = REASONS.get(name);
  if (reason !== undefined) return { kind: 'refused', reason };
  const letter = VARIANTS.get(name) ?? name;
  if (GREEK.has(letter) || CONSTANTS.has(letter) || functionNamed(letter) !== undefined) {
    return { kind: 'name', text: letter };
  }
  return { kind: 'refused', reason: ['this command has no meaning in a formula'] };
}
