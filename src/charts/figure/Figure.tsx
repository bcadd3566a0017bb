import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useSettled } from '../wake/awake.ts';
import { Later } from '../wake/Later.tsx';
import { DataTable } from './DataTable.tsx';
import { Downloads } from './Downloads.tsx';
import { Key } from './Key.tsx';
import type { KeyEntry } from './key.ts';
import type { TableSource } from './table.ts';

/** What every chart of the kit takes besides its data. */
export interface FigureProps {
  /** Stands over the figure and names the image. */
  readonly title: string;
  /** A sentence or two that describe the picture for readers who cannot see it. */
  readonly description: string;
  /** Stands under the figure. */
  readonly caption?: ComponentChildren;
  /** Inputs, between the title and the drawing. */
  readonly controls?: ComponentChildren;
  /** Name of downloaded files, without extension; default: the title in lower case with hyphens. */
  readonly fileName?: string;
  /** For a small figure beside its paragraph: the island's title is enough, and the key is one line. */
  readonly compact?: boolean;
  /** Its curves are named in the drawing where that is wide: a small figure needs no key there. */
  readonly endLabels?: boolean;
}

export interface FigureShellProps extends FigureProps {
  /** The key. */
  readonly entries?: readonly KeyEntry[];
  /** The read-out as a sentence, spoken politely when the cursor rests. */
  readonly spoken?: string;
  readonly table: TableSource;
  readonly onLight?: (key: string | null) => void;
  /** The drawings, asked for once it is their turn to wake. They get the id of the description. */
  readonly children: (describedBy: string) => ComponentChildren;
}

/** Milliseconds a cursor rests before it is spoken. */
const SPEAK_AFTER = 250;

/** The shell of every figure: title, controls, key, drawing, data table, downloads, caption. */
export function Figure(props: FigureShellProps) {
  const {
    title,
    description,
    caption,
    controls,
    entries = [],
    compact = false,
    spoken = '',
    table,
    onLight,
    children,
  } = props;
  const describedBy = useId();
  const kind = `${compact ? ' gc-compact' : ''}${props.endLabels ? ' gc-named' : ''}`;
  return (
    <figure class={`gc-figure not-content${kind}`}>
      {!compact && <p class="gc-figure-title">{title}</p>}
      <p class="gc-hidden" id={describedBy}>
        {description}
      </p>
      {controls}
      {entries.length > 0 && <Key entries={entries} onLight={onLight} />}
      <Later class="gc-chart">{() => children(describedBy)}</Later>
      <p class="gc-hidden" aria-live="polite">
        {useSettled(spoken, SPEAK_AFTER)}
      </p>
      <div class="gc-tools">
        <DataTable table={table} title={title}>
          <Downloads title={title} fileName={props.fileName ?? fileNameOf(title)} table={table} />
        </DataTable>
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

const fileNameOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'figure';
