/**
 * What CSS cannot do for the card of a citation: Esc puts it away until it is left, and the first tap of a finger shows
 * it, as a mouse does by hovering; the second follows the link.
 */
for (const citation of document.querySelectorAll<HTMLElement>('.citation')) {
  const [link, card] = citation.children as unknown as [HTMLAnchorElement, HTMLElement];
  const renew = () => delete citation.dataset.closed;
  citation.addEventListener('pointerleave', renew);
  citation.addEventListener('focusout', renew);
  let wasShown = false;
  citation.addEventListener('pointerdown', () => {
    wasShown = card.checkVisibility();
  });
  link.addEventListener('click', (event) => {
    if ((event as PointerEvent).pointerType !== 'touch' || wasShown) return;
    event.preventDefault();
    renew();
    link.focus();
  });
}

addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const citation of document.querySelectorAll<HTMLElement>('.citation:is(:hover, :focus-within)')) {
    const [link, card] = citation.children as unknown as [HTMLAnchorElement, HTMLElement];
    if (card.contains(document.activeElement)) link.focus();
    citation.dataset.closed = '';
  }
});
