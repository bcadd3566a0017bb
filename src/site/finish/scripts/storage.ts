/**
 * Where a browser forbids storage, or has none left, reading `localStorage` throws, which would stop the theme switch.
 * This puts a store in its place that lasts as long as the page.
 */
for (const name of ['localStorage', 'sessionStorage'] as const) {
  try {
    window[name].setItem('gc-storage', '1');
    window[name].removeItem('gc-storage');
  } catch {
    const kept = new Map<string, string>();
    Object.defineProperty(window, name, {
      configurable: true,
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: unknown) => void kept.set(key, String(value)),
        removeItem: (key: string) => void kept.delete(key),
      },
    });
  }
}
/** Starlight makes a selector of the theme that is kept, and another site of the same host may have left anything there. */
if (!/^(dark|light)?$/.test(localStorage.getItem('starlight-theme') ?? '')) localStorage.removeItem('starlight-theme');
