/**
 * In place of waiting until the browser is idle: loads the search interface when its dialog is first opened, by button
 * or Ctrl+K, and puts the cursor in its field. A failure is said in the dialog; opening it again tries again. The key
 * may have been pressed before this script was there: `search-key.ts` has kept that.
 */
export const whenOpened = (dialog: HTMLDialogElement, place: Element) => (load: () => Promise<void>) => {
  let asked = false;
  const loadOnce = async () => {
    if (!dialog.open || asked) return;
    asked = true;
    place.textContent = '';
    try {
      await load();
      place.querySelector('input')?.focus();
    } catch {
      asked = false;
      place.textContent = 'The search could not be loaded. Look at the connection, close this, and open it again.';
    }
  };
  new MutationObserver(loadOnce).observe(dialog, { attributes: true, attributeFilter: ['open'] });
  (window as unknown as { searchListens: () => void }).searchListens();
  void loadOnce();
};
