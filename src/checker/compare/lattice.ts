/**
 * The lattice of short floats. Values of f that are rounded to p bits are whole multiples of 2^-k, so that every difference
 * (f(x + h) - f(x - h)) / 2h is a whole multiple of q = 2^-k / 2h. Printed digits show q, and with it the step and how far
 * each difference may be off, though neither f nor its values are at hand.
 */

/** The lattice of rounded values that the digits of a numeric gradient show. */
export interface Lattice {
  /** Every entry is a whole multiple of it. */
  readonly quantum: number;
  /** The step h of central differences, up to a factor that is a power of 2. */
  readonly step: number;
  /** The rounding unit of f: 2 h times the quantum. */
  readonly unit: number;
  /** Bits of evidence that the entries lie on the lattice, less the bits spent on choosing it. */
  readonly bits: number;
  /** Distinct entries that it rests on. */
  readonly entries: number;
}

/** Steps that are in use, up to powers of 2: 10^-j, and the root of the rounding of a float32. */
const STEPS: readonly number[] = [...Array.from({ length: 10 }, (_, j) => 10 ** -j), Math.sqrt(2 ** -23)];

/** Entries that are looked at: more would prove no more. */
const MOST_ENTRIES = 64;
/** Fewer distinct entries may lie on a lattice by chance, whatever their digits. */
const FEWEST_ENTRIES = 3;
/** A chance of 2^-20 that numbers without a lattice would show one. */
const ENOUGH_BITS = 20;
/** Rounding of the division by 2h, which may be done in single precision too. */
const SINGLE = 2 ** -23;

interface Entry {
  readonly value: number;
  readonly slack: number;
}

/** Distinct sizes, each with half a unit of its last digit. */
function distinct(values: readonly number[], halves: readonly number[]): Entry[] {
  const found = new Map<number, Entry>();
  for (let i = 0; i < values.length && found.size < MOST_ENTRIES; i++) {
    const value = Math.abs(values[i]);
    if (value > 0 && Number.isFinite(value) && value > 2 * halves[i]) {
      found.set(value, { value, slack: halves[i] + SINGLE * value });
    }
  }
  return [...found.values()];
}

/** What is left of an entry when the nearest multiple is taken away. */
const remainder = ({ value }: Entry, quantum: number): number =>
  Math.abs(value - quantum * Math.round(value / quantum));

/** Bits that the agreement of all entries proves; undefined where one of them disagrees. */
function bitsOf(entries: readonly Entry[], quantum: number): number | undefined {
  let bits = 0;
  for (const entry of entries) {
    if (remainder(entry, quantum) > entry.slack) return undefined;
    bits += Math.max(0, Math.log2(quantum / (2 * entry.slack)));
  }
  return bits;
}

/** A lattice such as 0.25 or 50 comes from round numbers, not from rounding. */
const isRound = (quantum: number): boolean => Math.abs(quantum - Number(quantum.toPrecision(4))) <= 1e-12 * quantum;

/** Analytic entries do not come from differences: if they lie on the lattice too, it proves nothing. */
function onLattice(entries: readonly Entry[], quantum: number): boolean {
  const telling = entries.filter(({ slack }) => slack * 4 < quantum);
  const on = telling.filter((entry) => remainder(entry, quantum) <= entry.slack);
  return telling.length === 0 || on.length * 2 > telling.length;
}

/**
 * The coarsest lattice that all numeric entries lie on, and the analytic ones do not; undefined where none is proved.
 *
 * @param halves half a unit of the last printed digit of each numeric entry
 * @param analyticHalves the same of the analytic ones
 */
export function findLattice(
  numeric: readonly number[],
  halves: readonly number[],
  analytic: readonly number[],
  analyticHalves: readonly number[],
): Lattice | undefined {
  const entries = distinct(numeric, halves);
  if (entries.length < FEWEST_ENTRIES) return undefined;
  const largest = Math.max(...entries.map(({ value }) => value));
  const finest = Math.min(...entries.map(({ slack }) => slack));
  const others = distinct(analytic, analyticHalves);
  const powers = Math.ceil(Math.log2(largest / finest));
  const price = Math.log2(STEPS.length * Math.max(1, powers));
  let best: Lattice | undefined;
  for (const step of STEPS) {
    const top = Math.floor(Math.log2(largest * step)) + 1;
    for (let k = top; k > top - powers; k--) {
      const quantum = 2 ** k / step;
      const bits = bitsOf(entries, quantum);
      if (bits === undefined || bits - price < ENOUGH_BITS) continue;
      if (best === undefined || bits - price > best.bits) {
        best = { quantum, step, unit: 2 * step * quantum, bits: bits - price, entries: entries.length };
      }
      break;
    }
  }
  return best && !isRound(best.quantum) && !onLattice(others, best.quantum) ? best : undefined;
}
