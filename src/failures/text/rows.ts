/** Numbers without brackets: the rows of a matrix as Octave, MATLAB, R and Julia print them. */
import type { Bracketed } from './bracketed.ts';
import { numberAt, type Printed } from './number.ts';

/** `1.0e+03 *`, the common factor that MATLAB and Octave take out. */
const FACTOR = /^\s{0,20}(\d(?:\.\d{0,6})?e[+-]\d{1,3})\s{0,4}\*$/;
/** ` Columns 1 through 8:`, ` Columns 9 and 10:`, ` Column 11:` */
const COLUMNS = /^\s{0,8}Columns? (\d{1,7})(?: (?:through|and|to) (\d{1,7}))?:?$/;
/** R's `[1]` or `[2,]` before a row. */
const ROW_NAME = /^\s{0,12}\[\d{0,7},?\d{0,7}\]/;

/** The numbers of a line that holds nothing else; undefined for any other line. */
export function rowOf(line: string): Printed[] | undefined {
  const found: Printed[] = [];
  let at = ROW_NAME.exec(line)?.[0].length ?? 0;
  while (at < line.length) {
    if (' \t,|'.includes(line[at])) at++;
    else {
      const number = numberAt(line, at);
      if (!number || (number.end < line.length && !' \t,|'.includes(line[number.end]))) return undefined;
      found.push(number);
      at = number.end;
    }
  }
  return found.length > 0 ? found : undefined;
}

/** The matrix whose rows begin at a line; blank lines, factors and `Columns …` headings within it are taken along. */
export function matrixAt(lines: readonly string[], from: number): (Bracketed & { nextLine: number }) | undefined {
  const blocks: { first: number; rows: Printed[][] }[] = [];
  let factor = 1;
  let i = from;
  let blank = 0;
  let last = from;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === '') {
      if (++blank > 2) break;
      // A blank line ends a matrix, unless it stands around a heading.
      if (blocks.at(-1)?.rows.length && !COLUMNS.test(lines[i + 1] ?? '')) break;
      continue;
    }
    blank = 0;
    const heading = COLUMNS.exec(line);
    const common = FACTOR.exec(line);
    if (heading) blocks.push({ first: Number(heading[1]), rows: [] });
    else if (common && blocks.every(({ rows }) => rows.length === 0)) factor = Number(common[1]);
    else {
      const row = rowOf(line);
      if (!row) break;
      if (blocks.length === 0) blocks.push({ first: 1, rows: [] });
      blocks[blocks.length - 1].rows.push(row);
    }
    last = i + 1;
  }
  return assemble(blocks, factor, last);
}

function assemble(
  blocks: readonly { first: number; rows: Printed[][] }[],
  factor: number,
  nextLine: number,
): (Bracketed & { nextLine: number }) | undefined {
  const rows: Printed[][] = [];
  for (const block of blocks) {
    for (const [r, row] of block.rows.entries()) rows[r] = [...(rows[r] ?? []), ...row];
  }
  if (rows.length === 0) return undefined;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const shift = Math.round(Math.log10(factor));
  const scaled = (n: Printed): Printed =>
    factor === 1 ? n : { ...n, value: n.value * factor, half: n.half * factor, power: n.power + shift };
  const numbers = rows.flat().map(scaled);
  const vector = width === 1 || rows.length === 1;
  return {
    numbers,
    places: vector ? numbers.map((_, i) => i) : rows.flatMap((row, r) => row.flatMap((_, c) => [r, c])),
    shape: vector ? [numbers.length] : [rows.length, width],
    hidden: false,
    cut: false,
    ragged: rows.some((row) => row.length !== width),
    end: 0,
    nextLine,
  };
}
