/** What can be done about a program that exports no loss, gradient or x, or that is no TypeScript. */
import { type Declaration, readProgram } from './program.ts';

/** A line that would make the program one that can be checked. */
export interface Offer {
  readonly text: string;
  readonly line: string;
}

/** More choices than this for one name are none. */
const MOST_CHOICES = 3;

/** `gradient`, `grad_f`, `dloss`, `df`, `backward`, `backprop`, `jac`. */
const GRADIENT_LIKE = /grad|deriv|backw|backprop|jac|^d_?[a-z]{1,4}$|^d(f|loss|cost)/i;
const BOTH = /(loss|value|cost|f)_?and_?grad/i;
/** Names that people give to a point, the best first. */
const POINTS = /^(x_?0|w_?0|theta_?0?|params?|parameters|init(ial)?|start|point|w|weights|p)$/i;

interface Role {
  readonly role: 'loss' | 'gradient' | 'x';
  readonly fits: (declaration: Declaration) => boolean;
}

const isFunction = ({ kind, name }: Declaration) => kind === 'function' && !BOTH.test(name);

const ROLES: readonly Role[] = [
  { role: 'loss', fits: (each) => isFunction(each) && !GRADIENT_LIKE.test(each.name) },
  { role: 'gradient', fits: (each) => isFunction(each) && GRADIENT_LIKE.test(each.name) },
  { role: 'x', fits: ({ kind, name }) => kind === 'value' && POINTS.test(name) },
];

/**
 * For each name that a check needs and a program lacks, the program's own functions and values that may be meant: all
 * at once where each has one candidate, else choices for the first name that is missing.
 *
 * @example
 * offersFor('const f = (x) => x * x;\nconst df = (x) => 2 * x;\nconst x = 3;');
 * // [{ text: 'Use f as loss and df as gradient', line: 'export { f as loss, df as gradient };' }]
 */
export function offersFor(code: string): readonly Offer[] {
  const { declared, exported, commonJs } = readProgram(code);
  if (commonJs) return [];
  const known = new Set([...exported.keys(), ...declared.map(({ name }) => name)]);
  const missing = ROLES.filter(({ role }) => !known.has(role)).map(({ role, fits }) => ({
    role,
    names: declared.filter(fits).map(({ name }) => name),
  }));
  const found = missing.filter(({ names }) => names.length > 0 && names.length <= MOST_CHOICES);
  if (found.length === 0) return [];
  if (found.every(({ names }) => names.length === 1))
    return [offer(found.map(({ role, names }) => [names[0], role] as const))];
  const [{ role, names }] = found.filter((each) => each.names.length > 1);
  return names.map((name) => offer([[name, role]]));
}

function offer(pairs: readonly (readonly [name: string, role: string])[]): Offer {
  const said = pairs.map(([name, role]) => `${name} as ${role}`);
  const text = said.length === 1 ? said[0] : `${said.slice(0, -1).join(', ')} and ${said[said.length - 1]}`;
  return { text: `Use ${text}`, line: `export { ${said.join(', ')} };` };
}

/** Lines that Python has and TypeScript has not. */
const PYTHON =
  /^\s*(def \w+\s*\(.*\).*:|import \w+( as \w+)?$|from [\w.]+ import |(if|for|while|else|elif)\b[^{(]*:$|lambda )/m;

/** Whether a text that is no TypeScript is Python. */
export const isPython = (code: string): boolean => PYTHON.test(code);

/** The function that gives loss and gradient at once, where a program has one. */
export const bothIn = (code: string): string | undefined =>
  readProgram(code).declared.find(({ kind, name }) => kind === 'function' && BOTH.test(name))?.name;
