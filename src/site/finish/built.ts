import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** What a transform may ask about the built file that it is given. */
export interface Built {
  /** Path of the file from the root of the site: `method/choosing-h/index.html`. */
  readonly file: string;
  /** Leads from the file to the root of the site: `../../`. */
  readonly up: string;
  /** Every built file, as `file` is. */
  readonly files: readonly string[];
  /** Where the site will live, with its path: `https://example.org/course/`; undefined where that is not known. */
  readonly site: URL | undefined;
  /** The text of another built file, which is not published any more: the page that asked contains it. */
  readonly take: (file: string) => string;
}

/** One step from what Astro wrote to what is hosted. */
export type Transform = (text: string, built: Built) => string;

/** Every file below `root`, as paths relative to it with forward slashes, in a stable order. */
export async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Where a page has the list of all figures that can be embedded. */
export const FIGURE_LIST = '<ul id="figure-list"></ul>';

/** The page as a text, in the page's folder. */
export const MARKDOWN = 'index.md';

/** The page as a notebook, in the page's folder: `method/choosing-h/index.html` → `choosing-h.ipynb`. */
export const notebookName = (page: string): string => `${path.basename(path.dirname(page))}.ipynb`;
