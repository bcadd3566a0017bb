import { refuse, type Span } from '../errors.ts';
import type { Token } from './lexer.ts';

const VALUE = 'a number, a name or an operator';

/** The tokens of a formula, taken one after the other. */
export class Cursor {
  readonly #tokens: Token[];
  readonly #end: Span;
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#tokens = [...tokens];
    this.#end = { position: text.trimEnd().length, length: 0 };
  }

  /** The token that is `ahead` of the next one; undefined past the end. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** Whether the next token is one of these signs. */
  is(...signs: readonly string[]): boolean {
    const token = this.peek();
    return token?.kind === 'sign' && signs.includes(token.text);
  }

  take(): Token {
    const token = this.peek() ?? this.unexpected();
    this.#at += 1;
    return token;
  }

  /** Takes the next token if it is one of these signs. */
  takeIf(...signs: readonly string[]): Token | undefined {
    return this.is(...signs) ? this.take() : undefined;
  }

  /** Takes the sign that has to stand here. */
  expect(sign: string): Token {
    return this.is(sign) ? this.take() : this.unexpected(sign);
  }

  /** Makes two bars of the next token: in `|x||y|` they belong to two pairs. */
  splitBars(): void {
    const { position } = this.take();
    this.#at -= 1;
    const bars = [0, 1].map((at): Token => ({ kind: 'sign', text: '|', position: position + at, length: 1 }));
    this.#tokens.splice(this.#at, 1, ...bars);
  }

  /** Whether a name stands for a value somewhere: neither called nor as a whole exponent, which may be a transpose. */
  hasVariable(name: string): boolean {
    return this.#tokens.some(({ kind, text }, at) => {
      if (kind !== 'name' || text !== name || this.#tokens[at + 1]?.text === '(') return false;
      const before = this.#tokens[at - 1]?.text;
      return before !== '^' && !(before === '{' && this.#tokens[at - 2]?.text === '^');
    });
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
    const wanted = sign === undefined ? undefined : `\`${sign}\``;
    if (token === undefined) {
      const what = wanted ?? 'a value';
      refuse('syntax', `the formula ends where ${what} is expected`, this.#end, wanted ?? 'a number, a name or `(`');
    }
    const [before, after] = [this.#tokens[this.#at - 1], this.peek(1)];
    if (token.text === ',' && before?.kind === 'number' && after?.kind === 'number') {
      const thousands = after.text.length === 3 ? `\`${before.text}${after.text}\`, or ` : '';
      const decimal = `${thousands}\`${before.text}.${after.text}\``;
      refuse('syntax', 'a comma stands between the parts of a list; a decimal has a point', token, decimal);
    }
    if (wanted !== undefined) refuse('syntax', `\`${token.text}\` where ${wanted} is expected`, token, wanted);
    return refuse('syntax', `\`${token.text}\` is not expected here`, token, VALUE);
  }
}
