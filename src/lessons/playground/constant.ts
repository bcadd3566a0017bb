/** Numbers of a point as people write them: 1.5, 1e-5, 1/3, pi/4, -2π, sqrt(2). */
import { type Field, type Reading, readNumber, writeNumber } from '@/input/fields.ts';

const PART =
  /^(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)?\s*(?<letter>π|pi|e|√(?<under>[\d.]+)|sqrt\((?<inner>[\d.]+)\))?$/iu;

/** One factor: a number, a constant or a root, or a number before one of these; NaN where it is none. */
function factor(text: string): number {
  const groups = PART.exec(text)?.groups;
  const { number, letter, under, inner } = groups ?? {};
  if (number === undefined && letter === undefined) return Number.NaN;
  const root = under ?? inner;
  const constant =
    letter === undefined ? 1 : root !== undefined ? Math.sqrt(Number(root)) : /^e$/i.test(letter) ? Math.E : Math.PI;
  return Number(number ?? 1) * constant;
}

/** Reads a product or quotient of numbers, constants and roots. */
export function readConstant(text: string): Reading<number> {
  const plain = readNumber(text);
  if (plain.ok) return plain;
  const [, sign, rest] = /^([-+−]?)(.*)$/su.exec(text.trim()) ?? [];
  const parts = rest.split(/([*/·×÷])/u).map((part) => part.trim());
  const value = parts.reduce((product, part, at) => {
    if (at === 0) return factor(part);
    if (at % 2 === 1) return product;
    return /[/÷]/.test(parts[at - 1]) ? product / factor(part) : product * factor(part);
  }, Number.NaN);
  return Number.isFinite(value) ? { ok: true, value: sign === '' || sign === '+' ? value : -value } : plain;
}

export const constantField: Field<number> = { initial: 1, read: readConstant, write: writeNumber };

/** So many constants, apart by commas or semicolons, or else by blanks. */
export const constantsField = (length: number): Field<readonly number[]> => ({
  initial: [],
  read: (text) => {
    const inside = text.trim().replace(/^[[(]|[\])]$/g, '');
    const words = inside.split(/[,;]/.test(inside) ? /[,;]/ : /\s+/).filter((word) => word.trim() !== '');
    const values: number[] = [];
    for (const word of words) {
      const reading = readConstant(word);
      if (!reading.ok) return reading;
      values.push(reading.value);
    }
    if (values.length === length) return { ok: true, value: values };
    return { ok: false, problem: `${values.length} numbers found where ${length} are needed.` };
  },
  write: (values) => values.map(writeNumber).join(','),
});
