import { describe, expect, it } from 'vitest';
import { mutationsOf } from '../../scripts/mutations.mjs';

/** A source with each of its mutations made. */
const mutantsOf = (source: string) =>
  mutationsOf('a.ts', source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end));

describe('the mutations of a source', () => {
  it('turn a comparison into its contrary', () => {
    expect(mutantsOf('let a = b < c;')).toEqual(['let a = b >= c;']);
    expect(mutantsOf('let a = b !== c;')).toEqual(['let a = b === c;']);
  });

  it('negate a condition', () => {
    expect(mutantsOf('if (a) b = 1;')).toEqual(['if (!(a)) b = 1;']);
    expect(mutantsOf('let a = b ? c : d;')).toEqual(['let a = !(b) ? c : d;']);
  });

  it('swap operators, but not those between texts', () => {
    expect(mutantsOf('let a = b * c - d;')).toEqual(['let a = b / c - d;', 'let a = b * c + d;']);
    expect(mutantsOf("let a = b + 's';")).toEqual([]);
  });

  it('replace an answer, and drop a call', () => {
    expect(mutantsOf('const f = () => true;')).toEqual(['const f = () => false;']);
    expect(mutantsOf('const f = () => a && b;')).toEqual(['const f = () => false;', 'const f = () => true;']);
    expect(mutantsOf('f(a);')).toEqual([';']);
  });

  it('make a constant sixteen times as large, in a list and a record too', () => {
    expect(mutantsOf('const A = 2 ** -4;')).toEqual(['const A = 16 * (2 ** -4);']);
    expect(mutantsOf('const A = { b: 1, c: [2] };')).toEqual([
      'const A = { b: 16 * (1), c: [2] };',
      'const A = { b: 1, c: [16 * (2)] };',
    ]);
    expect(mutantsOf('const a = 3;')).toEqual([]);
  });
});
