import { refuse, type Span } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { parseByMathjs } from '../mathjs.ts';
import { type Token, tokenize } from './lexer.ts';
import type { BinaryOperator, Syntax } from './syntax.ts';

/** A node of mathjs' tree, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

const BINARY: ReadonlySet<string> = new Set<BinaryOperator>(['+', '-', '*', '/', '^', '.*', './', '.^']);

/** What is refused by name, for a message that says what it was. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['AssignmentNode', 'an assignment'],
  ['BlockNode', 'several expressions'],
  ['ConditionalNode', 'a condition'],
  ['FunctionAssignmentNode', 'a function definition'],
  ['ObjectNode', 'an object'],
  ['RelationalNode', 'a comparison'],
]);

/**
 * Parses a typed-in formula: mathjs reads it, and a walk over its tree lets through numbers, names, calls by name,
 * indices, ranges, vectors and arithmetic – by node type and own properties, nothing else – as a `Syntax` with places.
 *
 * mathjs keeps no places. But it keeps the order, so the walk goes through the tokens beside the tree and meets each
 * node's own token on the way.
 */
export function parseFormula(text: string): Syntax {
  const tokens = tokenize(text);
  let tree: Node;
  try {
    // A line break would start a second expression.
    tree = parseByMathjs(text.replace(/\s/gu, ' ')) as unknown as Node;
  } catch (problem) {
    return refuseSyntax(problem, text, tokens);
  }
  return new Walk(text, tokens).visit(tree, 0, false);
}

function refuseSyntax(problem: unknown, text: string, tokens: readonly Token[]): never {
  if (!(problem instanceof Error) || /stack|recursion/i.test(problem.message)) throw problem;
  const char = (problem as Error & { char?: unknown }).char;
  const offset = typeof char === 'number' ? char - 1 : 0;
  const [, expected] = /(?:Parenthesis )?(\)|\]) expected/.exec(problem.message) ?? [];
  const token = tokens.find(({ position, length }) => position + length > offset);
  if (token === undefined) {
    const end = { position: text.trimEnd().length, length: 0 };
    refuse('syntax', 'the formula ends where a value is expected', end, expected ?? 'a number, a name or `(`');
  }
  if (expected !== undefined) {
    refuse('syntax', `\`${token.text}\` where \`${expected}\` is expected`, token, `\`${expected}\``);
  }
  return refuse('syntax', `\`${token.text}\` is not expected here`, token, 'a number, a name or an operator');
}

