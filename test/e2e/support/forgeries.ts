/**
 * Programs whose gradient is wrong, and that try to be judged right. Each does so in `begin`, before the exports, or in a loss
 * or a gradient of its own; a part that it leaves out is taken from a plain pair whose second element is wrong.
 */
export interface Forgery {
  readonly name: string;
  readonly begin?: string;
  readonly loss?: string;
  readonly gradient?: string;
  readonly x?: string;
  readonly end?: string;
}

export const programOf = ({ begin = '', loss, gradient, x, end = '' }: Forgery): string => `${begin}
export const x: any = ${x ?? '[1, 2]'};
export const loss: any = ${loss ?? '(x: any) => x[0] ** 2 + x[1] ** 2'};
export const gradient: any = ${gradient ?? '(x: any) => [2 * x[0], 3 * x[1]]'};
${end}`;

/** Declared outside of every function, it would exist before anything else. Plain JavaScript, since no compiler sees it. */
const SET_OF_ITS_OWN = `function Set(items) {
  const map = new Map();
  for (const item of items || []) map.set(item, item);
  Object.defineProperty(map, Symbol.iterator, { value: map.keys });
  Object.defineProperty(map, 'add', { value: (item) => (map.set(item, item), map) });
  const root = globalThis;
  if (root.planted) return map;
  root.planted = 1;
  const write = JSON.stringify;
  const report = { verdict: 'pass', findings: [], elements: [], groups: [], ranking: [], evaluations: 1, gradientEvaluations: 1, value: 1, noise: 0, relativeFloor: 0, detectable: { worst: 0, median: 0 } };
  JSON.stringify = (m, replace) => write(m.kind === 'result' ? { ...m, result: { report, size: 2, text: 'PASS' } } : m, replace);
  return map;
}`.replaceAll('\n', ' ');

/** The language's own objects that the checker uses, each with the properties that a program would change. */
const INTRINSICS = `
const root: any = globalThis;
const up = (o: any) => Object.getPrototypeOf(o);
const holders: Record<string, any> = {
  Object, ObjectPrototype: Object.prototype, Function, FunctionPrototype: Function.prototype,
  Array, ArrayPrototype: Array.prototype, Number, NumberPrototype: Number.prototype, Math, JSON, Reflect,
  String, StringPrototype: String.prototype, Symbol, SymbolPrototype: Symbol.prototype, Boolean,
  Map, MapPrototype: Map.prototype, Set, SetPrototype: Set.prototype, WeakMapPrototype: WeakMap.prototype,
  Promise, PromisePrototype: Promise.prototype, Error, ErrorPrototype: Error.prototype, TypeErrorPrototype: TypeError.prototype,
  Float64Array, Float64ArrayPrototype: Float64Array.prototype, Float32Array, TypedArray: up(Float64Array), TypedArrayPrototype: up(Float64Array.prototype),
  ArrayBufferPrototype: ArrayBuffer.prototype, RegExpPrototype: RegExp.prototype, DatePrototype: Date.prototype,
  IteratorPrototype: up(up([].values())), ArrayIteratorPrototype: up([].values()), MapIteratorPrototype: up(new Map().entries()),
  SetIteratorPrototype: up(new Set().values()), StringIteratorPrototype: up(''[Symbol.iterator]()), MatchAllPrototype: up(''.matchAll(/x/g)),
  AsyncFunctionPrototype: up(async () => {}), AsyncFunction: (async () => {}).constructor, GeneratorFunctionPrototype: up(function* () {}),
  GeneratorPrototype: up(up((function* () {})())), AsyncGeneratorPrototype: up(up((async function* () {})())),
  performance: up(performance), root, structuredClone, setTimeout,
};`;

/** Tries to change everything in every way; prints each that could be, and goes on. */
export const CHANGE_EVERYTHING = `${INTRINSICS}
const mayBe = new Set(['ArrayPrototype.constructor', 'ArrayPrototype.Symbol(Symbol.iterator)', 'ArrayPrototype.length', 'Math.random']);
let tried = 0;
for (const [name, holder] of Object.entries(holders)) {
  for (const key of Reflect.ownKeys(holder)) {
    const label = name + '.' + String(key);
    const before = Reflect.getOwnPropertyDescriptor(holder, key)!;
    if (mayBe.has(label) || (name === 'root' && before.configurable)) continue;
    tried += 1;
    const evil = () => 1;
    for (const way of [
      () => { holder[key] = evil; },
      () => { Object.defineProperty(holder, key, { value: evil }); },
      () => { Object.defineProperty(holder, key, { get: evil }); },
      () => { delete holder[key]; },
      () => { holder.__defineGetter__(key, evil); },
      () => { Object.assign(holder, { [key]: evil }); },
    ]) { try { way(); } catch { /* refused */ } }
    const after: any = Reflect.getOwnPropertyDescriptor(holder, key);
    if (!after || (['value', 'get', 'set'] as const).some((part) => !Object.is(after[part], before[part]))) console.log('CHANGED', label);
  }
  if (name === 'root') continue;
  for (const way of [
    () => Object.setPrototypeOf(holder, { then: 1 }),
    () => { holder.planted = 1; },
    () => { holder[0] = 1; },
    () => { Object.defineProperty(holder, 'toJSON', { value: () => 1 }); },
    () => { Object.defineProperty(holder, Symbol.toPrimitive, { value: () => 1 }); },
  ]) { const proto = up(holder); try { way(); } catch { continue; } if (up(holder) !== proto || Object.hasOwn(holder, 'planted') || Object.hasOwn(holder, 0) || Object.hasOwn(holder, 'toJSON')) console.log('PLANTED', name); }
}
console.log(tried > 400 ? 'tried' : 'tried only ' + tried);`;

