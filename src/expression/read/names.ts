/** What a name means before anything is known of the formula: a constant, a function, or a word that is kept free. */
import { FUNCTIONS } from './functions.ts';

/** Constants a formula may use. */
export const CONSTANTS: ReadonlyMap<string, 'pi' | 'e' | 'tau'> = new Map([
  ['pi', 'pi'],
  ['π', 'pi'],
  ['PI', 'pi'],
  ['e', 'e'],
  ['tau', 'tau'],
  ['τ', 'tau'],
]);

/** Greek letters that are typed by their names. */
export const GREEK: ReadonlySet<string> = new Set([
  ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu'],
  ...['xi', 'rho', 'sigma', 'upsilon', 'phi', 'chi', 'psi', 'omega'],
  ...['Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Sigma', 'Phi', 'Psi', 'Omega'],
]);

/** Words that are operators in other languages, and so are no names of variables. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(['mod', 'to', 'in', 'and', 'or', 'xor', 'not']);

/** Words that only code has. */
export const CODE_WORDS: ReadonlySet<string> = new Set([
  ...['return', 'def', 'function', 'const', 'let', 'import', 'export', 'for', 'while', 'else', 'where', 'print'],
]);

/** Words that are values in other languages, and no numbers to calculate with. */
export const VALUE_WORDS: ReadonlySet<string> = new Set(['NaN', 'Infinity', 'true', 'false', 'null', 'undefined']);

/** Names that no variable may have: they would read as something else. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['end', 'nan', 'inf', 'prototype', 'arguments', 'this', 'eval', 'Function'],
  ...OPERATOR_WORDS,
  ...CODE_WORDS,
  ...VALUE_WORDS,
]);

/** Whether a variable may not be called so: reserved, or a property that every JavaScript object has. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name) || name in Object.prototype || name.startsWith('__');
}

/** Other spellings of functions, that nothing else is called by. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...['sin', 'cos', 'tan'].map((name) => [`arc${name}`, `a${name}`] as const),
  ...['sinh', 'cosh', 'tanh'].flatMap((name) => [
    [`arc${name}`, `a${name}`] as const,
    [`ar${name}`, `a${name}`] as const,
  ]),
  ['sgn', 'sign'],
  ['fabs', 'abs'],
  ['expit', 'sigmoid'],
  ['clamp', 'clip'],
  ['ReLU', 'relu'],
  ['reduce_sum', 'sum'],
  ['reduce_mean', 'mean'],
]);

/** Words that a variable may have as its name, and that are functions where brackets follow. */
const BEFORE_BRACKETS: ReadonlyMap<string, string> = new Map([
  ['power', 'pow'],
  ['average', 'mean'],
  ['avg', 'mean'],
  ['product', 'prod'],
  ['inner', 'dot'],
  ['length', 'count'],
  ['size', 'count'],
  ['len', 'count'],
  ['logistic', 'sigmoid'],
  ['sigma', 'sigmoid'],
  ['σ', 'sigmoid'],
  ['maximum', 'max'],
  ['minimum', 'min'],
]);

/** The function of this name, by its own spelling: `arctan` is `atan`, and `Exp(` before brackets is `exp`. */
export function functionNamed(name: string, beforeBrackets = false): string | undefined {
  if (FUNCTIONS.has(name)) return name;
  const own = SPELLINGS.get(name);
  if (own !== undefined || !beforeBrackets) return own;
  const lower = name.toLowerCase();
  return BEFORE_BRACKETS.get(name) ?? (FUNCTIONS.has(lower) ? lower : SPELLINGS.get(lower));
}
