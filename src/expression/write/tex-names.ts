import { GREEK } from '../read/names.ts';

/** A name in TeX: Greek letters by their names, one letter slanted, a word upright, a number or `_part` below. */
export function texName(name: string): string {
  const [, stem, below] = /^([^\d_]+)_*([A-Za-z0-9]*)$/u.exec(name) ?? [name, name, ''];
  const upright = `\\mathrm{${stem.replaceAll('_', '\\_')}}`;
  const letter = GREEK.has(stem) ? `\\${stem}` : [...stem].length === 1 ? stem : upright;
  return below === '' ? letter : `${letter}_{${below}}`;
}
