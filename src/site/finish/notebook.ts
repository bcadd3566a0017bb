import type { RootContent } from 'mdast';
import { markdown, type Reading } from './markdown.ts';

const isPython = (node: RootContent) => node.type === 'code' && /^(py|python)$/.test(node.lang ?? '');

/** Blocks of code stand within the figure that runs them: here they are cells, and come out of it. */
const opened = (content: readonly RootContent[]): RootContent[] =>
  content.flatMap((node) =>
    node.type === 'blockquote' && node.children.some(isPython) ? (node.children as RootContent[]) : [node],
  );

/**
 * A page as a Jupyter notebook (nbformat 4.5): its Python can be run, and all the rest is text between.
 * Undefined where the page has no Python.
 */
export function notebook({ title, content }: Reading): string | undefined {
  if (!opened(content).some(isPython)) return undefined;
  const cells: object[] = [];
  const add = (cell_type: 'markdown' | 'code', text: string) => {
    const id = `cell-${cells.length}`;
    const source = text.trimEnd().split(/(?<=\n)/);
    cells.push({
      cell_type,
      id,
      metadata: {},
      source,
      ...(cell_type === 'code' && { execution_count: null, outputs: [] }),
    });
  };
  let text: RootContent[] = [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }];
  for (const node of opened(content)) {
    if (!(node.type === 'code' && isPython(node))) {
      text.push(node);
      continue;
    }
    if (text.length > 0) add('markdown', markdown(text));
    text = [];
    add('code', node.value);
  }
  if (text.length > 0) add('markdown', markdown(text));
  const metadata = {
    kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
