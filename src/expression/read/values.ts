import { refuse, type Span } from '../errors.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './lexer.ts';
import { functionNamed } from './names.ts';
import type { Choice } from './notes.ts';
import type { Syntax } from './syntax.ts';

/** The rules of the grammar for the operands of operators; see `parseFormula`. */
export abstract class Values {
  protected readonly cursor: Cursor;
  /** What could have been read in another way. */
  readonly choices: Choice[] = [];
  /** Variables that are known to exist. */
  readonly #known: ReadonlySet<string>;
  /** The bar that closes the innermost pair, where one is open. */
  #bar: string | undefined;

  constructor(cursor: Cursor, known: ReadonlySet<string>) {
    this.cursor = cursor;
    this.#known = known;
  }

  protected abstract sum(): Syntax;
  /** Factors side by side, as long as they go on. */
  protected abstract row(goesOn: (last: Syntax) => boolean): Syntax;

  /** Whether a name stands for a variable, here or in another place. */
  protected isVariable(name: string): boolean {
    return this.#known.has(name) || this.cursor.hasVariable(name);
  }

  /** Whether another factor can begin here: a name, an opening bracket, or a bar that closes no other. */
  protected startsFactor(orNumber: boolean): boolean {
    const { cursor } = this;
    if (this.#bar === '|' && cursor.is('‖')) cursor.splitBars();
    const kind = cursor.peek()?.kind;
    if (kind !== 'sign') return kind === 'name' || (orNumber && kind === 'number');
    return cursor.is('(', '{', '\\frac') || (cursor.is('|', '‖') && !cursor.is(this.#bar ?? ''));
  }

  protected element(): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    let value = this.#value();
    while (value.type !== 'number' && cursor.is('[')) {
      const bracket = cursor.take();
      const at = this.#within(undefined, () => this.range(true));
      if (cursor.is(',')) refuse('index', 'an element has one index; matrices are not supported', bracket, '`w[0]`');
      cursor.expect(']');
      value = { type: 'index', object: value, at, ...cursor.spanFrom(start) };
    }
    return value;
  }

  #value(): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    if (cursor.peek()?.kind === 'name') return this.#name(cursor.take());
    if (cursor.peek()?.kind === 'number') {
      const { text, position, length } = cursor.take();
      return { type: 'number', text, position, length };
    }
    if (cursor.is('(', '{')) return this.#bracketed();
    if (cursor.is('|', '‖')) return this.#bars(cursor.take());
    if (cursor.takeIf('[')) return { type: 'vector', items: this.#list(']'), ...cursor.spanFrom(start) };
    if (!cursor.takeIf('\\frac')) return cursor.unexpected();
    const [left, right] = [this.#group(), this.#group()];
    return { type: 'binary', operator: '/', left, right, ...cursor.spanFrom(start) };
  }

  #bracketed(): Syntax {
    const close = this.cursor.take().text === '(' ? ')' : '}';
    const inner = this.#within(undefined, () => this.range());
    this.cursor.expect(close);
    return inner;
  }

  /** What a command of LaTeX takes: braces, or one number or name. */
  #group(): Syntax {
    return this.cursor.is('{') ? this.#bracketed() : this.#value();
  }

  #bars(open: Token): Syntax {
    const { cursor } = this;
    const inner = this.#within(open.text, () => this.sum());
    cursor.expect(open.text);
    const order = open.text === '‖' && /^_[12]$/.test(cursor.peek()?.text ?? '') ? cursor.take() : undefined;
    const p: readonly Syntax[] = order
      ? [{ type: 'number', text: order.text.slice(1), ...cursor.spanFrom(order) }]
      : [];
    const name = open.text === '|' ? 'abs' : 'norm';
    return { type: 'call', name, arguments: [inner, ...p], ...cursor.spanFrom(open) };
  }

