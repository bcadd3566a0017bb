import { useRef, useState } from 'preact/hooks';
import { useAwake } from '../wake/awake.ts';
import { type TableSource, tableIn } from './table.ts';

export interface DownloadsProps {
  readonly title: string;
  /** Without extension. */
  readonly fileName: string;
  readonly table: TableSource;
}

/** Each format, and what makes the file; the makers are fetched when first wanted. */
const FORMATS = ['SVG', 'PNG', 'CSV'] as const;

/** Buttons that make files in the browser out of the figure they stand in. Without a script their room stays empty. */
export function Downloads({ title, fileName, table }: DownloadsProps) {
  const awake = useAwake();
  const self = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const download = async (format: (typeof FORMATS)[number]) => {
    setFailed(false);
    const drawing = self.current?.closest('figure')?.querySelector<SVGSVGElement>('.gc-wide, .gc-narrow') ?? null;
    try {
      const { makeFile, save } = await import('./download.ts');
      save(await makeFile[format]({ drawing, title, table: tableIn(table) }), `${fileName}.${format.toLowerCase()}`);
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
  };
  return (
    <div class="gc-downloads" ref={self}>
      {awake &&
        FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            aria-label={`Download ${format}: ${title}`}
            onClick={() => download(format)}
          >
            {format}
          </button>
        ))}
      {failed && <span role="alert">The file could not be made; try again.</span>}
    </div>
  );
}
