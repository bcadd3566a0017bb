import ts from 'typescript';

/** Declarations of a module and of all that it needs. */
interface Declarations {
  /** In the order of the sources. */
  readonly statements: readonly ts.Statement[];
  /** What the module exports. */
  readonly exported: ReadonlySet<string>;
}

/** The types of a module and of all that it imports, as one declaration file that imports nothing. */
export function declarationsOf(entry: string): string {
  const { statements, exported } = declarations(entry);
  const texts = statements.map((statement) => commentOf(statement) + bareText(statement));
  // with an export list, a declaration is private unless it stands there
  return `${texts.join('\n')}\nexport { ${[...exported].sort().join(', ')} };\n`;
}

/** What a module exports, each as it is declared, without the comment above it. */
export function signaturesOf(entry: string): ReadonlyMap<string, string> {
  const { statements, exported } = declarations(entry);
  return new Map(
    statements.flatMap((statement) =>
      namesOf(statement)
        .filter((name) => exported.has(name))
        .map((name) => [name, bareText(statement).replace(/^declare /, '')] as const),
    ),
  );
}

/**
 * TypeScript writes a declaration file for each source; what the entry exports, and what those declarations name in
 * turn, is put together here. It works as long as no two files declare a name that is needed: two that do are an error,
 * as is a renamed import.
 */
function declarations(entry: string): Declarations {
  const emitted = emit(entry);
  const declared = new Map<string, ts.Statement[]>();
  for (const source of emitted.values())
    for (const statement of source.statements)
      for (const name of namesOf(statement)) declared.set(name, [...(declared.get(name) ?? []), statement]);
  const exported = exportsOf(entry, emitted);
  const wanted = new Set<ts.Statement>();
  const reach = (name: string): void => {
    const statements = declared.get(name) ?? [];
    const files = new Set(statements.map((statement) => statement.getSourceFile().fileName));
    if (files.size > 1) throw new Error(`${name} is declared in each of ${[...files].join(', ')}`);
    for (const statement of statements) {
      if (wanted.has(statement)) continue;
      wanted.add(statement);
      for (const used of identifiersIn(statement)) reach(used);
    }
  };
  for (const name of exported) if (!declared.has(name)) throw new Error(`${name} is exported but declared nowhere`);
  exported.forEach(reach);
  const statements = [...emitted.values()].flatMap((source) =>
    source.statements.filter((statement) => wanted.has(statement)),
  );
  return { statements, exported };
}

/** Entry and everything it imports, by file name, each parsed as the declaration file TypeScript made of it. */
function emit(entry: string): Map<string, ts.SourceFile> {
  const program = ts.createProgram([entry], {
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const files = new Map<string, ts.SourceFile>();
  const { diagnostics } = program.emit(undefined, (_name, text, _mark, _onError, sources) => {
    const from = sources?.[0]?.fileName ?? '';
    files.set(from, ts.createSourceFile(from, text, ts.ScriptTarget.ES2023, true));
  });
  if (diagnostics.length > 0) throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0].messageText, '\n'));
  return files;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  )
    return statement.name ? [statement.name.text] : [];
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    refuseRenaming(statement);
    return [];
  }
  throw new Error(`No rule for this declaration: ${statement.getText()}`);
}

function refuseRenaming(statement: ts.ImportDeclaration | ts.ExportDeclaration): void {
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  if (!bindings) return;
  const elements = ts.isNamedImports(bindings) || ts.isNamedExports(bindings) ? [...bindings.elements] : undefined;
  if (!elements || elements.some(({ propertyName }) => propertyName))
    throw new Error(`Declarations cannot be put together over a renaming: ${statement.getText()}`);
}

/** What the entry exports: by name, or all of a file that it names. */
function exportsOf(entry: string, emitted: ReadonlyMap<string, ts.SourceFile>): Set<string> {
  const names = new Set<string>();
  for (const statement of emitted.get(entry)?.statements ?? []) {
    if (!ts.isExportDeclaration(statement)) continue;
    if (statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const { name } of statement.exportClause.elements) names.add(name.text);
    } else {
      const target = new URL((statement.moduleSpecifier as ts.StringLiteral).text, `file://${entry}`).pathname;
      for (const other of emitted.get(target)?.statements ?? [])
        if (isExported(other) && !(statement.isTypeOnly && hasValue(other)))
          for (const name of namesOf(other)) names.add(name);
    }
  }
  return names;
}

/** Whether a declaration is more than a type, so that `export type *` does not export it. */
const hasValue = (statement: ts.Statement): boolean =>
  !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement);

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function identifiersIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isImportTypeNode(inner)) throw new Error(`A type imported in place: ${inner.getText()}`);
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
}

const commentOf = (statement: ts.Statement): string => {
  const text = statement.getFullText().trim();
  return text.slice(0, text.length - statement.getText().length);
};

/** A declaration, not exported in place. */
function bareText(statement: ts.Statement): string {
  const bare = statement.getText().replace(/^export /, '');
  return /^(declare|interface|type)\b/.test(bare) ? bare : `declare ${bare}`;
}
