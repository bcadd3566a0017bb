type Program = readonly [what: string, code: string];

/** Programs that print `ran`, and more than can be read. */
export const CUT: readonly Program[] = [
  ['a line of 100 million characters', "console.log('x'.repeat(1e8)); console.log('ran');"],
  ['an error of 100 million characters', "console.log('ran'); throw new Error('x'.repeat(1e8));"],
  ['an array of 10 million elements', "console.log(new Array(1e7).fill({ a: ['b'] })); console.log('ran');"],
  ['a nest without an end', "const a: any[] = []; a.push(a, a, a); console.log(a); console.log('ran');"],
  ['a list that says it is longer than any', "console.log(Object.assign([], { length: 4e9 })); console.log('ran');"],
];

/** Programs that throw what can hardly be shown. */
export const THROWN: readonly Program[] = [
  ['an object whose toString throws', 'throw { toString() { throw 1; } };'],
  ['a proxy that refuses everything', 'throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 1; } });'],
  ['an error with getters that throw', "throw Object.defineProperty(new Error(), 'message', { get() { throw 1; } });"],
  ['an error whose stack is a number', "throw Object.assign(new Error('odd'), { stack: 7, name: {} });"],
  ['nothing', 'throw undefined;'],
  ['a symbol', "throw Symbol('x');"],
];
