import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { siteLink } from '../state/site-link.ts';
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
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), 2500);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (what: (figure: HTMLElement) => string, done: string) => async (event: Event) => {
    const figure = (event.currentTarget as HTMLElement).closest('[data-island]') as HTMLElement;
    try {
      await navigator.clipboard.writeText(what(figure));
      setSaid(done);
    } catch {
      setSaid('The browser refused; copy the address bar instead.');
    }
  };
  return (
    <div class="figure-actions needs-script">
      {children}
      <button type="button" onClick={onReset}>
        Reset
      </button>
      <button type="button" onClick={copy(linkTo, 'Link copied.')}>
        Copy link
      </button>
      <button type="button" onClick={copy(frameOf, 'Frame copied: paste it into the HTML of your page.')}>
        Embed
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
