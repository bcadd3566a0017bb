/**
 * A program: a loss and its backward pass, line by line. A line is one function of the names before it; the text that is
 * shown is its source (`text.ts`). A planted bug is another line in the place of the right one.
 */
import type { FindingKind, Gradient, Loss, PointRecord } from '../../checker/types.ts';
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

export interface Program<S, P = PointRecord> {
  /** Sizes that the shape of the point does not show, such as the batch. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Names that the lines may use besides the point. */
  readonly data: Partial<S>;
  readonly point: P;
  readonly forward: Lines<S>;
  readonly loss: (s: S) => number;
  readonly backward: Lines<S>;
  readonly gradient: (s: S) => P;
  readonly bugs: readonly Bug<S>[];
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
export const forwardAt = <S, P>({ data, forward }: Program<S, P>, point: P, other?: Partial<S>): S =>
  run(forward, { ...data, ...point, ...other });

export const lossOf =
  <S, P>(program: Program<S, P>): Loss<P> =>
  (point) =>
    program.loss(forwardAt(program, point));

/**
 * The gradient that the lines compute, with bugs in them or none. What a bug keeps between calls starts afresh.
 *
 *     gradientOf(program, program.bugs[0])(program.point) // what the first bug computes there
 */
export function gradientOf<S, P>(program: Program<S, P>, ...bugs: readonly Bug<S>[]): Gradient<P> {
  const { data, forward, backward, gradient, point: start } = program;
  const lines = Object.assign({ ...forward, ...backward, gradient }, ...bugs.map(({ wrong }) => wrong));
  const kept = Object.assign({}, ...bugs.map(({ keeps }) => keeps?.({ ...data, ...start } as S)));
  return (point) => {
    const scope = run<Record<string, unknown>>(lines, { ...data, ...point, ...kept });
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
  return text.startsWith('{ ') ? text.slice(2, -2).replace('return', `const ${name} =`) : `const ${name} = ${text};`;
}

/** A line without `const` and semicolon: `dw = sum(residual)`. */
export const bare = (code: string): string => code.replace(/^const |;$/g, '');

/** The lines of the forward pass, the loss last, and of the backward pass, the `return` last, with bugs or none. */
export function shownLines<S, P>({ forward, loss, backward, gradient }: Program<S, P>, ...bugs: readonly Bug<S>[]) {
  const wrong: Record<string, Run> = Object.assign({}, ...bugs.map((bug) => bug.wrong));
  const shown = (lines: object): ShownLine[] =>
    (Object.entries(lines) as [string, Run][]).map(([name, line]) => {
      const code = statementOf(name, line);
      return name in wrong ? { name, code: statementOf(name, wrong[name]), mend: code } : { name, code };
    });
  return { forward: shown({ ...forward, loss }), backward: shown({ ...backward, gradient }) };
}
