/** What the reader's TypeScript declares, imports and exports at its top level: read with the editor's own parser. */
import { parser } from '@lezer/javascript';
import { subjectsOf } from '@/sandbox/subjects.ts';

const typescript = parser.configure({ dialect: 'ts' });

type SyntaxNode = ReturnType<typeof typescript.parse>['topNode'];

export interface Import {
  /** Where the statement stands. */
  readonly from: number;
  readonly to: number;
  readonly module: string;
  /** `a as b`: imported `a`, local `b`. All of the module is imported as `*`. Types are left out. */
  readonly names: readonly { readonly imported: string; readonly local: string }[];
}

export interface Declaration {
  readonly name: string;
  readonly kind: 'function' | 'value';
  /** Of a function: how many parameters it is declared with. */
  readonly parameters?: number;
}

export interface ParsedProgram {
  readonly imports: readonly Import[];
  readonly declared: readonly Declaration[];
  /** The local name behind each exported one; `default` may have none. */
  readonly exported: ReadonlyMap<string, string | undefined>;
  /** It exports by `module.exports` or `exports.name`. */
  readonly commonJs: boolean;
  /** Places of the word `export` before several declarations, which the compiler takes for one. */
  readonly lists: readonly number[];
}

type Text = (node: SyntaxNode) => string;

/** Milliseconds after which the rest of a text that is no program is not read. */
const PATIENCE = 4000;

function treeOf(code: string): SyntaxNode {
  const parse = typescript.startParse(code);
  const started = performance.now();
  for (let tree = parse.advance(); ; tree = parse.advance()) {
    if (tree !== null) return tree.topNode;
    if (parse.stoppedAt === null && performance.now() - started > PATIENCE) parse.stopAt(parse.parsedPos);
  }
}

/** Reads a program, also one that is not finished. It may take seconds: no page reads one on its own thread. */
export function readProgram(code: string): ParsedProgram {
  const imports: Import[] = [];
  const declared: Declaration[] = [];
  const exported = new Map<string, string | undefined>();
  const lists: number[] = [];
  let commonJs = false;
  const text: Text = ({ from, to }) => code.slice(from, to);
  const read: Readonly<Record<string, (statement: SyntaxNode) => void>> = {
    ImportDeclaration: (statement) => imports.push(importOf(statement, text)),
    FunctionDeclaration: (statement) => {
      const name = statement.getChild('VariableDefinition');
      if (name) declared.push({ name: text(name), ...functionOf(statement) });
    },
    VariableDeclaration: (statement) => declared.push(...variablesOf(statement, text)),
    ExpressionStatement: (statement) => {
      commonJs ||= /^(module\.)?exports\b/.test(text(statement));
    },
    ExportDeclaration: (statement) => {
      const before = declared.length;
      for (const inner of childrenOf(statement)) read[inner.name]?.(inner);
      const own = declared.slice(before).map(({ name }) => name);
      if (statement.getChild('default')) {
        const name = statement.getChild('VariableName');
        exported.set('default', own[0] ?? (name ? text(name) : undefined));
        return;
      }
      if (own.length > 1) lists.push(statement.from);
      for (const name of own) exported.set(name, name);
      const group = statement.getChild('ExportGroup');
      if (group === null || statement.getChild('String') || statement.getChild('type')) return;
      for (const [local, name] of pairsOf(group, text)) exported.set(name, local);
    },
  };
  for (const statement of childrenOf(treeOf(code))) read[statement.name]?.(statement);
  return { imports, declared, exported, commonJs, lists };
}

const WORD = 'export';

/** The code with exports added for the names that a check needs and the code only declares. No line moves. */
export function exporting(code: string): string {
  const { declared, exported, lists } = readProgram(code);
  const starts = [0, ...lists.map((at) => at + WORD.length)];
  const bare = starts.map((from, i) => code.slice(from, lists[i])).join(' '.repeat(WORD.length));
  const names = declared.map(({ name }) => name);
  const subjects = subjectsOf([...exported.keys(), ...names]);
  const checked = ['x', 'sizes', ...subjects.flatMap(({ f, derivative }) => [f, derivative])];
  const missing = names.filter((name) => checked.includes(name) && (lists.length > 0 || !exported.has(name)));
  return missing.length === 0 ? bare : `${bare}\nexport { ${missing.join(', ')} };`;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const FUNCTIONS = ['ArrowFunction', 'FunctionExpression'];

/** A function by its list of parameters, whose commas may be followed by nothing. */
function functionOf(node: SyntaxNode): Omit<Declaration, 'name'> {
  const list = node.getChild('ParamList');
  const parameters = list
    ? childrenOf(list).filter(({ name }) => /^VariableDefinition$|Pattern$/.test(name)).length
    : 1;
  return { kind: 'function', parameters };
}

/** `const a = 1, f = (x) => x, { b, c: d } = e;` */
function variablesOf(statement: SyntaxNode, text: Text): Declaration[] {
  const found: Declaration[] = [];
  const children = childrenOf(statement);
  children.forEach((child, i) => {
    if (child.name === 'VariableDefinition') {
      const value = children.slice(i + 1, i + 4).find((_, k, next) => k > 0 && next[k - 1].name === 'Equals');
      const made = value && FUNCTIONS.includes(value.name) ? functionOf(value) : ({ kind: 'value' } as const);
      found.push({ name: text(child), ...made });
    }
    if (child.name.endsWith('Pattern')) {
      child.cursor().iterate(({ name, from, to, node }) => {
        if (name === 'VariableDefinition' && to > from) found.push({ name: text(node), kind: 'value' });
      });
    }
  });
  return found;
}

/** `{ a, b as c }` as pairs, without types. */
function pairsOf(group: SyntaxNode, text: Text): [string, string][] {
  const pairs: [string, string][] = [];
  let names: string[] = [];
  let type = false;
  for (const child of childrenOf(group)) {
    if (child.name === 'type') type = true;
    if (/^Variable/.test(child.name)) names.push(text(child));
    if (child.name === ',' || child.name === '}') {
      if (names.length > 0 && !type) pairs.push([names[0], names[names.length - 1]]);
      names = [];
      type = false;
    }
  }
  return pairs;
}

function importOf(statement: SyntaxNode, text: Text): Import {
  const { from, to } = statement;
  const source = statement.getChild('String');
  const names: { imported: string; local: string }[] = [];
  const own = statement.getChild('VariableDefinition');
  if (!statement.getChild('type')) {
    if (own) names.push({ imported: statement.getChild('Star') ? '*' : 'default', local: text(own) });
    const group = statement.getChild('ImportGroup');
    if (group) names.push(...pairsOf(group, text).map(([imported, local]) => ({ imported, local })));
  }
  return { from, to, module: source ? text(source).slice(1, -1) : '', names };
}
