import { refuse } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { Cursor } from './cursor.ts';
import { type Token, tokenize } from './lexer.ts';
import type { BinaryOperator, Syntax } from './syntax.ts';

/**
 * Parses a typed-in formula by recursive descent, one method a rule of this grammar:
 *
 *     range    = sum [":" sum]
 *     sum      = term {("+" | "-") term}
 *     term     = ("+" | "-") term | product             -x*y is -(x*y), and -x^2 is -(x^2)
 *     product  = row {("*" | ".*" | "/" | "./") row}
 *     row      = factor {factor}                        2x, a b, 3(x + 1)
 *     factor   = ("+" | "-") factor | fraction          x*-y
 *     fraction = number "/" number | power              the first before a name or a bracket alone: 1/2x is (1/2) x
 *     power    = element [("^" | ".^") exponent]        from the right: x^y^z is x^(y^z)
 *     exponent = ("+" | "-") exponent | power
 *     element  = value {"[" range "]"}
 *     value    = number | name | name "(" list ")" | "(" range ")" | "[" list "]"
 *
 * Throws a `Refusal` that points at the first token that does not fit.
 */
export function parseFormula(text: string): Syntax {
  const cursor = new Cursor(text, tokenize(text));
  const syntax = new Parser(cursor).range();
  return cursor.peek() === undefined ? syntax : cursor.unexpected();
}

class Parser {
  readonly #cursor: Cursor;
  #depth = 0;
  /** Directly within the brackets of an index, where `end` means something and a limit may be left out. */
  #inIndex = false;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  range(): Syntax {
    const cursor = this.#cursor;
    const { position, length } = cursor.here;
    const bare = this.#inIndex && cursor.is(':');
    const from: Syntax = bare ? { type: 'number', text: '1', position, length } : this.#sum();
    if (!cursor.is(':')) return from;
    const colon = cursor.take();
    const open = this.#inIndex && cursor.is(']');
    const to: Syntax = open
      ? { type: 'name', name: 'end', position: colon.position, length: colon.length }
      : this.#sum();
    if (cursor.is(':')) refuse('not-allowed', 'a range has no step here', cursor.here, '`1:3`');
    return { type: 'range', from, to, ...cursor.spanFrom({ position, length }) };
  }

  #sum(): Syntax {
    return this.#fromTheLeft(['+', '-'], () => this.#signed(() => this.#product()));
  }

  #product(): Syntax {
    return this.#fromTheLeft(['*', '.*', '/', './'], () => this.#row());
  }

  #fromTheLeft(operators: readonly BinaryOperator[], operand: () => Syntax): Syntax {
    const start = this.#cursor.here;
    let left = operand();
    while (this.#cursor.is(...operators)) {
      const operator = this.#cursor.take().text as BinaryOperator;
      const right = operand();
      left = { type: 'binary', operator, implicit: false, left, right, ...this.#cursor.spanFrom(start) };
    }
    return left;
  }

  #row(): Syntax {
    const start = this.#cursor.here;
    let last = this.#factor();
    let left = last;
    while (this.#startsFactor(last)) {
      last = this.#factor();
      const span = this.#cursor.spanFrom(start);
      left = { type: 'binary', operator: '*', implicit: true, left, right: last, ...span };
    }
    return left;
  }

  /** A number is a factor only after a name or a bracket: `2 3` is more likely a slip. */
  #startsFactor(last: Syntax): boolean {
    const token = this.#cursor.peek();
    if (token?.kind === 'number') return !['number', 'binary', 'negate'].includes(last.type);
    return token?.kind === 'name' || token?.text === '(';
  }

  #factor(): Syntax {
    return this.#signed(() => {
      const [top, slash, bottom, next] = [0, 1, 2, 3].map((ahead) => this.#cursor.peek(ahead));
      const numbers = top?.kind === 'number' && slash?.text === '/' && bottom?.kind === 'number';
      const fraction = numbers && (next?.kind === 'name' || next?.text === '(');
      return fraction ? this.#fromTheLeft(['/'], () => this.#power()) : this.#power();
    });
  }

  /** A signed operand; the sign takes all of it. */
  #signed(operand: () => Syntax): Syntax {
    const cursor = this.#cursor;
    this.#depth += 1;
    if (this.#depth > LIMITS.depth) refuse('too-deep', 'the formula is nested too deeply', cursor.here);
    const sign = cursor.is('+', '-') ? cursor.take() : undefined;
    const argument = sign === undefined ? operand() : this.#signed(operand);
    this.#depth -= 1;
    return sign?.text === '-' ? { type: 'negate', argument, ...cursor.spanFrom(sign) } : argument;
  }

  #power(): Syntax {
    const cursor = this.#cursor;
    const start = cursor.here;
    const left = this.#element();
    if (!cursor.is('^', '.^')) return left;
    const operator = cursor.take().text as BinaryOperator;
    const right = this.#signed(() => this.#power());
    return { type: 'binary', operator, implicit: false, left, right, ...cursor.spanFrom(start) };
  }

  #element(): Syntax {
    const cursor = this.#cursor;
    const start = cursor.here;
    let value = this.#value();
    while (cursor.is('[') && value.type !== 'number') {
      const bracket = cursor.take();
      const at = this.#within(true, () => this.range());
      if (cursor.is(',')) refuse('index', 'an element has one index; matrices are not supported', bracket, '`w[1]`');
      cursor.expect(']');
      value = { type: 'index', object: value, at, ...cursor.spanFrom(start) };
    }
    return value;
  }

  #value(): Syntax {
    const cursor = this.#cursor;
    if (cursor.is('(')) {
      cursor.take();
      const inner = this.#within(false, () => this.range());
      cursor.expect(')');
      return inner;
    }
    if (cursor.peek()?.kind === 'sign' && !cursor.is('[')) return cursor.unexpected();
    const token = cursor.take();
    const { kind, text, position, length } = token;
    if (kind === 'number') return { type: 'number', text, position, length };
    if (kind === 'name') return this.#name(token);
    return { type: 'vector', items: this.#list(']'), ...cursor.spanFrom(token) };
  }

  #name(token: Token): Syntax {
    const { text: name, position, length } = token;
    if (name === 'end' && !this.#inIndex) refuse('reserved-name', '`end` stands inside an index only', token);
    if (!this.#cursor.is('(')) return { type: 'name', name, position, length };
    this.#cursor.take();
    return { type: 'call', name, arguments: this.#list(')'), ...this.#cursor.spanFrom(token) };
  }

  /** What stands between commas, up to the bracket that closes it. */
  #list(close: string): Syntax[] {
    const cursor = this.#cursor;
    return this.#within(false, () => {
      const items = cursor.is(close) ? [] : [this.range()];
      while (cursor.is(',')) {
        cursor.take();
        items.push(this.range());
      }
      cursor.expect(close);
      return items;
    });
  }

  #within<T>(inIndex: boolean, read: () => T): T {
    const before = this.#inIndex;
    this.#inIndex = inIndex;
    const result = read();
    this.#inIndex = before;
    return result;
  }
}
