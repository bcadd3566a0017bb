/** Numbers and arrays as tools print them, and what surrounds them in a paste. */
import { describe, expect, it } from 'vitest';
import { arrayAt, valueAt } from '../../src/failures/text/array.ts';
import { BEHIND } from '../../src/failures/text/bracketed.ts';
import { clean } from '../../src/failures/text/clean.ts';
import { halvesOf, styleOf } from '../../src/failures/text/digits.ts';
import { numberAt, numbersIn } from '../../src/failures/text/number.ts';
import { matrixAt, rowOf } from '../../src/failures/text/rows.ts';

const values = (text: string, at = 0) => arrayAt(text, at).numbers.map(({ value }) => value);

describe('a printed number', () => {
  it.each([
    ['0.4617', 0.4617, 5e-5, 4],
    ['-1.50e-03', -0.0015, 5e-6, 3],
    ['+2.', 2, 0.5, 1],
    ['.5', 0.5, 0.05, 1],
    ['12', 12, 0.5, 2],
    ['1.5D+02', 150, 5, 2],
    ['0.0000', 0, 5e-5, 0],
    ['1.0f,', 1, 0.05, 2],
    ['1.00012. The', 1.00012, 5e-6, 6],
  ])('%s is known to half a unit of its last digit', (text, value, half, digits) => {
    const number = numberAt(text, 0);
    expect(number?.value).toBe(value);
    expect(number?.half).toBeCloseTo(half, 12);
    expect(number?.digits).toBe(digits);
  });

  it.each(['nan', 'NaN', '-nan'])('may be %s', (text) => expect(numberAt(text, 0)?.value).toBeNaN());
  it.each(['inf', '-Infinity'])('may be %s', (text) => expect(Math.abs(numberAt(text, 0)?.value ?? 0)).toBe(Infinity));

  it('that is mistyped keeps its place', () => {
    expect(numbersIn('1.5 6.266e-0.6 2.5').map(({ value }) => value)).toEqual([1.5, Number.NaN, 2.5]);
  });

  it.each(['x1', 'W2[', '3x', 'e5', '-', '.', 'none', 'information'])('is not found in %s', (text) => {
    expect(numberAt(text, 0)).toBeUndefined();
  });

  it('is not found within names', () => expect(numbersIn('W1 x_2 a3b 4').map(({ value }) => value)).toEqual([4]));
});

