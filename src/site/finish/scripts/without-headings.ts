/** The elements that the table of contents observes: those beside the headings that contain no heading themselves. */
export function withoutHeadings(headings: string): Element[] {
  const holders = new Set<Element>();
  for (const heading of document.querySelectorAll(`main :where(${headings})`)) {
    for (let at = heading.parentElement; at !== null; at = at.parentElement) holders.add(at);
  }
  const candidates = document.querySelectorAll(
    [
      `main :where(${headings})`,
      `main :where(${headings}, .sl-heading-wrapper) ~ *`,
      'main .sl-markdown-content > *',
      'main > *',
    ].join(),
  );
  return [...candidates].filter((each) => !holders.has(each));
}
