/**
 * `client:turn`: an island's script is fetched when the browser is idle, and the island wakes in a task of its own, after
 * what its modules have asked to be done first (`charts/wake/turn.ts`).
 */
export default (load: () => Promise<() => void>): void => {
  const wake = async () => {
    const hydrate = await load();
    setTimeout(hydrate);
  };
  (window.requestIdleCallback ?? setTimeout)(wake);
};
