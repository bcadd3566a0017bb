import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';

/** Where the first page has the picture of a chapter, by the chapter's id. */
const PLACE = /(<span class="sketch[^"]*" data-of="([\w/-]+)"[^>]*>)(<\/span>)/g;

/** More than this is too much for a picture an inch wide: bytes. */
const LARGEST = 3000;

const SHOWN = '.gc-series, .gc-base, .gc-rule';
const MARKS = 'path, line, circle, rect';

/** A mark alone: what it is and how it looks. */
const bare = ({ tagName, properties }: Element): Element => {
  const { id: _, tabIndex: __, ...kept } = properties;
  return { type: 'element', tagName, properties: kept, children: [] };
};

const marksOf = (series: Element): ElementContent[] =>
  matches(MARKS, series)
    ? [bare(series)]
    : [{ ...bare(series), tagName: 'g', children: selectAll(MARKS, series).map(bare) }];

/** The rectangle between the axes, from the lines of the grid: `M38 161H304` and `M78.9 56V161`. */
function plotOf(drawing: Element): string | undefined {
  const path = (selector: string) => String(select(selector, drawing)?.properties['d'] ?? '');
  const [, left, bottom, right] = path('.gc-base').match(/^M([\d.]+) ([\d.]+)H([\d.]+)/) ?? [];
  const [, top] = path('.gc-grid').match(/M[\d.]+ ([\d.]+)V/) ?? [];
  if (right === undefined || top === undefined) return undefined;
  const margin = 4;
  return [
    Number(left) - margin,
    Number(top) - margin,
    Number(right) - Number(left) + 2 * margin,
    Number(bottom) - Number(top) + 2 * margin,
  ].join(' ');
}

/** The curves of the first chart of a page that is light enough, without its words; nothing where there is none. */
function sketchOf(page: Root): string {
  for (const drawing of selectAll('.sl-markdown-content svg.gc-narrow', page)) {
    const viewBox = plotOf(drawing);
    if (viewBox === undefined) continue;
    const svg = toHtml({
      type: 'element',
      tagName: 'svg',
      properties: { viewBox, preserveAspectRatio: 'none', ariaHidden: 'true' },
      children: selectAll(SHOWN, drawing).flatMap(marksOf),
    });
    if (svg.length <= LARGEST && svg.includes('gc-series')) return svg;
  }
  return '';
}

/** Puts the pictures into the page that has places for them. */
export const withSketches = (html: string, htmlOf: (page: string) => string): string =>
  html.replace(PLACE, (_, open, id, close) => open + sketchOf(fromHtml(htmlOf(`${id}/index.html`))) + close);