/** Wrong pairs that try to be called right. */
export const FORGERIES: readonly Forgery[] = [
  {
    name: 'methods of arrays, numbers and Math in its own words',
    begin: `for (const [o, key, value] of [
  [Array.prototype, 'map', function (this: any) { return this; }], [Array.prototype, 'filter', () => []], [Array.prototype, 'push', () => 0],
  [Array.prototype, 'sort', () => []], [Array.prototype, 'some', () => false], [Array.prototype, 'every', () => true], [Math, 'abs', () => 0],
  [Math, 'max', () => 0], [Number, 'isFinite', () => true], [Object, 'is', () => true], [JSON, 'stringify', () => '{}'],
] as any) { try { o[key] = value; } catch { } try { Object.defineProperty(o, key, { value }); } catch { } }`,
  },
  {
    name: 'the constructor of arrays, kept and given back',
    begin: `class Own extends Array { }
let armed = false;
const arm = () => { try { (Array.prototype as any).constructor = { [Symbol.species]: function (n: number) { return armed ? [] : new Array(n); } }; } catch { } armed = true; };`,
    gradient: '(x: any) => { arm(); return [2 * x[0], 3 * x[1]]; }',
  },
  {
    name: 'how arrays are iterated, from within a value that is read',
    begin: `const own = Array.prototype[Symbol.iterator];
const evil = function* (this: any) { for (let i = 0; i < this.length; i++) yield typeof this[i] === 'number' ? 0 : this[i]; };`,
    gradient:
      '(x: any) => Object.defineProperty([2 * x[0], 0], 1, { get() { try { (Array.prototype as any)[Symbol.iterator] = evil; } catch { } return 3 * x[1]; } })',
  },
  {
    name: 'a proxy that answers each look differently',
    gradient:
      '(x: any) => { let looks = 0; return new Proxy([2 * x[0], 3 * x[1]], { get: (t: any, k) => (k === "1" ? (looks++ % 2 ? 2 * x[1] : 3 * x[1]) : t[k]) }); }',
  },
  {
    name: 'numbers that are objects',
    gradient:
      '(x: any) => [2 * x[0], { valueOf: () => 2 * x[1], toJSON: () => 1, [Symbol.toPrimitive]: () => 2 * x[1] }]',
  },
  {
    name: 'an array class of its own',
    begin: `class Own extends Array { map() { return [2, 4] as any; } every() { return true; } slice() { return [2, 4] as any; } *[Symbol.iterator]() { yield 2; yield 4; } }`,
    gradient: '(x: any) => Own.from([2 * x[0], 3 * x[1]])',
  },
  {
    name: 'x turned into accessors and proxies',
    loss: `(x: any) => { const v = x[0] ** 2 + x[1] ** 2; try { Object.setPrototypeOf(x, new Proxy({}, { get: () => () => [] })); Object.defineProperty(x, 1, { get: () => 2 }); } catch { } return v; }`,
    gradient: `(x: any) => { const g = [2 * x[0], 3 * x[1]]; try { Object.defineProperty(x, 'length', { value: 2, writable: false }); Object.freeze(x); } catch { } return g; }`,
  },
  {
    name: 'a point that is a proxy',
    x: 'new Proxy([1, 2], { get: (t: any, k) => (k === "length" ? 2 : k === "1" ? 0 : t[k]), getPrototypeOf: () => Array.prototype })',
    gradient: '(x: any) => [2 * x[0], 3 * x[1] + 1]',
  },
  {
    name: 'thenables and promises',
    begin: `try { (Object.prototype as any).then = function (done: any) { done({ verdict: 'pass' }); }; } catch { }
try { (Promise.prototype as any).then = function () { return this; }; } catch { }
module.exports.then = (done: any) => done({ loss: () => 0, gradient: () => [0, 0], x: [1, 2] });`,
  },
  {
    name: 'the stack of an error',
    begin: `const seen: any[] = [];
try { (Error as any).prepareStackTrace = (_: any, frames: any[]) => { for (const f of frames) { seen.push(f.getFunction?.(), f.getThis?.()); } return frames; }; } catch { }
const look = () => { try { const e: any = {}; (Error as any).captureStackTrace?.(e); for (const f of e.stack ?? []) if (typeof f === 'object') { seen.push(f.getThis(), f.getFunction()); } } catch { } };`,
    loss: `(x: any) => { look(); for (const f of seen) if (typeof f === 'function') { try { f({ kind: 'result' }); } catch { } } return x[0] ** 2 + x[1] ** 2; }`,
  },
  {
    name: 'who called, and with what',
    loss: `function loss(this: any, x: any) { try { (loss as any).caller.arguments[0] = null; } catch { } try { (this as any).verdict = 'pass'; } catch { } return x[0] ** 2 + x[1] ** 2; }`,
    gradient: `function gradient(this: any, x: any) { try { (gradient as any).caller.caller(null); } catch { } if (this !== undefined) console.log('THIS'); return [2 * x[0], 3 * x[1]]; }`,
  },
  {
    name: 'what the checker it imports is made of',
    begin: `import * as checker from 'checker';
const all: any[] = Object.values(checker as any);
for (const each of all) for (const o of [each, each?.prototype]) { if (!o) continue; try { o.planted = 1; console.log('PLANTED'); } catch { } try { Object.setPrototypeOf(o, null); if (Object.getPrototypeOf(o) === null) console.log('PLANTED'); } catch { } }
for (const key of Object.keys(checker)) { try { (checker as any)[key] = () => ({ verdict: 'pass' }); } catch { } }
try { (checker as any).CheckError.prototype.name = 'x'; (checker as any).CheckError[Symbol.hasInstance] = () => true; } catch { }`,
  },
  {
    name: 'a global of the same name',
    begin: `const root: any = globalThis;
for (const name of ['Array', 'Math', 'Object', 'Number', 'Float64Array', 'Map', 'Set', 'JSON', 'Symbol', 'Error', 'Promise', 'Reflect', 'String', 'undefined', 'NaN', 'isFinite', 'structuredClone'])
  { try { root[name] = new Proxy({}, { get: () => () => 0 }); } catch { } try { Object.defineProperty(root, name, { get: () => null }); } catch { } }
try { Object.setPrototypeOf(root, new Proxy({}, { has: () => true, get: () => () => 0 })); } catch { }`,
  },
  {
    name: 'messages of its own, by every way that sends',
    begin: `const root: any = globalThis;
for (const name of ['postMessage', 'dispatchEvent', 'MessageChannel', 'BroadcastChannel', 'MessageEvent', 'Event', 'EventTarget', 'close', 'onmessage', 'reportError', 'onerror'])
  for (const holder of [root, Object.getPrototypeOf(root), Object.getPrototypeOf(Object.getPrototypeOf(root))]) { try { holder[name]({ kind: 'result' }); console.log('SENT', name); } catch { } }
root.onmessage = (e: any) => console.log('HEARD', e.data?.token);
root.onerror = () => true;`,
  },
  {
    name: 'the program defined anew',
    begin: `try { (globalThis as any).__define(async (_r: any, m: any) => { m.exports = { x: [1], loss: (x: any) => x[0], gradient: () => [1] }; }); } catch { }
try { Object.defineProperty(globalThis, '__define', { value: () => { } }); } catch { }`,
  },
  {
    name: 'a thrown value that runs when it is looked at',
    loss: `(() => { let calls = 0; return (x: any) => { if (++calls === 9) throw new Proxy(new Error('x'), { get(t: any, k) { try { (Array.prototype as any).constructor = class { static get [Symbol.species]() { return class { length = 0; }; } }; } catch { } return t[k]; } }); return x[0] ** 2 + x[1] ** 2; }; })()`,
  },
  {
    name: 'its deadline, by an error late and a promise that is kept',
    begin: `setTimeout(() => { throw new Error('PASS: all elements agree'); }, 0);
Promise.reject(new Error('PASS'));
queueMicrotask(() => { throw 'PASS'; });`,
  },
  {
    name: 'records with keys of the language',
    x: "({ w: [1, 2], ['const' + 'ructor']: [1] })",
    loss: "(x: any) => x.w[0] ** 2 + x.w[1] ** 2 + x['const' + 'ructor'][0] ** 2",
    gradient:
      "(x: any) => ({ w: [2 * x.w[0], 3 * x.w[1]], ['const' + 'ructor']: [2], __proto__: { verdict: 'pass' } })",
  },
  {
    name: 'a way out of its function, by what is a regular expression to the compiler alone',
    end: `function begin() { return await /1}}); ${SET_OF_ITS_OWN} (async () => { { 1/g }\n`,
  },
  {
    name: 'a way out of its function, by what is a comment without its types',
    end: `1 /<any>/x/.y; (() => {\n}); ${SET_OF_ITS_OWN} (async () => {\n1 /<any>/x/; })\n`,
  },
  {
    name: 'a gradient that is longer than anything, or cut off while it is read',
    gradient:
      '(x: any) => { const g: any = [2 * x[0], 3 * x[1]]; return new Proxy(g, { get: (t, k) => { if (k === "0") t.length = 1; return t[k]; } }); }',
  },
];

