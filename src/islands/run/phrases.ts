/**
 * Phrases in the text that set a figure, as `<Set>` writes them. The address is where figures keep what they are set to, so
 * a phrase changes the address and says so; a figure that is out of sight comes along, at the edge of the window, until its
 * own place is in sight again.
 */
import { currentLink } from '../state/use-url-state.ts';

const CLOSE = 'Put the figure back';

/** A figure counts as seen when this much of the window, or of itself, shows it. */
const SEEN = 0.35;

function inSight(figure: Element): boolean {
  const { top, bottom, height } = figure.getBoundingClientRect();
  const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return shown >= SEEN * Math.min(height, innerHeight);
}

let undock = () => {};

function dock(figure: HTMLElement): void {
  undock();
  const place = figure.parentElement!;
  place.style.minHeight = `${place.getBoundingClientRect().height}px`;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'undock';
  close.textContent = '✕';
  close.ariaLabel = CLOSE;
  figure.append(close);
  figure.dataset.docked = '';
  const own = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting) undock();
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') undock();
  };
  undock = () => {
    own.disconnect();
    removeEventListener('keydown', onKey);
    close.remove();
    delete figure.dataset.docked;
    place.style.minHeight = '';
    undock = () => {};
  };
  close.addEventListener('click', () => undock());
  addEventListener('keydown', onKey);
  own.observe(place);
}

/** Sets the figures as the query says, and leaves what it does not mention as it is. */
function setFigures(query: URLSearchParams): void {
  const next = new URL(currentLink());
  for (const [name, value] of query) next.searchParams.set(name, value);
  history.replaceState(history.state, '', next);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The figure that a phrase names. A page may have several of one name: then it means the nearest. */
function figureOf(phrase: HTMLElement): HTMLElement | undefined {
  const { top: here } = phrase.getBoundingClientRect();
  // A docked figure is away from its place.
  const distance = (figure: HTMLElement) => {
    const { top, bottom } = figure.parentElement!.getBoundingClientRect();
    return Math.max(top - here, here - bottom);
  };
  const figures = document.querySelectorAll<HTMLElement>(`[data-island="${phrase.dataset.set}"]`);
  return [...figures].sort((a, b) => distance(a) - distance(b))[0];
}

for (const phrase of document.querySelectorAll<HTMLAnchorElement>('a[data-set]'))
  phrase.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    setFigures(new URL(phrase.href).searchParams);
    const figure = figureOf(phrase);
    if (figure && !inSight(figure)) dock(figure);
  });
