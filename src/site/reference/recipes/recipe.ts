/** What a recipe is made of: the page shows its steps, and a test takes them in a fresh folder. */

/** A line for the shell. */
interface Run {
  readonly run: string;
  /** What it prints, somewhere. */
  readonly prints?: string;
  /** It fetches packages from the registry. */
  readonly fetches?: boolean;
}

/** A file to write. */
interface Write {
  readonly file: string;
  readonly text: string;
}

/** A file to save, which the site offers. */
interface Save {
  readonly save: string;
}

export type Step = Run | Write | Save;

/** Lines for the shell that follow one another: they are shown and run as one block. */
export interface Block {
  readonly runs: readonly Run[];
}

/** The steps with lines for the shell put together. */
export function blocksOf({ steps }: Recipe): (Block | Write | Save)[] {
  const blocks: (Block | Write | Save)[] = [];
  for (const step of steps) {
    const last = blocks[blocks.length - 1];
    if (!('run' in step)) blocks.push(step);
    else if (last && 'runs' in last) blocks[blocks.length - 1] = { runs: [...last.runs, step] };
    else blocks.push({ runs: [step] });
  }
  return blocks;
}

export interface Recipe {
  /** Its anchor on the page. */
  readonly id: string;
  readonly title: string;
  /** In Markdown, in one line. */
  readonly text: string;
  readonly steps: readonly Step[];
  /** In Markdown: what to know besides. */
  readonly after?: string;
  /** Commands that succeed where the recipe can be followed, by what they ask for. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
}

/** Stands for the address of the site: known where the site is built for one, else when the page is read. */
export const HOST = 'https://HOST/';

/** The package, as npm installs it from the site. */
export const ARCHIVE = `${HOST}gradient-checking.tgz`;

export const INSTALL = `npm install ${ARCHIVE}`;