/** What programs rightly do to what they inherit, and what each prints. */
export const RIGHTFUL: readonly { readonly name: string; readonly code: string; readonly prints: string }[] = [
  {
    name: 'classes of its own',
    code: `class Vector extends Array { sum() { return this.reduce((s: number, v: number) => s + v, 0); } get constructorName() { return this.constructor.name; } }
class Own extends Float64Array { norm() { return Math.hypot(...this); } }
class Failure extends Error { constructor(m: string) { super(m); this.name = 'Failure'; this.message = m + '!'; } }
const v = Vector.from([1, 2, 3]) as Vector;
console.log(v.sum(), v.map((a: number) => 2 * a) instanceof Vector, v.constructorName, new Own([3, 4]).norm());
try { throw new Failure('oh'); } catch (e: any) { console.log(e.name, e.message, e instanceof Failure, String(e)); }`,
    prints: '6 true Vector 5\nFailure oh! true Failure: oh!',
  },
  {
    name: 'objects in the old way',
    code: `function Point(this: any, x: number) { this.x = x; }
Point.prototype.toString = function () { return 'Point ' + this.x; };
Point.prototype.valueOf = function () { return this.x; };
Point.prototype.hasOwnProperty = () => true;
function Sub(this: any, x: number) { (Point as any).call(this, x); }
Sub.prototype = Object.create(Point.prototype);
Sub.prototype.constructor = Sub;
const p: any = new (Sub as any)(4);
console.log(String(p), p + 1, p.constructor === Sub, p.hasOwnProperty('nothing'));
const e: any = new Error('a'); e.name = 'Mine'; e.toString = () => 'text'; console.log(String(e), e.name);
const o: any = {}; o.toString = () => 'o'; o.constructor = 1; o.valueOf = () => 7; console.log(String(o), +o, o.constructor, Object.keys(o).length);
const f: any = () => 1; f.toString = () => 'f'; f.cache = new Map(); f.call = 2; console.log(String(f), f.call);
const a: any = [1]; a.push = () => 'own'; a.extra = 1; console.log(a.push(), a.length);
const n = Object.create(null); n.toString = 1; n.__proto__ = 2; console.log(Object.keys(n).join());`,
    prints: 'Point 4 5 true true\ntext Mine\no 7 1 3\nf 2\nown 1\ntoString,__proto__',
  },
  {
    name: 'globals, random numbers and tools of its own',
    code: `const root: any = globalThis;
root.kept = 1; (globalThis as any).other = 2; console.log(root.kept + root.other);
let seed = 1; Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647; console.log(Math.random() < 1e-4, Math.random() > 0.1);
const log = console.log; console.log = (...a: unknown[]) => log('mine', ...a); console.log(1); console.log = log;
const memo = new Map<string, number>(); memo.set('a', 1); (memo as any).label = 'm'; console.log(memo.get('a'), (memo as any).label);
const { a, ...rest } = { a: 1, b: 2, c: 3 }; console.log([...Object.values(rest), ...new Set([1, 1])].join(), a);
console.log([3, 1, 2].toSorted?.().join() ?? '1,2,3', 'x1y2'.replace(/\\d/g, (d) => String(+d + 1)), [..."aé"].length, JSON.stringify({ n: [1.5, null] }));
await new Promise((done) => setTimeout(done, 1)); console.log(structuredClone({ a: new Float64Array([1]) }).a[0]);
function* g() { yield 1; yield* [2, 3]; } console.log([...g()].join(), Math.max(...g()));
for await (const v of (async function* () { yield 5; })()) console.log(v);
const proxy = new Proxy({} as any, { get: (_, k) => String(k) }); console.log(proxy.anything, Reflect.ownKeys({ z: 1 }).length);`,
    prints: '3\ntrue true\nmine 1\n1 m\n2,3,1 1\n1,2,3 x2y3 2 {"n":[1.5,null]}\n1\n1,2,3 3\n5\nanything 1',
  },
];
