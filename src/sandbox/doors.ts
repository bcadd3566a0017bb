/**
 * What a program finds in its worker: the language, timers, a clock, copies and text. All else is a door that leads out,
 * or goes on after the program has been ended, as a shader on an OffscreenCanvas does.
 */
export const KEPT: ReadonlySet<string> = new Set(
  `globalThis self Infinity NaN undefined
  isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
  Object Function Boolean Symbol Number BigInt Math Date Temporal String RegExp Intl JSON Reflect Proxy
  Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
  Array ArrayBuffer DataView Float16Array Float32Array Float64Array BigInt64Array BigUint64Array
  Int8Array Int16Array Int32Array Uint8Array Uint8ClampedArray Uint16Array Uint32Array
  Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Promise DisposableStack AsyncDisposableStack
  setTimeout clearTimeout setInterval clearInterval queueMicrotask
  performance structuredClone TextEncoder TextDecoder atob btoa`.split(/\s+/),
);

/** Removes from a global object, and from the objects that it inherits from, everything that is not kept. */
export function closeDoors(scope: object, kept: ReadonlySet<string> = KEPT): void {
  for (
    let holder: object | null = scope;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const key of Reflect.ownKeys(holder)) {
      if (typeof key === 'string' && !kept.has(key)) Reflect.deleteProperty(holder, key);
    }
  }
}
