import { refuse, type Span } from '../errors.ts';
import type { Token } from './lexer.ts';

const VALUE = 'a number, a name or an operator';

/** The tokens of a formula, taken one after the other. */
export class Cursor {
  readonly #tokens: readonly Token[];
  readonly #end: Span;
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#end = { position: text.trimEnd().length, length: 0 };
  }

  /** The token that is `ahead` of the next one; undefined past the end. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  is(...texts: readonly string[]): boolean {
    return texts.includes(this.peek()?.text ?? '');
  }

  take(): Token {
    const token = this.peek() ?? this.unexpected();
    this.#at += 1;
    return token;
  }

  /** Takes the sign that has to stand here. */
  expect(sign: string): Token {
    return this.is(sign) ? this.take() : this.unexpected(sign);
  }

  /** From the beginning of `start` to the end of what was taken last. */
  spanFrom({ position }: Span): Span {
    const last = this.#tokens[this.#at - 1];
    return { position, length: last.position + last.length - position };
  }

  /** Where the next token stands, or the end of the text. */
  get here(): Span {
    return this.peek() ?? this.#end;
  }

  /** Refuses the next token, where a value or, if given, one certain sign has to stand. */
  unexpected(sign?: string): never {
    const token = this.peek();
    if (token === undefined) {
      const value = sign === undefined ? 'a number, a name or `(`' : `\`${sign}\``;
      return refuse('syntax', 'the formula ends where a value is expected', this.#end, value);
    }
    if (sign === undefined) return refuse('syntax', `\`${token.text}\` is not expected here`, token, VALUE);
    return refuse('syntax', `\`${token.text}\` where \`${sign}\` is expected`, token, `\`${sign}\``);
  }
}
