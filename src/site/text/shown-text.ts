import { dedent } from '../../examples/text.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The functions in a record, however deep; what a call in it is given is no part of the record. */
function linesIn(node: Node): Node[] {
  if (node.type === 'CallExpression') return [];
  return node.type === 'ArrowFunctionExpression' ? [node] : childrenOf(node).flatMap(linesIn);
}

/** Calls of `defineProgram` and its like: the functions in their records are shown. */
function definitionsIn(node: Node): Node[] {
  const callee = node['callee'] as (Node & { readonly name?: string }) | undefined;
  return node.type === 'CallExpression' && /^define[A-Z]/.test(callee?.name ?? '')
    ? (node['arguments'] as Node[])
    : childrenOf(node).flatMap(definitionsIn);
}

/**
 * Attaches its source to every function of a program or an example, before the bundler rewrites it: what is shown is
 * what runs. No code is read at run time, so that the page needs no `eval`.
 *
 *     defineProgram({ loss: (s) => s.r ** 2 }) // { loss: Object.assign((s) => s.r ** 2, { source: '(s) => s.r ** 2' }) }
 */
export function keepShownText(code: string, program: unknown): string {
  const lines = definitionsIn(program as Node).flatMap(linesIn);
  return lines.reduceRight((text, { start, end }) => {
    const source = code.slice(start, end);
    const kept = `/* @__PURE__ */ Object.assign(${source}, { source: ${JSON.stringify(dedent(source))} })`;
    return text.slice(0, start) + kept + text.slice(end);
  }, code);
}

/** The same as a plugin of Vite, for the site and for the tests. */
export const shownText = () => ({
  name: 'shown-text',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /\/src\/(examples|lessons)\/.*\.ts$/, code: /\bdefine[A-Z]\w*[<(]/ },
    handler(this: { parse: (code: string, options: { lang: 'ts' }) => unknown }, code: string) {
      return { code: keepShownText(code, this.parse(code, { lang: 'ts' })), map: null };
    },
  },
});
