/** Keeps a Ctrl+K that is pressed before the search listens, for `when-opened.ts`; the browser would act on it otherwise. */
{
  const { dataset } = document.documentElement;
  addEventListener('keydown', (event) => {
    if (dataset['search'] === 'listens' || !(event.ctrlKey || event.metaKey) || event.key !== 'k') return;
    event.preventDefault();
    dataset['search'] = 'asked';
  });
}
