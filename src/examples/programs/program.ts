/**
 * A program: a loss or a layer and its backward pass, line by line. A line is one function of the names before it; the
 * text that is shown is its source (`text.ts`). A planted bug is another line in the place of the right one.
 */
import type { FindingKind, Loss, PointRecord } from '../../checker/types.ts';
import { textOf } from '../text.ts';

/** Lines in order, each under the name that it defines. `s` holds the names defined before it. */
export type Lines<S> = { readonly [K in keyof S]?: (s: S) => S[K] };

export interface Bug<S> {
  readonly id: string;
  readonly title: string;
  /** The true diagnosis, where this is the only bug. */
  readonly kind: FindingKind;
  /** The wrong line, under the name of the right one; `gradient` is the returned value. Its shape may be wrong as well. */
  readonly wrong: { readonly [K in keyof S | 'gradient']?: (s: S) => unknown };
  /** Variables that survive from call to call, with their first values; none for a bug that changes the point it gets. */
  readonly keeps?: (point: S) => Partial<S>;
}

/** The lines of a loss, or of a layer, whose forward pass defines its outputs and has no loss. */
export interface Passes<S, P = PointRecord> {
  /** Sizes that the shape of the point does not show, such as the batch. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Names that the lines may use besides the point. */
  readonly data: Partial<S>;
  readonly point: P;
  readonly forward: Lines<S>;
  readonly backward: Lines<S>;
  readonly gradient: (s: S) => P;
  readonly bugs: readonly Bug<S>[];
}

export interface Program<S, P = PointRecord> extends Passes<S, P> {
  readonly loss: (s: S) => number;
}

/** A program as it is written down. The build keeps the text of the functions in it. */
export const defineProgram = <S, P = PointRecord>(program: Program<S, P>): Program<S, P> => program;

type Run = (scope: object) => unknown;

function run<S>(lines: object, seen: object): S {
  const scope: Record<string, unknown> = { ...seen };
  for (const [name, line] of Object.entries(lines) as [string, Run][]) scope[name] = line(scope);
  return scope as S;
}

/** Every name that the forward pass defines at a point; `other` replaces some of the data. */
export const forwardAt = <S, P>({ data, forward }: Passes<S, P>, point: P, other?: Partial<S>): S =>
  run(forward, { ...data, ...point, ...other });

export const lossOf =
  <S, P>(program: Program<S, P>): Loss<P> =>
  (point) =>
    program.loss(forwardAt(program, point));

/**
 * The gradient that the lines compute, with bugs in them or none. What a bug keeps between calls starts afresh. `given`
 * are names that change from call to call, such as the cotangent of a layer.
 *
 *     gradientOf(program, program.bugs[0])(program.point) // what the first bug computes there
 */
export function gradientOf<S, P>(
  program: Passes<S, P>,
  ...bugs: readonly Bug<S>[]
): (point: P, given?: Partial<S>) => P {
  const { data, forward, backward, gradient, point: start } = program;
  const lines = Object.assign({ ...forward, ...backward, gradient }, ...bugs.map(({ wrong }) => wrong));
  const kept = Object.assign({}, ...bugs.map(({ keeps }) => keeps?.({ ...data, ...start } as S)));
  return (point, given) => {
    const scope = run<Record<string, unknown>>(lines, { ...data, ...point, ...kept, ...given });
    for (const name of Object.keys(kept)) kept[name] = scope[name];
    return scope['gradient'] as P;
  };
}

/** A line as it is shown; `mend` is the right line where this one is wrong. */
export interface ShownLine {
  readonly name: string;
  readonly code: string;
  readonly mend?: string;
}

function statementOf(name: string, line: Run): string {
  const text = textOf(line);
  if (name === 'gradient') return `return ${text};`;
  // a body of several statements, not a record
  return /^\{ .*\breturn /.test(text)
    ? text.slice(2, -2).replace('return', `const ${name} =`)
    : `const ${name} = ${text};`;
}

/** A line without `const` and semicolon: `dw = sum(residual)`. */
export const bare = (code: string): string => code.replace(/^const |;$/g, '');

/** The lines of the forward pass, a loss last, and of the backward pass, the `return` last, with bugs or none. */
export function shownLines<S, P>(
  { forward, loss, backward, gradient }: Passes<S, P> & Partial<Program<S, P>>,
  ...bugs: readonly Bug<S>[]
) {
  const wrong: Record<string, Run> = Object.assign({}, ...bugs.map((bug) => bug.wrong));
  const shown = (lines: object): ShownLine[] =>
    (Object.entries(lines) as [string, Run][]).map(([name, line]) => {
      const code = statementOf(name, line);
      return name in wrong ? { name, code: statementOf(name, wrong[name]), mend: code } : { name, code };
    });
  return { forward: shown({ ...forward, ...(loss && { loss }) }), backward: shown({ ...backward, gradient }) };
}
