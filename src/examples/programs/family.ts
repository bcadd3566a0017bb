/**
 * A family of the zoo: a loss and its backward pass as a list of lines. A line is its text and the function that runs;
 * a planted bug replaces one line. A test runs the text against the functions, so that what is shown is what runs.
 */
import type { FindingKind, Gradient, Loss, PointRecord } from '../../checker/types.ts';

/** `const name = text;`, and what it computes from the names before it. */
export interface Line<S> {
  readonly name: keyof S & string;
  readonly text: string;
  readonly run: (scope: S) => unknown;
}

/** Makes lines for a scope, each checked against the type of the name it defines. */
export const lines =
  <S>() =>
  <K extends keyof S & string>(name: K, text: string, run: (scope: S) => S[K]): Line<S> => ({ name, text, run });

interface BugText {
  readonly id: string;
  readonly title: string;
  /** The true diagnosis. */
  readonly kind: FindingKind;
  readonly explanation: string;
}

/** A bug that is one wrong line; its value may have a shape that the right one has not. */
export interface LineBug<S> extends BugText {
  readonly line: keyof S & string;
  readonly text: string;
  readonly run: (scope: S) => unknown;
}

/** A bug that lives between calls: `make` wraps the right gradient and starts with fresh state. */
export interface StatefulBug<S> extends BugText {
  readonly line: keyof S & string;
  /** The whole wrong line, as it is shown. */
  readonly shown: string;
  readonly make: (right: Gradient<PointRecord>, point: PointRecord) => Gradient<PointRecord>;
}

export interface FamilyDefinition<S> {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  /** The loss in TeX. */
  readonly formula: string;
  /** Sizes that are no shape of the point: the batch. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What the lines see besides the point. */
  readonly data: Partial<S>;
  readonly point: PointRecord;
  readonly forward: readonly Line<S>[];
  readonly loss: { readonly text: string; readonly run: (scope: S) => number };
  readonly backward: readonly Line<S>[];
  /** Which name holds the gradient of which parameter. */
  readonly returns: Readonly<Record<string, keyof S & string>>;
  readonly bugs: readonly (LineBug<S> | StatefulBug<S>)[];
}

/** A planted bug as the course shows it. */
export interface PlantedBug extends BugText {
  readonly family: string;
  /** Index into the family's `source`. */
  readonly line: number;
  readonly right: string;
  readonly wrong: string;
  /** Lives between calls, so that the shown line alone does not make it. */
  readonly stateful: boolean;
  /** The elements that are truly wrong, by comparison with the right gradient: nothing of the checker is used. */
  readonly where: { readonly groups: readonly string[]; readonly elements: readonly string[] };
  /** The wrong gradient with fresh state. */
  readonly make: () => Gradient<PointRecord>;
}

export interface Family {
  readonly id: string;
  readonly title: string;
  readonly shows: string;
  readonly formula: string;
  readonly sizes: Readonly<Record<string, number>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly point: PointRecord;
  readonly f: Loss<PointRecord>;
  /** The right gradient. */
  readonly gradient: Gradient<PointRecord>;
  /** The lines of the forward pass, shared by loss and gradient, and the loss. */
  readonly forward: readonly string[];
  readonly loss: string;
  /** The lines of the backward pass, the `return` last. */
  readonly source: readonly string[];
  readonly bugs: readonly PlantedBug[];
}
