/** Matrices with semicolons, as Julia and MATLAB write them: `[a b; c d]`. */
import { BEHIND, type Bracketed } from './bracketed.ts';
import { numberAt, type Printed } from './number.ts';

/** Whether the first of all signs after the bracket is a semicolon. */
export function isSemicolonMatrix(text: string, at: number): boolean {
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i];
    if (c === ';') return true;
    if (c === '[' || c === ']') return false;
  }
  return false;
}

/** Reads to the closing bracket, or as far as there are numbers. Two semicolons or more join along later axes: then it is read flat. */
export function semicolonMatrix(text: string, from: number): Bracketed {
  const numbers: Printed[] = [];
  const rows: number[] = [];
  const columns: number[] = [];
  let [row, column, at] = [0, 0, from + 1];
  let [width, hidden, flat, ragged] = [0, false, false, false];
  const endRow = () => {
    if (width > 0 && column > 0 && column !== width) ragged = true;
    if (column > 0) row++;
    width = Math.max(width, column % BEHIND);
    column = 0;
  };
  while (at < text.length && text[at] !== ']') {
    const c = text[at];
    if (c === ';') {
      const start = at;
      while (text[at] === ';') at++;
      if (at - start > 1) flat = true;
      endRow();
    } else if (c === '.' && text[at + 1] === '.') {
      while (text[at] === '.') at++;
      hidden = true;
      if (column === 0) row = BEHIND;
      else column = BEHIND;
    } else if (' \t\n,'.includes(c)) at++;
    else {
      const number = numberAt(text, at);
      if (!number) break;
      numbers.push(number);
      rows.push(row);
      columns.push(column++);
      at = number.end;
    }
  }
  endRow();
  const cut = text[at] !== ']';
  const vector = flat || width <= 1;
  return {
    numbers,
    places: vector && !hidden ? numbers.map((_, i) => i) : numbers.flatMap((_, i) => [rows[i], columns[i]]),
    shape: vector && !hidden ? [numbers.length] : [row % BEHIND, width],
    hidden,
    cut,
    ragged: ragged && !flat && !hidden,
    end: at + (cut ? 0 : 1),
  };
}
