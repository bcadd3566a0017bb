/** How close the text of a chapter stands to what shows it, in screens: how far one scrolls. */
export interface Closeness {
  /** The longest stretch of prose without anything shown, up to the exercises. */
  readonly prose: number;
  /** The tallest figure but for the last, which is for exploring. */
  readonly height: number;
  /** The tallest small figure: of all but the one for exploring, which has a row of actions. */
  readonly small: number;
  /** The farthest that a phrase which sets or mentions a figure stands from it. */
  readonly distance: number;
}

const EVERYWHERE = { prose: 1.2, height: 0.8, distance: 1 } as const;

/** The screens, and what is allowed there. Beside its paragraph a small figure has 420 of 800 pixels. */
export const SCREENS: readonly { readonly width: number; readonly height: number; readonly limits: Closeness }[] = [
  { width: 1280, height: 800, limits: { ...EVERYWHERE, small: 420 / 800 } },
  { width: 390, height: 844, limits: { ...EVERYWHERE, small: Number.POSITIVE_INFINITY } },
];

/** Measures the open page; runs in the browser. */
export function measureCloseness(): Closeness {
  const FIGURE = '[data-island]:not([data-island="exercise"], [data-island="code-cell"])';
  const SHOWN = `${FIGURE}, [data-island="code-cell"], figure, table, pre, .printed`;
  const MENTIONS = /\b(?:in|of|use) (?:any of |one of )?the (?:\w+ )?figures?\b|\bfigures? (?:above|below|opens)\b/i;
  const box = (element: Element | Range) => element.getBoundingClientRect();
  const content = document.querySelector('.sl-markdown-content')!;
  const end = document.getElementById('exercises')!;
  const isBefore = (element: Element) => !!(element.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING);
  /** Only the outermost: elements that are folded away in a figure have a size too. */
  const within = (selector: string) =>
    [...content.querySelectorAll(selector)].filter(
      (one) => isBefore(one) && box(one).height > 1 && !one.parentElement!.closest(SHOWN),
    );

  let from = box(content).top;
  let prose = 0;
  for (const { top, bottom } of [...within(SHOWN).map(box), box(end)].sort((a, b) => a.top - b.top)) {
    prose = Math.max(prose, top - from);
    from = Math.max(from, bottom);
  }

  const figures = within(FIGURE);
  const tallest = (some: Element[]) => Math.max(0, ...some.map((figure) => box(figure).height));
  const height = tallest(figures.slice(0, -1));
  const forExploring = (figure: Element) => figure === figures.at(-1) && !!figure.querySelector('.figure-actions');
  const small = tallest(figures.filter((figure) => !forExploring(figure)));

  const gap = (one: DOMRect, figure: Element) =>
    Math.max(0, box(figure).top - one.bottom, one.top - box(figure).bottom);
  const phrases = within('a[data-set]').map((phrase) =>
    Math.min(
      ...figures
        .filter((figure) => (figure as HTMLElement).dataset['island'] === (phrase as HTMLElement).dataset['set'])
        .map((figure) => gap(box(phrase), figure)),
    ),
  );
  const mentions: number[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const found = text.textContent?.match(MENTIONS);
    if (!found || !isBefore(text.parentElement!) || text.parentElement!.closest(SHOWN)) continue;
    const range = document.createRange();
    range.setStart(text, found.index!);
    range.setEnd(text, found.index! + found[0].length);
    mentions.push(Math.min(...figures.map((figure) => gap(box(range), figure))));
  }
  const distance = Math.max(0, ...phrases, ...mentions);
  const screens = (length: number) => Math.round((1000 * length) / innerHeight) / 1000;
  return { prose: screens(prose), height: screens(height), small: screens(small), distance: screens(distance) };
}
