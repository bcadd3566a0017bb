/** NumPy's .npy files: the header says type, order and shape. */
import { product } from '../pairs.ts';
import type { Bracketed } from '../text/bracketed.ts';
import type { Printed } from '../text/number.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Entries beyond this are not read. */
const MOST = 1_000_000;
/** NumPy's own bound. */
const MOST_AXES = 64;

export const isNpy = (bytes: Uint8Array, at = 0): boolean => MAGIC.every((byte, i) => bytes[at + i] === byte);

interface Kind {
  readonly size: number;
  readonly read: (view: DataView, at: number, little: boolean) => number;
}

/** Half precision, for engines without `getFloat16`. */
function float16(view: DataView, at: number, little: boolean): number {
  const bits = view.getUint16(at, little);
  const [sign, exponent, fraction] = [bits >> 15 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const KINDS: Readonly<Record<string, Kind>> = {
  f8: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  f4: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f2: { size: 2, read: float16 },
  i8: { size: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  i4: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
};

const printed = (value: number): Printed => ({ value, half: 0, decimals: 17, power: -17, digits: 17, end: 0 });

export interface NpyArray {
  readonly array: Bracketed;
  readonly end: number;
}

/** Reads Fortran order into C order. */
function reorder(values: Printed[], shape: readonly number[]): Printed[] {
  const strides: number[] = [];
  let stride = 1;
  for (const length of shape) {
    strides.push(stride);
    stride *= length;
  }
  return values.map((_, i) => {
    let rest = i;
    let from = 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += (rest % shape[axis]) * strides[axis];
      rest = Math.floor(rest / shape[axis]);
    }
    return values[from];
  });
}

/**
 * The array of a .npy file.
 *
 * @returns undefined where the bytes are no such file, or its type holds no real numbers
 */
export function readNpy(bytes: Uint8Array, from = 0): NpyArray | undefined {
  if (!isNpy(bytes, from)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = bytes[from + 6] > 1;
  const start = from + (long ? 12 : 10);
  if (start > bytes.length) return undefined;
  const length = long ? view.getUint32(from + 8, true) : view.getUint16(from + 8, true);
  const header = String.fromCharCode(...bytes.subarray(start, start + Math.min(length, 4096)));
  const type = /'descr': ?'([<>|=])([fi]\d)'/.exec(header);
  const shape = /'shape': ?\(([\d, ]{0,200})\)/.exec(header)?.[1].match(/\d+/g)?.map(Number) ?? [];
  const kind = type && KINDS[type[2]];
  if (!kind || shape.length > MOST_AXES) return undefined;
  const size = product(shape);
  const data = start + length;
  const count = Math.min(size, MOST, Math.floor((bytes.length - data) / kind.size));
  if (count <= 0) return undefined;
  const values = Array.from({ length: count }, (_, i) =>
    printed(kind.read(view, data + i * kind.size, type[1] !== '>')),
  );
  const whole = count === size;
  const fortran = /'fortran_order': ?True/.test(header);
  return {
    array: {
      numbers: whole && fortran && shape.length > 1 ? reorder(values, shape) : values,
      places: whole ? [] : values.map((_, i) => i),
      shape: whole ? shape : [count],
      hidden: false,
      cut: !whole,
      ragged: false,
      end: 0,
    },
    end: data + size * kind.size,
  };
}
