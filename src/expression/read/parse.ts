import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { Cursor } from './cursor.ts';
import { withoutHead } from './head.ts';
import { type Token, tokenize } from './lexer.ts';
import { splitNames } from './names-in-a-row.ts';
import { type Note, notesOf } from './notes.ts';
import type { BinaryOperator, Syntax } from './syntax.ts';
import { Values } from './values.ts';

/** A formula as it was read, and the places that could have been read in another way. */
export interface Parsed {
  readonly syntax: Syntax;
  readonly notes: readonly Note[];
}

/**
 * Parses a typed-in formula by recursive descent, one method a rule of this grammar:
 *
 *     sum         = term {("+" | "-") term}
 *     term        = ("+" | "-") term | product          -x*y is -(x*y), and -x^2 is -(x^2)
 *     product     = row {("*" | "/" | "·" | "@" | ".*" | "./") row}
 *     row         = factor {factor}                     2x, a b, 3(x + 1)
 *     factor      = ("+" | "-") factor | fraction       x*-y
 *     fraction    = number "/" number | power           the first before another factor alone: 1/2x is (1/2) x
 *     power       = element [("^" | ".^") exponent]     from the right: x^y^z is x^(y^z)
 *     exponent    = ("+" | "-") exponent | power
 *     element     = value {"[" index "]"}
 *     index       = range | [sum] ":" [sum]
 *     value       = number | name | application | "(" range ")" | "[" list "]" | "|" sum "|" | "‖" sum "‖"
 *     application = function ["^" number] ("(" list ")" | row)   sin(x), sin^2 x
 *     list        = [range {"," range}]
 *     range       = sum [":" sum]
 *
 * Braces are brackets, and `\\frac{a}{b}` is a value. Throws a `Refusal` that points at the first token that does not
 * fit.
 *
 * @param known the variables, where a formula may have no others
 */
export function parseFormula(typed: string, known?: ReadonlySet<string>): Parsed {
  const { text, notes: left } = withoutHead(typed);
  const written = tokenize(text);
  refuseDerivatives(written);
  const { tokens, notes } = splitNames(written, known);
  const cursor = new Cursor(text, tokens);
  const parser = new Parser(cursor, known ?? new Set());
  const syntax = parser.range();
  if (cursor.peek() !== undefined) cursor.unexpected();
  const all = [...left, ...notes, ...notesOf(parser.choices)];
  return { syntax, notes: all.sort((a, b) => a.position - b.position) };
}

class Parser extends Values {
  #depth = 0;

  protected sum(): Syntax {
    return this.#fromTheLeft(['+', '-'], () => this.#signed(() => this.#product()));
  }

  #product(): Syntax {
    return this.#fromTheLeft(['*', '/', '·', '@', '.*', './'], () =>
      // a number goes on after a name or brackets only: `2 3` is more likely a slip
      this.row(({ type }) => this.startsFactor(!['number', 'binary', 'negate'].includes(type))),
    );
  }

  #fromTheLeft(operators: readonly string[], operand: () => Syntax): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    let left = operand();
    while (cursor.is(...operators)) {
      const operator = cursor.take().text;
      const right = operand();
      const span = cursor.spanFrom(start);
      left =
        operator === '@'
          ? { type: 'call', name: 'dot', arguments: [left, right], ...span }
          : { type: 'binary', operator: operator as BinaryOperator, left, right, ...span };
    }
    return left;
  }

  protected row(goesOn: (last: Syntax) => boolean): Syntax {
    const start = this.cursor.here;
    let last = this.#factor();
    let left = last;
    while (goesOn(last)) {
      last = this.#factor();
      left = { type: 'binary', operator: '*', left, right: last, ...this.cursor.spanFrom(start) };
    }
    if (left !== last) this.choices.push({ code: 'product', syntax: left });
    return left;
  }

  #factor(): Syntax {
    return this.#signed(() => {
      const [top, slash, bottom, next] = [0, 1, 2, 3].map((ahead) => this.cursor.peek(ahead));
      const numbers = top?.kind === 'number' && slash?.text === '/' && bottom?.kind === 'number';
      const fraction = numbers && (next?.kind === 'name' || next?.text === '(');
      return fraction ? this.#fromTheLeft(['/'], () => this.#power()) : this.#power();
    });
  }

  /** A signed operand; the sign takes all of it. */
  #signed(operand: () => Syntax): Syntax {
    const { cursor } = this;
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) refuse('too-deep', 'the formula is nested too deeply', cursor.here);
    const sign = cursor.takeIf('+', '-');
    const argument = sign === undefined ? operand() : this.#signed(operand);
    this.#depth -= 1;
    return sign?.text === '-' ? { type: 'negate', argument, ...cursor.spanFrom(sign) } : argument;
  }

  #power(): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    const left = this.element();
    const operator = cursor.takeIf('^', '.^')?.text as '^' | '.^' | undefined;
    if (operator === undefined) return left;
    const transpose = operator === '^' ? this.#transpose() : undefined;
    if (transpose !== undefined) return this.#productOfVectors(left, start, transpose);
    const right = this.#signed(() => this.#power());
    return { type: 'binary', operator, left, right, ...cursor.spanFrom(start) };
  }

  /** Takes the exponent T of a transpose, unless a variable is called T. */
  #transpose(): Span | undefined {
    const { cursor } = this;
    const braces = cursor.is('{') && cursor.peek(2)?.text === '}';
    const token = cursor.peek(braces ? 1 : 0);
    if (token?.kind !== 'name' || token.text !== 'T' || this.isVariable('T')) return undefined;
    for (let taken = 0; taken < (braces ? 3 : 1); taken += 1) cursor.take();
    return token;
  }

  /** `w^T x`, the product of two vectors; `x^T A x` would be one with a matrix. */
  #productOfVectors(left: Syntax, start: Span, transpose: Span): Syntax {
    const { cursor } = this;
    cursor.takeIf('*', '·', '@');
    if (!this.startsFactor(false)) refuse('not-allowed', 'a transpose has no place here', transpose, '`dot(a, b)`');
    const right = this.#power();
    if (this.startsFactor(false))
      refuse('not-allowed', 'this would be a matrix; they are not supported', right, 'a vector');
    const dot: Syntax = { type: 'call', name: 'dot', arguments: [left, right], ...cursor.spanFrom(start) };
    this.choices.push({ code: 'application', syntax: dot });
    return dot;
  }
}

/** `d/dx x^2` and the like would be read as a quotient of variables, which is never meant. */
function refuseDerivatives(tokens: readonly Token[]): void {
  const bare = tokens.filter(({ text }) => text !== '{' && text !== '}');
  bare.forEach(({ text }, at) => {
    const quotient =
      text === '\\frac' ? [bare[at + 1], bare[at + 2]] : text === '/' ? [bare[at - 1], bare[at + 1]] : [];
    const [top, bottom] = quotient;
    if (!/^d[A-Za-z]?$/.test(top?.text ?? '') || !/^d[A-Za-z]\w*$/.test(bottom?.text ?? '')) return;
    if (tokens.filter(({ text }) => text === bottom.text).length > 1) return;
    const what = `\`${top.text}/${bottom.text}\`: f is typed, not a derivative; the gradient is worked out from it`;
    const span = { position: top.position, length: bottom.position + bottom.length - top.position };
    refuse('not-allowed', what, span, 'f itself');
  });
}
