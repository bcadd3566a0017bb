import { refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { FUNCTIONS } from './functions.ts';
import { CONSTANTS, isReserved } from './names.ts';
import { partsOf, type Syntax } from './syntax.ts';

/** A variable of a formula. Elements of a vector are counted from 0: `w[0]` is the first. */
export interface Variable {
  readonly name: string;
  /** The length of a vector; null for a number. */
  readonly length: number | null;
  /** Held fixed: data, with respect to which nothing is differentiated. */
  readonly fixed?: true;
}

/** Lengths that were given, by variable; null says that it is a number. */
export type Lengths = Readonly<Record<string, number | null>>;

/** How long a vector is taken to be where nothing says so. */
const DEFAULT_LENGTH = 3;

interface Clues {
  readonly names: Map<string, Syntax>;
  /** How many elements the indices of a name need, which make it a vector. */
  readonly needed: Map<string, number>;
  readonly vectors: Set<string>;
  /** The names on both sides of a `·`, which is a product of vectors or of numbers. */
  readonly beside: Set<string>;
  /** Lengths of the vectors that are written out. */
  readonly written: number[];
}

/**
 * Finds the variables of a formula in the order in which they appear, with the lengths that were given, or else a guess: a
 * variable is a vector if it is indexed or stands where a vector is wanted, such as `w` in `sum(w.^2)`.
 *
 * @param dots what `w·x` means where nothing but the two names says so
 */
export function findVariables(
  syntax: Syntax,
  lengths: Lengths = {},
  dots: 'vectors' | 'numbers' = 'numbers',
): Variable[] {
  const clues: Clues = { names: new Map(), needed: new Map(), vectors: new Set(), beside: new Set(), written: [] };
  collect(syntax, clues);
  if (dots === 'vectors') for (const name of clues.beside) clues.vectors.add(name);
  const variables = [...clues.names].map(([name, first]): Variable => {
    if (isReserved(name))
      refuse('reserved-name', `\`${name}\` cannot be the name of a variable`, first, 'another name');
    const length = Object.hasOwn(lengths, name) ? lengths[name] : guess(name, clues);
    if (length !== null && !(Number.isInteger(length) && length >= 1 && length <= LIMITS.vectorLength)) {
      const bound = `a whole number from 1 to ${LIMITS.vectorLength}`;
      refuse('shape', `the length of \`${name}\` is ${bound}`, first, bound);
    }
    return { name, length };
  });
  const elements = variables.reduce((sum, { length }) => sum + (length ?? 1), 0);
  if (elements > LIMITS.elements) {
    refuse('too-large', `a point has at most ${LIMITS.elements} elements, this has ${elements}`, syntax);
  }
  return variables;
}

function guess(name: string, { needed, vectors, written }: Clues): number | null {
  const least = needed.get(name);
  if (least !== undefined) return Math.min(Math.max(least, 2), LIMITS.vectorLength);
  return vectors.has(name) ? (written[0] ?? DEFAULT_LENGTH) : null;
}

/** Walks a formula for clues. */
function collect(syntax: Syntax, clues: Clues): void {
  if (syntax.type === 'name') {
    if (!CONSTANTS.has(syntax.name) && !clues.names.has(syntax.name)) clues.names.set(syntax.name, syntax);
    return;
  }
  if (syntax.type === 'index' && syntax.object.type === 'name') {
    const { name } = syntax.object;
    clues.needed.set(name, Math.max(clues.needed.get(name) ?? 1, elementsNeeded(syntax.at)));
  }
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length)) {
    for (const argument of syntax.arguments) for (const name of vectorsIn(argument)) clues.vectors.add(name);
  }
  if (syntax.type === 'vector' && syntax.items.length > 0) clues.written.push(syntax.items.length);
  const dots = syntax.type === 'binary' && syntax.operator === '·';
  if (dots && [syntax.left, syntax.right].every(isVariable)) {
    for (const name of freeNames(syntax)) clues.beside.add(name);
  }
  // a product of three cannot be one of vectors
  const row = dots && syntax.left.type === 'binary' && syntax.left.operator === '·';
  for (const part of row ? [...partsOf(syntax.left), syntax.right] : partsOf(syntax)) collect(part, clues);
}

const isVariable = (syntax: Syntax): boolean => syntax.type === 'name' && !CONSTANTS.has(syntax.name);

/** How long a vector has to be for an index that is written out. */
function elementsNeeded(at: Syntax): number {
  if (at.type === 'number') return Number.isInteger(Number(at.text)) ? Number(at.text) + 1 : 1;
  if (at.type === 'negate') return elementsNeeded(at.argument) - 1;
  if (at.type !== 'range') return 1;
  return Math.max(at.from ? elementsNeeded(at.from) : 1, at.to ? elementsNeeded(at.to) - 1 : 1);
}

function wantsVector(name: string, count: number): boolean {
  const takes = FUNCTIONS.get(name)?.takes;
  if (takes === 'values') return count === 1;
  return takes === 'vector' || takes === 'two-vectors' || takes === 'norm';
}

/** The names that make an expression a vector: those beside a power or `.*`, `./` where there are such, else all. */
function vectorsIn(syntax: Syntax): string[] {
  const beside = operandsByElement(syntax).flatMap(freeNames);
  return beside.length > 0 ? beside : freeNames(syntax);
}

/** In `sum(a*w^2)` it is w that has elements. */
function operandsByElement(syntax: Syntax): Syntax[] {
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length)) return [];
  const own: Syntax[] = [];
  if (syntax.type === 'binary' && /^[.^]/.test(syntax.operator)) {
    own.push(syntax.left);
    if (!syntax.operator.endsWith('^')) own.push(syntax.right);
  }
  return [...own, ...partsOf(syntax).flatMap(operandsByElement)];
}

/** Names used as whole vectors: not indexed, and not within a function that returns a number. */
function freeNames(syntax: Syntax): string[] {
  if (syntax.type === 'name') return CONSTANTS.has(syntax.name) ? [] : [syntax.name];
  if (syntax.type === 'index') return [];
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length) && syntax.name !== 'softmax')
    return [];
  return partsOf(syntax).flatMap(freeNames);
}
