import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MARKDOWN, notebookName } from './built.ts';
import { pageInMarkdown, readingOf, withLinks } from './markdown.ts';
import { notebook } from './notebook.ts';

const ALL = 'llms-full.txt';
const NOWHERE = 'https://site.invalid/';

/** The pages in reading order: the first page, then the order of llms.txt. */
async function ordered(root: string, pages: readonly string[]): Promise<string[]> {
  const list = await readFile(path.join(root, 'llms.txt'), 'utf8');
  const place = (page: string) => (page === 'index.html' ? -1 : list.indexOf(page.replace('index.html', MARKDOWN)));
  return [...pages].sort((a, b) => place(a) - place(b));
}

/**
 * Writes every page of the built site as Markdown, and as a notebook where it has Python; the whole course is one text.
 *
 * @param pages files of the pages
 * @param site where the site will live; where that is not known, links lead from the text's own place
 */
export async function writeReadings(root: string, pages: readonly string[], site: URL | undefined): Promise<void> {
  const all: string[] = [];
  for (const page of await ordered(root, pages)) {
    const html = await readFile(path.join(root, page), 'utf8');
    const from = new URL(page.replace(/index\.html$/, ''), site ?? NOWHERE);
    const absolute = (address: string) => new URL(address, from).href;
    const read = readingOf(html);
    const own = site ? withLinks(read, absolute) : read;
    const folder = path.join(root, path.dirname(page));
    await writeFile(path.join(folder, MARKDOWN), pageInMarkdown(own));
    const cells = notebook(own);
    if (cells !== undefined) await writeFile(path.join(folder, notebookName(page)), cells);
    // In one text for all pages an address is given from the root of the site.
    all.push(pageInMarkdown(withLinks(read, (address) => absolute(address).replace(NOWHERE, ''))));
  }
  await writeFile(path.join(root, ALL), all.join('\n---\n\n'));
}
