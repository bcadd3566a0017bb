/** The public interface of the checker, read from its source and its comments by TypeDoc. */
import path from 'node:path';
import { Application, type Comment, type CommentDisplayPart, type DeclarationReflection } from 'typedoc';
import ts from 'typescript';
import { download, EVERYTHING } from './take-home.ts';

export interface ApiParameter {
  readonly name: string;
  /** Markdown in one line. */
  readonly text: string;
}

export interface ApiEntry {
  readonly name: string;
  /** Its declaration in TypeScript. */
  readonly signature: string;
  readonly isFunction: boolean;
  /** Paragraphs of Markdown in one line each. */
  readonly paragraphs: readonly string[];
  /** Those that the source comments on. */
  readonly parameters: readonly ApiParameter[];
  readonly returns: string;
  readonly throws: string;
}

const ENTRY = path.resolve('src/checker/index.ts');

/** Read once a build, however many pages show it. */
let reading: Promise<ReadonlyMap<string, ApiEntry>> | undefined;

/** Everything that the checker exports, by name. */
export function api(): Promise<ReadonlyMap<string, ApiEntry>> {
  reading ??= read();
  return reading;
}

async function read(): Promise<ReadonlyMap<string, ApiEntry>> {
  const application = await Application.bootstrap({
    entryPoints: [ENTRY],
    tsconfig: path.resolve('tsconfig.typedoc.json'),
    // the types are checked elsewhere; here only the comments are read
    skipErrorChecking: true,
    excludeExternals: true,
    disableSources: true,
    logLevel: 'Error',
  });
  const project = await application.convert();
  if (!project) throw new Error('TypeDoc could not read the checker');
  const signatures = await signaturesOfAll();
  return new Map((project.children ?? []).map((child) => [child.name, entryOf(child, signatures)]));
}

function entryOf(child: DeclarationReflection, signatures: ReadonlyMap<string, string>): ApiEntry {
  const called = child.signatures?.[0];
  const comment = called?.comment ?? child.comment;
  const tag = (name: `@${string}`) => oneLine(comment?.getTag(name)?.content ?? []);
  return {
    name: child.name,
    signature: signatures.get(child.name) ?? '',
    isFunction: called !== undefined,
    paragraphs: paragraphsOf(comment),
    parameters: (called?.parameters ?? [])
      .map(({ name, comment: said }) => ({ name, text: oneLine(said?.summary ?? []) }))
      .filter(({ text }) => text !== ''),
    returns: tag('@returns'),
    throws: tag('@throws'),
  };
}

/** What the checker exports, each as its file of types declares it, without the comment above it. */
async function signaturesOfAll(): Promise<ReadonlyMap<string, string>> {
  const { types } = await download(EVERYTHING);
  const source = ts.createSourceFile('checker.d.mts', types, ts.ScriptTarget.ESNext, true);
  const signatures = new Map<string, string>();
  for (const statement of source.statements) {
    const text = statement.getText().replace(/^(?:export )?(?:declare )?/, '');
    const name = /^(?:function|class|interface|type|const) (\w+)/.exec(text)?.[1];
    if (name !== undefined) signatures.set(name, text);
  }
  return signatures;
}

const textOf = (parts: readonly CommentDisplayPart[]): string =>
  parts.map((part) => (part.kind === 'inline-tag' ? `\`${part.text}\`` : part.text)).join('');

const oneLine = (parts: readonly CommentDisplayPart[]): string => textOf(parts).replace(/\s+/g, ' ').trim();

const paragraphsOf = (comment: Comment | undefined): string[] =>
  textOf(comment?.summary ?? [])
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
