/** PETSc's -snes_test_jacobian and TAO's -tao_test_gradient: norms, and with _view sparse matrices or vectors. */
import { listPairs } from '../pairs.ts';
import type { Fact, Pairs } from '../reading.ts';
import { numberAfter, numberAt, type Printed } from '../text/number.ts';
import { type Format, matchLines } from './format.ts';

const HAND = /^\s{0,8}Hand-coded (?:Jacobian|gradient|Hessian)\b/i;
const FINITE = /^\s{0,8}Finite[- ]difference (?:Jacobian|gradient|Hessian)\b/i;
const OTHER = /^\s{0,8}Hand-coded minus|^\s{0,8}-{4,}/i;
const ROW = /^row (\d{1,9}):/;

interface Dump {
  readonly entries: Map<string, Printed>;
  readonly list: Printed[];
  /** Rows and columns that were printed to their end. */
  readonly rows: Set<number>;
  columns: number;
  /** The row in the last line of the text. */
  last?: number;
}

const ZERO: Printed = { value: 0, half: 0, decimals: 0, power: 0, digits: 1, end: 0 };

/** `(0, 1.)  (1, 16.)`: places and values; false where it breaks off. */
function readRow(dump: Dump, row: number, text: string): boolean {
  let at = text.indexOf('(');
  while (at >= 0) {
    const column = numberAt(text, at + 1);
    let i = column ? column.end : text.length;
    while (text[i] === ',' || text[i] === ' ') i++;
    const value = column && numberAt(text, i);
    if (!column || !value || text[value.end] !== ')') return false;
    dump.entries.set(`${row},${column.value}`, value);
    dump.columns = Math.max(dump.columns, column.value + 1);
    at = text.indexOf('(', value.end);
  }
  return true;
}

function readDump(lines: readonly string[], from: number): Dump {
  const dump: Dump = { entries: new Map(), list: [], rows: new Set(), columns: 0 };
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (HAND.test(line) || FINITE.test(line) || OTHER.test(line)) break;
    const row = ROW.exec(line);
    const number = row ? undefined : numberAt(line, 0);
    if (row) {
      const whole = readRow(dump, Number(row[1]), line.slice(row[0].length));
      // The last line of a text may break off between two entries.
      const more = lines.slice(i + 1, i + 3).some((next) => next.trim() !== '');
      if (whole && more) dump.rows.add(Number(row[1]));
      else if (whole) dump.last = Number(row[1]);
    } else if (number && number.end === line.length) dump.list.push(number);
  }
  return dump;
}

/** A matrix larger than this is compared where either side has an entry. */
const LARGEST_DENSE = 250_000;

/** The entries of a row. */
const widthOf = ({ entries }: Dump, row: number): number =>
  [...entries.keys()].filter((key) => key.startsWith(`${row},`)).length;

/** A last line that has as many entries as on the other side is whole. */
function settle(dump: Dump, other: Dump): void {
  if (dump.last !== undefined && widthOf(dump, dump.last) >= widthOf(other, dump.last)) dump.rows.add(dump.last);
}

function matrixPairs(hand: Dump, finite: Dump): Pairs[] {
  settle(hand, finite);
  settle(finite, hand);
  const columns = Math.max(hand.columns, finite.columns, ...[...hand.rows, ...finite.rows].map((row) => row + 1));
  const both = [...finite.rows].filter((row) => hand.rows.has(row)).sort((a, b) => a - b);
  const dense = both.length * columns <= LARGEST_DENSE;
  const sparse = [...new Set([...hand.entries.keys(), ...finite.entries.keys()])].map((key) =>
    key.split(',').map(Number),
  );
  const whole = both.length === Math.max(hand.rows.size, finite.rows.size);
  const places: number[][] = dense
    ? both.flatMap((row) => Array.from({ length: columns }, (_, column) => [row, column]))
    : sparse.filter(([row]) => hand.rows.has(row) && finite.rows.has(row));
  // A row that breaks off counts as far as it goes.
  const broken = [...hand.entries.keys(), ...finite.entries.keys()].filter((key) => {
    const row = Number(key.split(',')[0]);
    return hand.rows.has(row) !== finite.rows.has(row) && hand.entries.has(key) && finite.entries.has(key);
  });
  for (const key of new Set(broken)) places.push(key.split(',').map(Number));
  const at = (dump: Dump) => places.map((place) => dump.entries.get(place.join()) ?? ZERO);
  if (places.length === 0) return [];
  const rows = [...both, ...finite.rows].reduce((most, row) => Math.max(most, row), 0) + 1;
  const square = whole && dense && both.length === rows && broken.length === 0;
  return [
    listPairs(at(hand), at(finite), {
      label: 'J',
      style: 'general',
      shape: square ? [rows, columns] : [],
      ...(square ? {} : { places }),
      total: dense ? Math.max(rows * columns, places.length) : places.length,
    }),
  ];
}

function normFacts(lines: readonly string[], text: string): Fact[] {
  const ratios = matchLines(lines, /\|\|(?:J|G|Hessian)\b.*\|\|.* = ([-+.\deE]{1,30})/);
  const facts = ratios.flatMap(({ line }): Fact[] => {
    const value = numberAfter(lines[line], '=')?.value;
    return value === undefined
      ? []
      : [{ kind: 'norm', what: 'The norm of the difference, relative to that of the matrix,', value }];
  });
  const [finite, hand] = [numberAfter(text, '||Gfd||'), numberAfter(text, '||G|| =')];
  const cosine = numberAfter(text, '||Gfd||||G|| =')?.value;
  if (finite && hand && cosine !== undefined && Math.abs(cosine) > 0.999_999 && hand.value !== finite.value) {
    const value = Math.abs((Math.sign(cosine) * hand.value) / finite.value - 1);
    facts.push({ kind: 'relative', label: '', value, half: 1e-5 * value, of: 'numeric', all: true });
  }
  return facts;
}

/** Of several states the worst counts. */
const worstNorm = (facts: readonly Fact[]): Fact[] => {
  const norms = facts.filter((fact) => fact.kind === 'norm').sort((a, b) => b.value - a.value);
  return [...facts.filter((fact) => fact.kind !== 'norm'), ...norms.slice(0, 1)];
};

export const petsc: Format = {
  knows: (text) =>
    text.includes('||J - Jfd||') ||
    text.includes('||G - Gfd||') ||
    (/Hand-coded/i.test(text) && text.includes('Object')),
  read: ({ text, lines }) => {
    const hands = matchLines(lines, HAND).filter(({ line }) => !OTHER.test(lines[line]) && !/minus/.test(lines[line]));
    const finites = matchLines(lines, FINITE);
    const pairs = hands.flatMap(({ line }, k): Pairs[] => {
      const other = finites[k];
      if (!other) return [];
      const [hand, finite] = [readDump(lines, line + 1), readDump(lines, other.line + 1)];
      if (hand.entries.size > 0 && finite.entries.size > 0) return matrixPairs(hand, finite);
      const count = Math.min(hand.list.length, finite.list.length);
      if (count === 0) return [];
      const whole = hand.list.length === finite.list.length;
      return [
        listPairs(hand.list.slice(0, count), finite.list.slice(0, count), {
          label: 'gradient',
          style: 'general',
          more: !whole,
        }),
      ];
    });
    return {
      tool: text.includes('||G - Gfd||') || text.includes('Vec Object') ? 'PETSc TAO' : 'PETSc SNES',
      pairs,
      facts: worstNorm(normFacts(lines, text)),
      snippet: 'petsc',
    };
  },
};
