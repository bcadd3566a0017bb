/**
 * Where a browser forbids storage, or has none left, reading `localStorage` throws, and would take the theme switch
 * with it. This stands first in each page and puts a store in its place that lasts as long as the page.
 */
export const STORAGE_STAND_IN = `for (const name of ['localStorage', 'sessionStorage']) {
  try {
    window[name].setItem('gc-storage', '1');
    window[name].removeItem('gc-storage');
  } catch {
    const kept = new Map();
    Object.defineProperty(window, name, { configurable: true, value: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, String(value)),
      removeItem: (key) => void kept.delete(key),
    } });
  }
}`;
