/** .npy and .npz: two sides by their names, every type and order, and files that were made to do harm. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFailure, readFailureFiles } from '../../src/failures/index.ts';

/** A .npy file with a header of one's own. */
function npy(header: string, data: Uint8Array): Uint8Array {
  const text = strToU8(header.padEnd(118));
  const head = [0x93, ...strToU8('NUMPY'), 1, 0, text.length & 255, text.length >> 8];
  return Uint8Array.from([...head, ...text, ...data]);
}

const bytesOf = (array: Float64Array | Float32Array | Int32Array | Uint16Array): Uint8Array =>
  new Uint8Array(array.buffer);
const doubles = (values: readonly number[], shape = `(${values.length},)`, order = 'False') =>
  npy(`{'descr': '<f8', 'fortran_order': ${order}, 'shape': ${shape}, }`, bytesOf(Float64Array.from(values)));
const slopes = [1.5, -2.25, 0.5, 3];
const sign = slopes.map((slope) => -slope);

describe('files of arrays', () => {
  it('are the two sides by their names, in whichever order', () => {
    const reading = readFailureFiles([
      { name: 'numeric.npy', bytes: doubles(slopes) },
      { name: 'analytic.npy', bytes: doubles(sign) },
    ]);
    expect(reading.comparisons[0]).toMatchObject({ analytic: sign, numeric: slopes, sides: 'labelled' });
    expect(reading.findings[0].kind).toBe('sign');
  });

  it('may be one archive, with several pairs and the point', () => {
    const archive = zipSync({
      'analytic_W.npy': doubles(sign),
      'numeric_W.npy': doubles(slopes),
      'analytic_b.npy': doubles(slopes),
      'numeric_b.npy': doubles(slopes),
    });
    const { comparisons } = readFailureFiles([{ name: 'both.npz', bytes: archive }]);
    expect(comparisons.map(({ label }) => label)).toEqual(['W', 'b']);
    expect(comparisons.map(({ agrees }) => agrees.every(Boolean))).toEqual([false, true]);
  });

  it('hold single floats, half floats, whole numbers, either order of bytes', () => {
    const kinds: [string, Uint8Array][] = [
      ['<f4', bytesOf(Float32Array.from(slopes))],
      ['<i4', bytesOf(Int32Array.from([1, -2, 3, 4]))],
      ['<f2', bytesOf(Uint16Array.from([0x3e00, 0xc080, 0x3800, 0x4200]))],
      ['>f8', bytesOf(Float64Array.from(slopes)).toReversed()],
    ];
    for (const [descr, data] of kinds) {
      const file = npy(`{'descr': '${descr}', 'fortran_order': False, 'shape': (4,), }`, data);
      const { comparisons } = readFailureFiles([
        { name: 'analytic.npy', bytes: file },
        { name: 'numeric.npy', bytes: file },
      ]);
      const expected = { '<i4': [1, -2, 3, 4], '>f8': slopes.toReversed() }[descr] ?? slopes;
      expect(comparisons[0].analytic, descr).toEqual(expected);
    }
  });

  it('may be in the order of Fortran', () => {
    const { comparisons } = readFailureFiles([
      { name: 'analytic.npy', bytes: doubles([1, 3, 5, 2, 4, 6], '(3, 2)', 'True') },
      { name: 'numeric.npy', bytes: doubles([1, 2, 3, 4, 5, 6], '(3, 2)') },
    ]);
    expect(comparisons[0]).toMatchObject({ shape: [3, 2], analytic: [1, 2, 3, 4, 5, 6] });
  });

  it('of which one is missing say so', () => {
    expect(readFailureFiles([{ name: 'analytic.npy', bytes: doubles(slopes) }]).problem).toContain('a second array');
  });
});

describe('a file that was made to do harm', () => {
  const pair = (bytes: Uint8Array) =>
    readFailureFiles([
      { name: 'analytic.npy', bytes },
      { name: 'numeric.npy', bytes },
    ]);

  it.each([
    '(99999999999999999999,)',
    '(4294967296, 4294967296, 4294967296)',
    '(0,)',
    '(-4,)',
    '(4, 0)',
    `(${'1, '.repeat(66)}4)`,
    '(4',
    '((((',
  ])('has an absurd shape, and is answered: %s', (shape) => {
    const reading = pair(doubles(slopes, shape));
    for (const { analytic, numeric } of reading.comparisons) expect(analytic.length).toBe(numeric.length);
    expect(reading.comparisons.reduce((sum, { visible }) => sum + visible, 0)).toBeLessThanOrEqual(4);
  });

  it.each([
    "{'descr': '|O', 'fortran_order': False, 'shape': (4,), }",
    "{'descr': '<c16', 'fortran_order': False, 'shape': (4,), }",
    "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (4,), }",
    '',
  ])('is of a type that holds no real numbers: %s', (header) => {
    expect(pair(npy(header, bytesOf(Float64Array.from(slopes)))).problem).toContain('two arrays of real numbers');
  });

  it('is an archive that would unpack to far more than is read', () => {
    const bomb = zipSync({ 'analytic.npy': new Uint8Array(80 * 2 ** 20), 'numeric.npy': new Uint8Array(8) });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(readFailureFiles([{ name: 'bomb.npz', bytes: bomb }]).comparisons).toEqual([]);
  });

  it('is an archive that lies about the size of its members', () => {
    const archive = zipSync({ 'analytic.npy': doubles(slopes), 'numeric.npy': doubles(slopes) });
    for (let at = 0; at < archive.length - 4; at++) {
      const lying = archive.slice();
      lying[at] = 255;
      expect(readFailureFiles([{ name: 'lying.npz', bytes: lying }]).conclusion).toBeDefined();
    }
  });

  it('is an archive of thousands of members, or with names that an object has of its own', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`a${i}.npy`, doubles([i])]));
    expect(readFailureFiles([{ name: 'many.npz', bytes: zipSync(many, { level: 0 }) }]).conclusion).toBe('undecided');
    const own = zipSync({ 'constructor.npy': doubles(sign), 'toString.npy': doubles(slopes) });
    expect(readFailureFiles([{ name: 'own.npz', bytes: own }]).comparisons[0]).toMatchObject({ visible: 4 });
  });
});

describe('a text that was made to do harm', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

  it.each(names)('uses a name that every object has: %s', (name) => {
    const rows = slopes.map((slope, i) => `* ${name}[ ${i} ] = ${-slope}e+00 ~ ${slope}e+00   [2e+00]`).join('\n');
    const ipopt = readFailure(`${rows}\nDerivative checker detected 4 error(s).`);
    expect(ipopt.comparisons[0]).toMatchObject({ label: name, visible: 4 });
    const json = readFailure(`{"${name}": {"analytic": [1, 2, 3], "numeric": [-1, -2, -3]}}`);
    expect(json.comparisons[0].visible).toBe(3);
    const dtype = readFailure(`analytic: array([1.5, 2.5], dtype=${name})\nnumeric: array([1.5, 2.5], dtype=${name})`);
    expect(dtype.conclusion).toBe('right');
    const dl4j = readFailure(`Param 0 (${name}) FAILED: grad= 1.5, numericalGrad= 3.0, relError= 0.3`);
    expect(dl4j.comparisons[0].label).toBe(name);
  });

  it('is nested without end', () => {
    for (const [open, close] of ['[]', '{}', '()'].map((both) => [...both])) {
      const text = `{"analytic": ${open.repeat(50_000)}1${close.repeat(50_000)}, "numeric": ${open.repeat(50_000)}2`;
      expect(readFailure(text).conclusion).toBeDefined();
    }
  });
});