class Walk {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  visit(node: Node, depth: number, inIndex: boolean): Syntax {
    if (depth > LIMITS.depth) refuse('too-deep', 'the formula is nested too deeply', this.#here());
    const first = this.#next;
    const child = (part: unknown, index = inIndex) => this.visit(part as Node, depth + 1, index);
    const spanned = (): Span => this.#span(first);
    switch (node.type) {
      case 'ParenthesisNode':
        return child(node.content);
      case 'ConstantNode':
        return this.#constant(node);
      case 'SymbolNode':
        return this.#symbol(String(node.name), inIndex);
      case 'FunctionNode': {
        const callee = node.fn as Node;
        if (callee.type !== 'SymbolNode') refuse('not-a-function', 'only a named function is called', this.#here());
        const name = String(callee.name);
        this.#take(name);
        const parts = this.#inside('(', () => (node.args as unknown[]).map((part) => child(part, false)));
        return { type: 'call', name, arguments: parts, ...spanned() };
      }
      case 'AccessorNode': {
        const object = child(node.object, false);
        const { dimensions, dotNotation } = node.index as { dimensions: unknown[]; dotNotation?: boolean };
        if (dotNotation === true) refuse('not-allowed', 'nothing here has properties', this.#here());
        if (dimensions.length !== 1) {
          refuse('index', 'an element has one index; matrices are not supported', this.#here(), '`w[1]`');
        }
        const at = this.#inside('[', () => child(dimensions[0], true));
        return { type: 'index', object, at, ...spanned() };
      }
      case 'RangeNode': {
        if (node.step !== null) refuse('not-allowed', 'a range has no step here', this.#here(), '`1:3`');
        const bare = this.#tokens[this.#next]?.text === ':';
        if (bare) this.#take(':');
        // `w[:]` is read as `w[1:end]`, which stands nowhere in the text.
        const end = { type: 'SymbolNode', name: 'end' };
        if (bare) return this.#all(child, node, end, spanned);
        const from = child(node.start);
        this.#take(':');
        const to = child(node.end);
        return { type: 'range', from, to, ...spanned() };
      }
      case 'ArrayNode': {
        const items = this.#inside('[', () => (node.items as unknown[]).map((part) => child(part, false)));
        return { type: 'vector', items, ...spanned() };
      }
      case 'OperatorNode':
        return this.#operator(node, child, spanned);
      default: {
        const what = REFUSED.get(node.type) ?? 'this';
        return refuse('not-allowed', `${what} has no place in a formula`, this.#here());
      }
    }
  }

  #operator(node: Node, child: (part: unknown) => Syntax, spanned: () => Span): Syntax {
    const sign = String(node.op);
    const parts = node.args as unknown[];
    if (parts.length === 1 && (sign === '-' || sign === '+')) {
      this.#take(sign);
      const argument = child(parts[0]);
      return sign === '+' ? argument : { type: 'negate', argument, ...spanned() };
    }
    if (parts.length !== 2 || !BINARY.has(sign)) {
      refuse('not-allowed', `the operator \`${sign}\` has no place in a formula`, this.#find(sign) ?? this.#here());
    }
    const left = child(parts[0]);
    const implicit = node.implicit === true;
    if (!implicit) this.#take(sign);
    const right = child(parts[1]);
    const { position } = left;
    const length = right.position + right.length - position;
    return { type: 'binary', operator: sign as BinaryOperator, implicit, left, right, position, length };
  }

  #all(child: (part: unknown) => Syntax, node: Node, end: unknown, spanned: () => Span): Syntax {
    const written = node.end as Node;
    const open = written.type === 'SymbolNode' && written.name === 'end' && this.#tokens[this.#next]?.text !== 'end';
    const to: Syntax = open ? { type: 'name', name: 'end', ...spanned() } : child(written ?? end);
    return { type: 'range', from: { type: 'number', text: '1', ...spanned() }, to, ...spanned() };
  }

  #constant(node: Node): Syntax {
    const token = this.#tokens.slice(this.#next).find(({ kind }) => kind !== 'sign');
    if (token?.kind !== 'number') {
      const span = token ?? this.#here();
      if (node.value === undefined) refuse('syntax', 'a value is expected', span, 'a number or a name');
      refuse('reserved-name', `\`${String(node.value)}\` has no place in a formula`, span, 'a number');
    }
    this.#take(token.text);
    return { type: 'number', text: token.text, position: token.position, length: token.length };
  }

  #symbol(name: string, inIndex: boolean): Syntax {
    const token = this.#find(name) ?? this.#here();
    if (name === 'end' && !inIndex) refuse('reserved-name', '`end` stands inside an index only', token);
    this.#take(name);
    return { type: 'name', name, position: token.position, length: token.length };
  }

  /** The next token that reads so; brackets in between belong to parentheses, which the tree does not keep. */
  #find(text: string): Token | undefined {
    return this.#tokens.slice(this.#next).find((token) => token.text === text);
  }

  #take(text: string): void {
    const index = this.#tokens.findIndex((token, at) => at >= this.#next && token.text === text);
    if (index >= 0) this.#next = index + 1;
  }

  /** Walks what stands between a bracket and the one that closes it, and goes on behind that. */
  #inside<T>(bracket: '(' | '[', walk: () => T): T {
    this.#take(bracket);
    const open = this.#next - 1;
    const result = walk();
    let depth = 0;
    for (let at = open; at < this.#tokens.length; at += 1) {
      const { text } = this.#tokens[at];
      if (text === '(' || text === '[') depth += 1;
      if (text === ')' || text === ']') depth -= 1;
      if (depth === 0) {
        this.#next = Math.max(this.#next, at + 1);
        break;
      }
    }
    return result;
  }

  #here(): Span {
    return this.#tokens[this.#next] ?? { position: this.#text.trimEnd().length, length: 0 };
  }

  #span(first: number): Span {
    const from = this.#tokens[first] ?? this.#here();
    const last = this.#tokens[Math.max(first, this.#next - 1)] ?? from;
    return { position: from.position, length: last.position + last.length - from.position };
  }
}
