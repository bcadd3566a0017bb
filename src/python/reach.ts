/** Reading and writing Python's memory by address; it is looked at anew each time, as it moves when it grows. */

export interface Reach {
  readonly view: () => DataView;
  readonly bytes: (address: number, length: number) => Uint8Array;
  readonly setInt: (address: number, value: number) => void;
  /** 64 bits. */
  readonly setLong: (address: number, value: number | bigint) => void;
  /** The pieces of memory that a list of addresses and lengths names. */
  readonly pieces: (address: number, count: number) => readonly Uint8Array[];
}

export function reachOf(memory: WebAssembly.Memory): Reach {
  const view = () => new DataView(memory.buffer);
  const bytes = (address: number, length: number) => new Uint8Array(memory.buffer, address, length);
  return {
    view,
    bytes,
    setInt: (address, value) => view().setUint32(address, value, true),
    setLong: (address, value) => view().setBigUint64(address, BigInt(value), true),
    pieces: (address, count) => {
      const list = view();
      return Array.from({ length: count }, (_, i) =>
        bytes(list.getUint32(address + 8 * i, true), list.getUint32(address + 8 * i + 4, true)),
      );
    },
  };
}
