/** What can be done about a program that lacks a function or a point to check. */
import { FUNCTION_NAMES, type FunctionName, type Subject, subjectsOf } from '@/sandbox/subjects.ts';
import { type Declaration, type ParsedProgram, readProgram } from './program.ts';

/** A line that would make the program one that can be checked. */
export interface Offer {
  readonly text: string;
  readonly line: string;
}

/** More choices than this for one name are none. */
const MOST_CHOICES = 3;

/** `gradient`, `grad_f`, `dloss`, `df`, `backward`, `backprop`, `jac`, `pullback`. */
const DERIVATIVE =
  /grad|deriv|backw|backprop|bwd|jac|hess|vjp|pullback|adjoint|^d(?!ense$)_?[a-z]{1,4}$|^d(f|loss|cost)/i;
const BOTH = /(loss|value|cost|f)_?and_?grad/i;
/** Names that people give to a point, the best first. */
const POINTS = /^(x_?0|w_?0|theta_?0?|params?|parameters|inputs?|init(ial)?|start|point|w|weights|p)$/i;

type Fits = (declaration: Declaration) => boolean;

const named =
  (test: (name: string) => boolean): Fits =>
  ({ kind, name }) =>
    kind === 'function' && !BOTH.test(name) && test(name);
const function_ = named((name) => !DERIVATIVE.test(name));
const derivative = named((name) => DERIVATIVE.test(name));

const FITS: Readonly<Record<FunctionName | 'x', Fits>> = {
  loss: function_,
  gradient: named((name) => DERIVATIVE.test(name) && !/hess/i.test(name)),
  forward: function_,
  vjp: derivative,
  jacobian: named((name) => /jac/i.test(name)),
  hessian: named((name) => /hess/i.test(name)),
  x: ({ kind, name }) => kind === 'value' && POINTS.test(name),
};

/** What the program would have checked if its functions had the names that the check looks for. A vjp takes x and a cotangent. */
function subjectOf(known: ReadonlySet<string>, declared: readonly Declaration[]): Subject {
  const isOpen = FUNCTION_NAMES.every((name) => !known.has(name));
  const takes = (fits: Fits, count: number) => declared.some((each) => fits(each) && each.parameters === count);
  if (isOpen && takes(derivative, 2) && takes(function_, 1)) return subjectsOf(['forward'])[0];
  return subjectsOf(takes(FITS.jacobian, 1) && known.has('forward') ? [...known, 'jacobian'] : known)[0];
}

function offersFor({ declared, exported, commonJs }: ParsedProgram): readonly Offer[] {
  if (commonJs) return [];
  const known = new Set([...exported.keys(), ...declared.map(({ name }) => name)]);
  const { f, derivative: claimed } = subjectOf(known, declared);
  const missing = ([f, claimed, 'x'] as const)
    .filter((role) => !known.has(role))
    .map((role) => ({ role, names: declared.filter(FITS[role]).map(({ name }) => name) }));
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

export interface Help {
  readonly offers: readonly Offer[];
  /** The function that gives loss and gradient at once, where a program without offers has one. */
  readonly both?: string;
}

/**
 * For each name that a check needs and a program lacks, the program's own functions and values that may be meant: all
 * at once where each has one candidate, else choices for the first name that is missing.
 *
 * @example
 * helpFor('const f = (x) => x * x;\nconst df = (x) => 2 * x;\nconst x = 3;').offers;
 * // [{ text: 'Use f as loss and df as gradient', line: 'export { f as loss, df as gradient };' }]
 */
export function helpFor(code: string): Help {
  const program = readProgram(code);
  const offers = offersFor(program);
  const both = program.declared.find(({ kind, name }) => kind === 'function' && BOTH.test(name))?.name;
  return { offers, ...(offers.length === 0 && both !== undefined && { both }) };
}