describe('an array in brackets', () => {
  it('of PyTorch has its shape and type', () => {
    const text = "tensor([[1.5, -2.],\n        [3., 4.]], device='cuda:0', dtype=torch.float64)";
    expect(arrayAt(text, 7)).toMatchObject({
      shape: [2, 2],
      dtype: 'float64',
      hidden: false,
      cut: false,
      end: text.length,
    });
    expect(values(text, 7)).toEqual([1.5, -2, 3, 4]);
  });

  it('of NumPy may do without commas, and may wrap', () => {
    expect(values('[[1. 2.\n  3.]\n [4. 5. 6.]]')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('says where an ellipsis hides entries', () => {
    const array = arrayAt('[1., 2., ..., 8., 9.]', 0);
    expect(array).toMatchObject({ hidden: true, cut: false });
    expect(array.places).toEqual([0, 1, BEHIND, BEHIND + 1]);
  });

  it('takes an ellipsis at its end for a cut', () => {
    expect(arrayAt('[[1., 2.],\n [3., 4.],...\n y: array([5.])', 0)).toMatchObject({ cut: true, hidden: false });
    expect(values('[[1., 2.],\n [3., 4.],...\n y: array([5.])')).toEqual([1, 2, 3, 4]);
  });

  it.each(['[1., 2', '[[1., 2.], [', '[[1., 2.]'])('that breaks off is cut: %s', (text) => {
    expect(arrayAt(text, 0).cut).toBe(true);
  });

  it('holds complex numbers as two lists', () => {
    const array = arrayAt('[[-0.5+0.25j, 1.-2.j]]', 0);
    expect(array.numbers.map(({ value }) => value)).toEqual([-0.5, 1]);
    expect(array.imaginary?.map(({ value }) => value)).toEqual([0.25, -2]);
    expect(arrayAt('[1.0 + 2.0im, 3.0 - 4.0im]', 0).imaginary?.map(({ value }) => value)).toEqual([2, -4]);
  });

  it('unwraps numpy scalars and nested arrays', () => {
    expect(values('[np.float64(0.5), np.float64(-1.5)]')).toEqual([0.5, -1.5]);
    expect(valueAt('  np.float64(0.25)', 0)?.numbers[0].value).toBe(0.25);
    expect(values('[array([1., 2.]), array([3., 4.])]')).toEqual([1, 2, 3, 4]);
  });

  it('of Julia has rows behind semicolons', () => {
    expect(arrayAt('[1.0 2.0; 3.0 4.0; 5.0 6.0]', 0)).toMatchObject({ shape: [3, 2], cut: false });
    expect(arrayAt('[1.0; 2.0; 3.0]', 0).shape).toEqual([3]);
    expect(values('[12.567303;;;;; 7.8655686]')).toEqual([12.567303, 7.8655686]);
  });

  it('is ragged where rows differ in length', () => {
    expect(arrayAt('[[1, 2], [3]]', 0).ragged).toBe(true);
    expect(arrayAt('[[1, 2], [3, 4]]', 0).ragged).toBe(false);
  });
});

describe('rows without brackets', () => {
  it('are read with the factor that MATLAB takes out, and column by column', () => {
    const text =
      '   1.0e+03 *\n\n Columns 1 through 2:\n\n   1.5   2.5\n   3.5   4.5\n\n Column 3:\n\n   5.5\n   6.5\n';
    const matrix = matrixAt(text.split('\n'), 0);
    expect(matrix?.shape).toEqual([2, 3]);
    expect(matrix?.numbers.map(({ value }) => value)).toEqual([1500, 2500, 5500, 3500, 4500, 6500]);
  });

  it('of R begin with the number of their first entry', () => {
    expect(rowOf(' [5]  1.25 -2.5')?.map(({ value }) => value)).toEqual([1.25, -2.5]);
  });

  it('hold nothing but numbers', () => expect(rowOf('1.5 2.5 ok')).toBeUndefined());
});

describe('the digits of', () => {
  const read = (text: string) => numbersIn(text);

  it('a NumPy array are those of its longest fraction', () => {
    const numbers = read('0.25 1.5 3. 0.123456');
    expect([...halvesOf(numbers, 'array')]).toEqual([5e-7, 5e-7, 5e-7, 5e-7].map((half) => expect.closeTo(half, 12)));
  });

  it('whole numbers with a point are exact', () => {
    for (const half of halvesOf(read('2. -3. 0.'), 'array')) expect(half).toBeLessThan(1e-14);
  });

  it('%g are significant ones', () => {
    const [large, small] = halvesOf(read('16. 0.123456'), 'general');
    expect(large).toBeCloseTo(5e-5, 10);
    expect(small).toBeCloseTo(5e-7, 12);
  });

  it('unknown origin are judged by how they vary', () => {
    expect(styleOf(read('0.1234 -1.5000'))).toBe('own');
    expect(styleOf(read('0.12345678901234567 0.5'))).toBe('exact');
    expect(styleOf(read('0.25 -1.5 3.125'))).toBe('mixed');
    expect(styleOf(read('1 2 3'))).toBe('exact');
  });
});

describe('what surrounds a message', () => {
  it.each([
    ['E           x: array([1.])', 'x: array([1.])'],
    ['2026-03-19T19:21:00.8448196Z E   y: array([2.])', 'y: array([2.])'],
    ['17:35:21 E   numerical: 1', 'numerical: 1'],
    ['> > quoted 1.5', 'quoted 1.5'],
    ['In [3]: grad(x)', 'grad(x)'],
    ['Out[3]: array([1.])', 'array([1.])'],
    ['>>> g', 'g'],
    ['julia> g', 'g'],
    ['```python', ''],
    ['\u001b[91mThere is\u001b[0m', 'There is'],
    ['[93mThere is[0m', 'There is'],
    ['−1.5 – 2', '-1.5 - 2'],
    ['１．５：２', '1.5:2'],
    ['1.0 2.0', '1.0 2.0'],
    ['[1., …, 2.]', '[1., ..., 2.]'],
    ['a &gt; b', 'a > b'],
  ])('is taken away: %s', (text, plain) => expect(clean(text)).toBe(plain));

  it('is not taken for more than it is', () => {
    expect(clean('E0101 00:00:00 gradient')).toBe('E0101 00:00:00 gradient');
    expect(clean('[3, 4]m')).toBe('[3, 4]m');
    expect(clean('Example 1.5')).toBe('Example 1.5');
  });
});
