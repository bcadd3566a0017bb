import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { FIGURE_LIST } from './built.ts';
import { minified } from './minified.ts';
import { PLACEHOLDER_BASE } from './urls.ts';

/** Figures that are one of many, or a whole tool: they have no name by which a page could ask for them. */
const NOT_NAMED = ['exercise', 'code-cell', 'playground', 'failure', 'paste-box'];

/** What a figure's own page keeps of the head of the page that it is in. */
const KEPT =
  'meta[charset], meta[name="viewport"], meta[name="referrer"], style, link[rel="stylesheet"], link[rel~="icon"], script:not([src], [type])';

const SCRIPT = minified(new URL('./scripts/embedded.ts', import.meta.url));

const STYLE = `
html, body { background: var(--gc-paper); min-height: 0; }
body.embedded { padding: 0.5rem; }
.embedded .island { margin: 0; }
.embedded-from { margin: 0.5rem 0 0; font: 0.8125rem var(--gc-font-ui); text-align: end; }
.embedded-from a { color: var(--gc-accent); }
`;

/**
 * Gives every figure of a page an id, so that a link lands on it: `figure-step-size`, and for a second one of the same
 * name in that page `figure-check-runner-2`.
 */
export const namedFigures = (html: string): string => {
  const seen = new Map<string, number>();
  return html.replace(/<section(?=[^>]* data-island="([\w-]+)")/g, (tag, name: string) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${tag} id="figure-${name}${count > 1 ? `-${count}` : ''}"`;
  });
};

const element = (tagName: string, properties: Element['properties'], ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string) => ({ type: 'text', value }) as const;

/** A page with one figure alone, to stand in a frame of another site. */
export interface Embedded {
  /** The figure's name in its address. */
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** The title of the page it is from, and its address there. */
  readonly chapter: string;
  readonly from: string;
}

/**
 * The figures of a page, each as a page of its own: `embed/NAME/`. It is the same figure with the same scripts, and
 * reads its state from the address in the same way.
 *
 * @param html a page with its figures named, whose addresses still begin with the placeholder base
 * @param address where that page is, from the root of the site: `method/choosing-h/`
 */
export function embedded(html: string, address: string): Embedded[] {
  const page = fromHtml(html);
  const figures = selectAll('astro-island:has(> [data-island][id])', page).filter(
    (figure) => !NOT_NAMED.some((name) => matches(`:has(> [data-island="${name}"])`, figure)),
  );
  if (figures.length === 0) return [];
  const title = toText(select('h1', page) as Element);
  const head = selectAll('head > *', page).filter((each) => matches(KEPT, each));
  const waking = selectAll('main script:not([src], [type])', page).filter((script) => /Astro/.test(toText(script)));
  return figures.map((figure) => {
    const root = select('[data-island]', figure) as Element;
    const id = String(root.properties.id);
    const name = id.replace('figure-', '');
    const from = `${PLACEHOLDER_BASE}${address}#${id}`;
    const said = toText(select('.island-title', root) ?? root);
    const link = element(
      'a',
      { href: from, target: '_blank', rel: ['noopener'] },
      text(`${title} · Gradient Checking, Live`),
    );
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'doctype' },
        element(
          'html',
          { ...select('html', page)?.properties, dataHasToc: undefined, dataHasSidebar: undefined },
          element(
            'head',
            {},
            ...head,
            element('title', {}, text(`${said} | ${title}`)),
            element('meta', { name: 'robots', content: 'noindex' }),
            element('style', {}, text(STYLE)),
            element('script', {}, text(SCRIPT)),
          ),
          element(
            'body',
            { className: ['embedded'], dataFigure: name },
            element('main', {}, ...waking, figure, element('p', { className: ['embedded-from'] }, link)),
          ),
        ),
      ],
    };
    return { name, title: said, chapter: title, from, html: toHtml(tree, { allowDangerousHtml: true }) };
  });
}

/** Writes the list of figures, chapter by chapter as the page's own side bar has them, into the page that has it. */
export const figureList = (html: string, figures: readonly Embedded[]): string => {
  const place = ([{ from }]: readonly Embedded[]) => html.indexOf(`"${from.replace(/#.*/, '')}"`);
  const chapters = [...Map.groupBy(figures, ({ chapter }) => chapter).values()].sort((a, b) => place(a) - place(b));
  const lines = chapters.map((group) =>
    element(
      'li',
      {},
      element('b', {}, text(group[0].chapter)),
      ...group.flatMap(({ name, title }, i) => [
        text(i === 0 ? ' ' : ' · '),
        element('a', { href: `${PLACEHOLDER_BASE}embed/${name}/` }, text(title)),
      ]),
    ),
  );
  return html.replace(FIGURE_LIST, () => toHtml(element('ul', {}, ...lines)));
};
