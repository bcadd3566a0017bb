/** Where a part was placed: enough to place it there again. */
export interface Place {
  readonly path: string;
  readonly memoryBase: number;
  readonly tableBase: number;
  readonly stack: number;
}

/** A started machine at rest, but for the bytes of its memory. */
export interface Layout {
  readonly pages: number;
  readonly tableSize: number;
  readonly placed: readonly Place[];
  /** Table slots that were given to functions, by `name` or, where one library was asked, `handle:name`. */
  readonly slots: readonly (readonly [name: string, slot: number])[];
  /** Addresses and table slots of the C library's names. */
  readonly pointers: readonly (readonly [name: string, pointer: number])[];
}
