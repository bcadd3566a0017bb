import type { ComponentChildren } from 'preact';
import type { Layout } from '../axes/layout.ts';
import type { Tone } from '../marks/tone.ts';

export interface DrawingProps {
  readonly layout: Layout;
  readonly title: string;
  readonly describedBy: string;
  /** Key of the series that is lit; the others step back. */
  readonly lit?: string | null;
  /** Tones of the series, so that a word in the prose can light one up where there is one (`prose.css`). */
  readonly tones?: readonly Tone[];
  /** Cursor and handles. They stand outside of the element with the role `img`, whose contents assistive technology skips. */
  readonly controls?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One layout of a chart: an svg whose marks are one image with a name, and whose controls are controls. */
export function Drawing({ layout, title, describedBy, lit, tones, controls, children }: DrawingProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its image is the group within, which has a name
    <svg
      class={`gc-drawing gc-${layout.name}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      data-lit={lit ?? undefined}
      data-tones={tones?.join(' ')}
    >
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of marks is no control */}
      <g role="img" aria-label={title} aria-describedby={describedBy}>
        {children}
      </g>
      {controls}
    </svg>
  );
}
