import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select, selectAll } from 'hast-util-select';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toText } from 'hast-util-to-text';
import type { RootContent, Root as Tree } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import { superscript } from '../../charts/format.ts';

/** Controls, pictures and their data: none of it is part of the text of a page. */
const SILENT =
  'svg, script, style, template, button, input, select, textarea, label, legend, option, nav, caption, ' +
  '.sl-anchor-link, .needs-script, .exercise-done, .gc-key, .gc-data, [role="status"], .controls, ' +
  '.source, .way-back';

const through: Handle = (state, element) => state.all(element);

const paragraph: Handle = (state, element) => ({ type: 'paragraph', children: state.all(element) as never });

const bold: Handle = (state, element) => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: state.all(element) as never }],
});

/** What is set apart: a figure with its title, its description, its verdicts and its tables; a remark. */
const quote: Handle = (state, element) => ({ type: 'blockquote', children: state.toFlow(state.all(element)) });

/** A formula as its author wrote it. The types of plain Markdown have no mathematics. */
const math = (type: 'math' | 'inlineMath', element: Element) =>
  ({ type, value: toText(select('annotation', element) as Element) }) as never;

/** A block of code. Where it was coloured, each of its lines is an element of its own. */
const code: Handle = (_, block) => {
  const lines = selectAll('.ec-line', block);
  const texts = (lines.length === 0 ? [block] : lines).map((line) => toText(line, { whitespace: 'pre' }));
  return {
    type: 'code',
    lang: String(block.properties.dataLanguage ?? 'text'),
    value: texts.map((text) => text.replace(/\n+$/, '')).join('\n'),
  };
};

/** An exponent in superscript characters, 10⁻⁵; where there are none, as in a typed formula, x^(K). */
const raised: Handle = (_, element) => {
  const text = toText(element);
  return { type: 'text', value: /^[−-]?\d+$/.test(text) ? superscript(text) : `^(${text})` };
};

/** Handlers by the name of the element; some choose by a selector. */
const HANDLERS: Record<string, Handle> = {
  aside: quote,
  details: through,
  form: through,
  summary: bold,
  p: (...given) => (matches('.island-title, .starlight-aside__title', given[1]) ? bold : paragraph)(...given),
  pre: code,
  sup: raised,
  i: through,
  section: (...given) => (matches('[data-island]', given[1]) ? quote : through)(...given),
  span: (...given) => (matches('.katex', given[1]) ? math('inlineMath', given[1]) : through(...given)),
  div: (...given) => (matches('.math-display', given[1]) ? math('math', given[1]) : through(...given)),
};

/** Takes out the elements that are not text. */
function prepare(node: Nodes): void {
  if (!('children' in node)) return;
  const children = (node.children as ElementContent[]).filter(
    (child) => child.type !== 'comment' && !matches(SILENT, child as Element),
  );
  node.children = children;
  for (const child of children) {
    if (child.type === 'text') child.value = child.value.replaceAll('\u2060', '');
    prepare(child);
  }
}

/** The text of a page. */
export interface Reading {
  readonly title: string;
  readonly content: readonly RootContent[];
}

/** Reads a built page as text, its numbers included: what it says with its figures at rest. Links are as in the page. */
export function readingOf(html: string): Reading {
  const page = fromHtml(html);
  const body = select('.sl-markdown-content', page) as Element;
  prepare(body);
  const root: Root = { type: 'root', children: [body] };
  const { children } = toMdast(root, { handlers: HANDLERS, document: true }) as Tree;
  return { title: toText(select('h1', page) as Element), content: children };
}

/** The same text with other addresses in its links. */
export const withLinks = ({ title, content }: Reading, resolve: (address: string) => string): Reading => ({
  title,
  content: content.map((node) => relinked(node, resolve)),
});

function relinked<Node extends RootContent>(node: Node, resolve: (address: string) => string): Node {
  const children = 'children' in node ? { children: node.children.map((child) => relinked(child, resolve)) } : {};
  return { ...node, ...children, ...(node.type === 'link' && { url: resolve(node.url) }) };
}

/** Writes it in GitHub's manner, with formulas between dollar signs. */
export const markdown = (content: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...content] },
    { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()] },
  );

/** The whole page in Markdown. */
export const pageInMarkdown = ({ title, content }: Reading): string => `# ${title}\n\n${markdown(content)}`;
