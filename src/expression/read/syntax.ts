import type { Span } from '../errors.ts';

/** `·` is a product of numbers, or of two vectors; `.*`, `./` and `.^` go by element. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '·' | '.*' | './' | '.^';

/** A typed-in formula, in the only forms it may have. Everything past the parser works on this closed type. */
export type Syntax = Span &
  (
    | { readonly type: 'number'; readonly text: string }
    | { readonly type: 'name'; readonly name: string }
    | { readonly type: 'call'; readonly name: string; readonly arguments: readonly Syntax[] }
    | { readonly type: 'index'; readonly object: Syntax; readonly at: Syntax }
    /** In an index a limit may be left out. */
    | { readonly type: 'range'; readonly from?: Syntax; readonly to?: Syntax }
    | { readonly type: 'vector'; readonly items: readonly Syntax[] }
    | { readonly type: 'negate'; readonly argument: Syntax }
    | {
        readonly type: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Syntax;
        readonly right: Syntax;
      }
  );

/** The direct parts of a piece of syntax, in the order in which they are written. */
export function partsOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.type) {
    case 'number':
    case 'name':
      return [];
    case 'call':
      return syntax.arguments;
    case 'index':
      return [syntax.object, syntax.at];
    case 'range':
      return [syntax.from, syntax.to].filter((limit) => limit !== undefined);
    case 'vector':
      return syntax.items;
    case 'negate':
      return [syntax.argument];
    case 'binary':
      return [syntax.left, syntax.right];
  }
}
