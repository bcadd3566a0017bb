import { expressionOf } from '../../examples/text.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The outermost arrow functions of one parameter below a node. */
const linesIn = (node: Node): Node[] =>
  node.type === 'ArrowFunctionExpression'
    ? (node['params'] as Node[]).length === 1
      ? [node]
      : []
    : childrenOf(node).flatMap(linesIn);

/** Calls of `defineProgram` and its like: the functions in their records are shown. */
function definitionsIn(node: Node): Node[] {
  const callee = node['callee'] as (Node & { readonly name?: string }) | undefined;
  return node.type === 'CallExpression' && /^define[A-Z]/.test(callee?.name ?? '')
    ? (node['arguments'] as Node[])
    : childrenOf(node).flatMap(definitionsIn);
}

/**
 * Attaches its text to every function of a program or an example, before the bundler rewrites it: what is shown is what
 * runs. No code is read at run time, so that the page needs no `eval`.
 *
 *     defineProgram({ loss: (s) => mean(s.r) }) // { loss: Object.assign((s) => mean(s.r), { text: 'mean(r)' }) }
 */
export function keepShownText(code: string, program: unknown): string {
  const lines = definitionsIn(program as Node).flatMap(linesIn);
  return lines.reduceRight((text, { start, end }) => {
    const source = code.slice(start, end);
    const kept = `/* @__PURE__ */ Object.assign(${source}, { text: ${JSON.stringify(expressionOf(source))} })`;
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
