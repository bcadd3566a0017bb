/** The scripts of the search dialog, of the lists of contents and of the side bar: a page can be read without them. */
const CAN_WAIT =
  /<script type="module" src="([^"]*\/(?:Head|Search|TableOfContents|MobileTableOfContents)\.astro_[^"]*)"><\/script>/g;

/**
 * Asks for those scripts when the page has been drawn, so that they do not take a connection from its style sheet and
 * its fonts.
 *
 * @param html a built page
 */
export function scriptsWhenIdle(html: string): string {
  const sources = [...html.matchAll(CAN_WAIT)].map(([, source]) => `import("${source}")`);
  if (sources.length === 0) return html;
  const load = `(window.requestIdleCallback??setTimeout)(()=>{${sources.join(';')}})`;
  return html.replace(CAN_WAIT, '').replace('</body>', () => `<script type="module">${load}</script></body>`);
}
