import { describe, expect, it } from 'vitest';
import { FIGURE_LIST } from '@/site/finish/built.ts';
import { embedded, figureList, namedFigures } from '@/site/finish/embed.ts';

const island = (name: string, title: string) =>
  `<astro-island props="{&quot;h&quot;:1}" component-url="/__BASE__/_astro/A.js"><section data-island="${name}" class="island"><p class="island-title">${title}</p></section><!--astro:end--></astro-island>`;
const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>T</title><link rel="stylesheet" href="/__BASE__/a.css"><link rel="canonical" href="/x"><script type="module" src="/head.js"></script></head><body><header>Menu</header><main><h1>Choosing h</h1><script>self.Astro={}</script>${body}</main></body></html>`;
const figures = (body: string) => embedded(namedFigures(page(body)), 'method/choosing-h/');

describe('the figures of a page', () => {
  it('have an id each, though two have one name', () => {
    const html = namedFigures(page(island('check', 'A') + island('check', 'B') + island('drag', 'C')));
    expect([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'figure-check',
      'figure-check-2',
      'figure-drag',
    ]);
  });

  it('are a page each, with the scripts and styles that they need and nothing around them', () => {
    const [{ name, title, html }] = figures(island('drag', 'One drag'));
    expect([name, title]).toEqual(['drag', 'One drag']);
    expect(html).toContain('<title>One drag | Choosing h</title>');
    expect(html).toContain('href="/__BASE__/a.css"');
    expect(html).toContain('<script>self.Astro={}</script>');
    expect(html).toContain('component-url="/__BASE__/_astro/A.js"');
    expect(html).toContain('noindex');
    expect(html).toContain('href="/__BASE__/method/choosing-h/#figure-drag"');
    expect(html).not.toMatch(/Menu|head\.js|canonical|<h1/);
  });

  it('leave out what has no name of its own', () => expect(figures(island('exercise', 'Exercise 1'))).toEqual([]));

  it('are listed where a page asks for them', () => {
    const list = figureList(`<p>${FIGURE_LIST}</p>`, figures(island('drag', 'One <drag>') + island('pull', 'Two')));
    expect(list).toContain('<p><ul><li><b>Choosing h</b> <a href="/__BASE__/embed/drag/">One ');
    expect(list).toContain('</a> · <a href="/__BASE__/embed/pull/">Two</a></li></ul></p>');
  });
});
