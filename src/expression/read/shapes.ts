import { refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { FUNCTIONS } from './functions.ts';
import { CONSTANTS, isReserved } from './names.ts';
import { partsOf, type Syntax } from './syntax.ts';

/** A variable of a formula. Elements of a vector are counted from 1: `w[1]` is the first. */
export interface Variable {
  readonly name: string;
  /** The length of a vector; null for a number. */
  readonly length: number | null;
}

/** Lengths that were given, by variable; null says that it is a number. */
export type Lengths = Readonly<Record<string, number | null>>;

/** How long a vector is taken to be where nothing says so. */
const DEFAULT_LENGTH = 3;

interface Clues {
  readonly names: Map<string, Syntax>;
  /** The largest index written of a name, which makes it a vector. */
  readonly largest: Map<string, number>;
  readonly vectors: Set<string>;
  /** Lengths of the vectors that are written out. */
  readonly written: number[];
}

/**
 * Finds the variables of a formula in the order in which they appear, with the lengths that were given, or else a
 * guess: a vector is what is indexed or stands where a vector is wanted, such as `w` in `sum(w.^2)`.
 */
export function findVariables(syntaxes: readonly Syntax[], lengths: Lengths = {}): Variable[] {
  const clues: Clues = { names: new Map(), largest: new Map(), vectors: new Set(), written: [] };
  for (const syntax of syntaxes) collect(syntax, clues, false);
  const variables = [...clues.names].map(([name, syntax]): Variable => {
    if (FUNCTIONS.has(name)) refuse('reserved-name', `\`${name}\` is a function`, syntax, `\`${name}(x)\``);
    if (isReserved(name))
      refuse('reserved-name', `\`${name}\` cannot be the name of a variable`, syntax, 'another name');
    const length = Object.hasOwn(lengths, name) ? lengths[name] : guess(name, clues);
    if (length !== null && !(Number.isInteger(length) && length >= 1 && length <= LIMITS.vectorLength)) {
      const bound = `a whole number from 1 to ${LIMITS.vectorLength}`;
      refuse('shape', `the length of \`${name}\` is ${bound}`, syntax, bound);
    }
    return { name, length };
  });
  const elements = variables.reduce((sum, { length }) => sum + (length ?? 1), 0);
  if (elements > LIMITS.elements) {
    refuse('too-large', `a point has at most ${LIMITS.elements} elements, this has ${elements}`, syntaxes[0]);
  }
  return variables;
}

function guess(name: string, { largest, vectors, written }: Clues): number | null {
  const index = largest.get(name);
  if (index !== undefined) return Math.min(Math.max(index, 2), LIMITS.vectorLength);
  return vectors.has(name) ? (written[0] ?? DEFAULT_LENGTH) : null;
}

/** Walks a formula for clues; `wanted` says that a vector stands here. */
function collect(syntax: Syntax, clues: Clues, inIndex: boolean): void {
  if (syntax.type === 'name') {
    if (inIndex && syntax.name === 'end') return;
    if (!CONSTANTS.has(syntax.name) && !clues.names.has(syntax.name)) clues.names.set(syntax.name, syntax);
    return;
  }
  if (syntax.type === 'index' && syntax.object.type === 'name') {
    const { name } = syntax.object;
    clues.largest.set(name, Math.max(clues.largest.get(name) ?? 1, ...writtenIndices(syntax.at)));
  }
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length)) {
    for (const argument of syntax.arguments) for (const name of vectorsIn(argument)) clues.vectors.add(name);
  }
  if (syntax.type === 'vector' && syntax.items.length > 0) clues.written.push(syntax.items.length);
  const parts = partsOf(syntax);
  parts.forEach((part, at) => {
    collect(part, clues, syntax.type === 'index' ? at === 1 : inIndex);
  });
}

function writtenIndices(at: Syntax): number[] {
  if (at.type === 'range') return [at.from, at.to].flatMap(writtenIndices);
  return at.type === 'number' && Number.isInteger(Number(at.text)) ? [Number(at.text)] : [];
}

function wantsVector(name: string, count: number): boolean {
  const takes = FUNCTIONS.get(name)?.takes;
  if (takes === 'values') return count === 1;
  return takes === 'vector' || takes === 'two-vectors' || takes === 'vector-to-vector' || takes === 'norm';
}

/** The names that make an expression a vector: those beside `.^`, `.*`, `./` where there are such, else all. */
function vectorsIn(syntax: Syntax): string[] {
  const beside = operandsOfDots(syntax).flatMap(freeNames);
  return beside.length > 0 ? beside : freeNames(syntax);
}

function operandsOfDots(syntax: Syntax): Syntax[] {
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length)) return [];
  const own: Syntax[] = [];
  if (syntax.type === 'binary' && syntax.operator.startsWith('.')) {
    own.push(syntax.left);
    if (syntax.operator !== '.^') own.push(syntax.right);
  }
  return [...own, ...partsOf(syntax).flatMap(operandsOfDots)];
}

/** Names that stand there as a whole: not those of an element, nor those that a sum has made a number. */
function freeNames(syntax: Syntax): string[] {
  if (syntax.type === 'name') return CONSTANTS.has(syntax.name) ? [] : [syntax.name];
  if (syntax.type === 'index') return [];
  if (syntax.type === 'call' && wantsVector(syntax.name, syntax.arguments.length) && syntax.name !== 'softmax')
    return [];
  return partsOf(syntax).flatMap(freeNames);
}
