import type { ComponentChildren } from 'preact';
import { siteLink } from '../state/site-link.ts';
import { COPY_ADDRESS, copy, useSaid } from '../state/use-said.ts';
import { currentLink } from '../state/use-url-state.ts';

/** The page with its figures as they are set, scrolled to this one. */
function linkTo(figure: HTMLElement): string {
  const link = new URL(currentLink());
  link.hash = figure.id;
  return link.href;
}

/** A frame with this figure alone, as it is set, for a page of the reader's own. */
function frameOf(figure: HTMLElement): string {
  const frame = document.createElement('iframe');
  frame.src = new URL(siteLink(`embed/${figure.id.replace('figure-', '')}/`), location.href).href;
  frame.src += new URL(currentLink()).search;
  frame.title = figure.querySelector('.island-title')?.textContent ?? '';
  frame.width = '100%';
  frame.height = `${figure.offsetHeight + 50}`;
  frame.loading = 'lazy';
  return frame.outerHTML;
}

/** Reset, a link to the figure as it is set, and a frame with it. They need a script, and are not there without one. */
export function FigureActions({ onReset, children }: { onReset: () => void; children?: ComponentChildren }) {
  const [said, say] = useSaid();
  const copying = (what: (figure: HTMLElement) => string, done: string) => (event: Event) => {
    const figure = (event.currentTarget as HTMLElement).closest('[data-island]') as HTMLElement;
    return copy(what(figure), say, done, COPY_ADDRESS);
  };
  return (
    <div class="figure-actions needs-script">
      {children}
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <button type="button" onClick={copying(linkTo, 'Link copied.')}>
        Copy link
      </button>
      <button type="button" onClick={copying(frameOf, 'Frame copied: paste it into the HTML of your page.')}>
        Embed
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
