import type { Plugin } from 'vite';

const WHEN_IDLE = /const onIdle = window\.requestIdleCallback[^;]*;/;

/**
 * What stands in its place: fetches the search interface when its dialog is first opened (by button or Ctrl+K), then
 * puts the cursor in its field. A fetch that fails is told in the dialog, and opening it again tries again.
 */
const WHEN_OPENED = `const onIdle = (load) => {
  let asked = false;
  const place = this.querySelector('#starlight__search');
  const fetchOnce = async () => {
    if (!dialog.open || asked) return;
    asked = true;
    place.textContent = '';
    try {
      await load();
      place.querySelector('input')?.focus();
    } catch (error) {
      asked = false;
      place.textContent = 'The search could not be loaded. Look at the connection, close this, and open it again.';
    }
  };
  new MutationObserver(fetchOnce).observe(dialog, { attributes: true, attributeFilter: ['open'] });
};`;

/**
 * Starlight fetches its search interface (26 kB) on every page as soon as the browser is idle, and has no option to
 * wait. This changes that one statement of its component, and stops the build if it is no longer there.
 */
export const searchOnDemand = (): Plugin => ({
  name: 'search-on-demand',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    if (!/starlight\/dist\/components\/Search\.astro\?.*type=script/.test(id)) return undefined;
    if (!WHEN_IDLE.test(code))
      throw new Error('Starlight’s Search.astro has changed: see src/build/search-on-demand.ts');
    return code.replace(WHEN_IDLE, () => WHEN_OPENED);
  },
});
