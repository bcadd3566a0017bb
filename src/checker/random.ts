/**
 * A seeded source of numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain), 32 bits of state, period 2^32.
 * Good enough to pick directions, and the same everywhere: same seed, same report.
 *
 * @example
 * const random = seededRandom(7);
 * random(); // 0.0117…, always
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
