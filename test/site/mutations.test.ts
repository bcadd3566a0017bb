import { describe, expect, it } from 'vitest';
import { mutationsOf, plantAll } from '../../scripts/mutants/mutations.mjs';

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
    expect(mutantsOf('f(a);')).toEqual(['void 0;']);
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

describe('a source with all of its mutations behind switches', () => {
  const source = 'const BIG = 3; const f = (a) => (a < BIG * 2 && !(a === 1) ? a - 1 : 0); let g = f(0) === 0 || f(4);';
  const mutations = mutationsOf('a.ts', source);
  const run = (code: string, mutant: number) =>
    new Function('isPlanted', `${code}; return [0, 1, 2, 4, 8].map(f).concat(g);`)((id: number) => id === mutant);

  it('is the source as long as none is on', () => {
    expect(run(plantAll(source, mutations, 0), -1)).toEqual(run(source, -1));
  });

  it('is one mutant where its switch is on, within another one or not', () => {
    mutations.forEach(({ start, end, text }, i) => {
      const mutant = source.slice(0, start) + text + source.slice(end);
      expect(run(plantAll(source, mutations, 5), 5 + i), mutant).toEqual(run(mutant, -1));
    });
    expect(mutations.length).toBeGreaterThan(6);
  });
});
