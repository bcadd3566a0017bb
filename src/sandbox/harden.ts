/**
 * Makes the language's own objects unchangeable, for the whole worker and for good, so that code that runs later cannot
 * alter what code that is there already relies on. The checker shares its worker with the program that it judges.
 *
 * What programs rightly set goes on working: properties of their own objects that are called as inherited ones are
 * (`error.name = …`, `Vector.prototype.toString = …`), subclasses, globals of their own, and `Math.random`.
 */

type Key = string | symbol;

const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, preventExtensions, seal } = Object;
const { ownKeys } = Reflect;
const ARRAYS = Array.prototype;
const { constructor: ARRAY, [Symbol.iterator]: ITERATE } = ARRAYS;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Objects of the language that no name leads to: each is the prototype of one of these, or further up. */
const nameless = (): unknown[] => [
  async () => {},
  function* () {},
  async function* () {},
  (function* () {})(),
  (async function* () {})(),
  [].values(),
  ''[Symbol.iterator](),
  ''.matchAll(/x/g),
  new Map().entries(),
  new Set().entries(),
  globalThis.Iterator?.from({ next: () => ({ done: true, value: undefined }) }),
  globalThis.Iterator && [].values().map(Number),
  globalThis.Intl?.Segmenter && new Intl.Segmenter().segment(''),
  globalThis.Intl?.Segmenter && new Intl.Segmenter().segment('')[Symbol.iterator](),
];

/** All objects that can be reached from these by properties, accessors and prototypes, but for the global one. */
function reachable(roots: readonly unknown[]): Set<object> {
  const found = new Set<object>();
  const queue = [...roots];
  while (queue.length > 0) {
    const next = queue.pop();
    if (!isObject(next) || next === globalThis || found.has(next)) continue;
    found.add(next);
    queue.push(getPrototypeOf(next));
    for (const key of ownKeys(next)) {
      const { value, get, set } = getOwnPropertyDescriptor(next, key) as PropertyDescriptor;
      queue.push(value, get, set);
    }
  }
  return found;
}

/**
 * An object that inherits a read-only property cannot get one of the same name by assignment. An accessor allows that,
 * and does not change itself.
 */
function letHeirsAssign(holder: object, key: Key, property: PropertyDescriptor): void {
  const { value, enumerable = false } = property;
  defineProperty(holder, key, {
    enumerable,
    configurable: false,
    get: () => value,
    set(this: unknown, own: unknown) {
      if (this === holder || !isObject(this))
        throw new TypeError(`Cannot change “${String(key)}” of the language's own objects`);
      defineProperty(this, key, { value: own, writable: true, enumerable: true, configurable: true });
    },
  });
}

const isPrototype = (holder: object): boolean => {
  const made = getOwnPropertyDescriptor(holder, 'constructor')?.value;
  return isObject(made) && getOwnPropertyDescriptor(made, 'prototype')?.value === holder;
};

/**
 * Properties that engines watch to keep arrays and promises fast. If one is defined again, even with the same value, programs
 * run at a fraction of their speed.
 */
const WATCHED = new Set<Key>(['constructor', 'then', 'next', 'length']);
/**
 * Holders from which every object, or every error, inherits. Programs set the watched properties, such as `constructor`, on
 * their own objects, so there they must be assignable all the same.
 */
const ofAll = (holder: object): boolean =>
  holder === Object.prototype || holder === Error.prototype || holder instanceof Error;

function letHeirsAssignAll(holder: object): void {
  for (const key of ownKeys(holder)) {
    const property = getOwnPropertyDescriptor(holder, key) as PropertyDescriptor;
    if (typeof key === 'symbol' || !property.writable || !property.configurable) continue;
    if (ofAll(holder) || !WATCHED.has(key)) letHeirsAssign(holder, key, property);
  }
}

/** Programs may replace the random number generator, to get the same numbers each time. */
function letRandomBeReplaced(): void {
  let random: unknown = Math.random;
  defineProperty(Math, 'random', {
    configurable: false,
    get: () => random,
    set: (own: unknown) => {
      random = own;
    },
  });
}

function close(holder: object): void {
  if (ArrayBuffer.isView(holder)) preventExtensions(holder);
  // sealed, not frozen: beside a frozen prototype engines take a slow way at each `list[i] = …`
  else if (holder === ARRAYS || holder === Object.prototype) seal(holder);
  else freeze(holder);
}

/**
 * Makes unchangeable: the language's own objects, all that `others` leads to, and the global names that are there.
 *
 * @param others further objects that a program is given and that other code relies on
 */
export function harden(others: readonly unknown[] = []): void {
  const globals = ownKeys(globalThis).map(
    (key) => [key, getOwnPropertyDescriptor(globalThis, key) as PropertyDescriptor] as const,
  );
  const named = globals.flatMap(([key, { get, set }]) => [Reflect.get(globalThis, key), get, set]);
  const objects = reachable([...named, getPrototypeOf(globalThis), ...nameless(), ...others]);
  letRandomBeReplaced();
  for (const holder of objects) if (isPrototype(holder)) letHeirsAssignAll(holder);
  for (const holder of objects) close(holder);
  for (const [key, { value, configurable }] of globals)
    if (configurable) defineProperty(globalThis, key, { configurable: false, ...(value && { writable: false }) });
}

/**
 * Whether the two properties that cannot be closed without slowing down every array are unchanged. Code that uses arrays after
 * a program has run asks this first.
 */
export const arraysAreUntouched = (): boolean => ARRAYS.constructor === ARRAY && ARRAYS[Symbol.iterator] === ITERATE;
