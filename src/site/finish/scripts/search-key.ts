/**
 * Keeps a Ctrl+K that is pressed before the search listens; the browser would act on it otherwise. `when-opened.ts` calls
 * `searchListens` once it does.
 */
{
  let asked = false;
  const keep = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return;
    event.preventDefault();
    asked = true;
  };
  addEventListener('keydown', keep);
  Object.assign(window, {
    searchListens: () => {
      removeEventListener('keydown', keep);
      if (asked && document.querySelector('site-search dialog[open]') === null)
        document.querySelector<HTMLElement>('site-search button[data-open-modal]')?.click();
    },
  });
}