  /** A sum, or whole numbers from one to another; in an index either limit may be left out. */
  range(inIndex = false): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    const from = inIndex && cursor.is(':') ? undefined : this.sum();
    if (!cursor.takeIf(':')) return from ?? cursor.unexpected();
    const to = inIndex && cursor.is(']') ? undefined : this.sum();
    if (cursor.is(':')) refuse('not-allowed', 'a range has no step here', cursor.here, '`1:3`');
    return { type: 'range', ...(from && { from }), ...(to && { to }), ...cursor.spanFrom(start) };
  }

  #name(token: Token): Syntax {
    const { text, position, length } = token;
    const called = this.cursor.is('(');
    const named = functionNamed(text, called);
    if (named !== undefined) return this.#application(named, token);
    const base = /^log_(\d+)$/.exec(text)?.[1];
    if (base !== undefined) return this.#application('log', token, [{ type: 'number', text: base, position, length }]);
    // x(x + 1) is a product where x is a variable
    if (!called || this.isVariable(text)) return { type: 'name', name: text, position, length };
    this.cursor.take();
    return { type: 'call', name: text, arguments: this.#list(')'), ...this.cursor.spanFrom(token) };
  }

  /** sin(x), sin x, sin^2(x), \\sqrt[3]{x}: a function, with a power of its value, and what it is applied to. */
  #application(name: string, token: Token, more: readonly Syntax[] = []): Syntax {
    const { cursor } = this;
    const root = name === 'sqrt' && cursor.takeIf('[') ? this.#list(']')[0] : undefined;
    const power = cursor.takeIf('^') ? this.#powerOf(name) : undefined;
    const plain = cursor.is('(', '{');
    const args = cursor.takeIf('(') ? this.#list(')') : [plain ? this.#bracketed() : this.#argument(name, token)];
    const span = cursor.spanFrom(token);
    const value: Syntax = root
      ? { type: 'call', name: 'pow', arguments: [...args, inverse(root)], ...span }
      : { type: 'call', name, arguments: [...args, ...more], ...span };
    const read: Syntax = power ? { type: 'binary', operator: '^', left: value, right: power, ...span } : value;
    if (power !== undefined || !plain) this.choices.push({ code: 'application', syntax: read });
    return read;
  }

  /** The 2 of sin^2(x). */
  #powerOf(name: string): Syntax {
    const { cursor } = this;
    const start = cursor.here;
    const sign = cursor.takeIf('-');
    if (cursor.peek()?.kind !== 'number' && !cursor.is('(', '{')) return cursor.unexpected();
    const size = this.#value();
    const power: Syntax = sign ? { type: 'negate', argument: size, ...cursor.spanFrom(start) } : size;
    if (power.type === 'negate' && power.argument.type === 'number' && power.argument.text === '1') {
      refuse('syntax', `\`${name}^-1\` can mean two things`, power, `the inverse by its name, or \`1/${name}(x)\``);
    }
    return power;
  }

  /** What a function without brackets takes: `sin 2x y` all up to the next function or bracket, a root one factor. */
  #argument(name: string, token: Token): Syntax {
    const { cursor } = this;
    const starts = cursor.is('-') || this.startsFactor(true);
    if (!starts) refuse('reserved-name', `\`${name}\` is a function`, token, `\`${name}(x)\``);
    return this.row(() => {
      const next = cursor.peek();
      const called = cursor.peek(1)?.text === '(';
      const variable = next?.kind === 'name' && !called && functionNamed(next.text) === undefined;
      return variable && name !== 'sqrt' && name !== 'cbrt';
    });
  }

  /** What stands between commas, up to the bracket that closes it. */
  #list(close: string): Syntax[] {
    const { cursor } = this;
    return this.#within(undefined, () => {
      const items = cursor.is(close) ? [] : [this.range()];
      while (cursor.takeIf(',')) items.push(this.range());
      cursor.expect(close);
      return items;
    });
  }

  /** Reads the text between two bars, or in brackets, within which a bar cannot close a pair that was opened outside. */
  #within<T>(bar: string | undefined, read: () => T): T {
    const before = this.#bar;
    this.#bar = bar;
    const result = read();
    this.#bar = before;
    return result;
  }
}

/** 1/n, for the n-th root. */
function inverse(root: Syntax): Syntax {
  const span: Span = { position: root.position, length: root.length };
  return { type: 'binary', operator: '/', left: { type: 'number', text: '1', ...span }, right: root, ...span };
}
