import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import vm from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';

const source = stripTypeScriptTypes(readFileSync('src/sandbox/harden.ts', 'utf8')).replace(/^export /gm, '');

/** A realm of its own, closed, with a function given to it that stands for one of the checker's. */
let run: (code: string) => unknown;

beforeEach(() => {
  const realm = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext(`${source}\nvar given = class Given { static list = [1]; }; harden([given]);`, realm);
  run = (code) => vm.runInContext(`'use strict';${code}`, realm);
});

describe('a realm that is closed', () => {
  it.each([
    'Array.prototype.map = () => []',
    'Array.prototype.extra = 1',
    'Array.prototype[0] = 1',
    'Object.prototype.then = () => {}',
    'Object.prototype.toString = () => ""',
    'Object.defineProperty(Object.prototype, "valueOf", { value: 1 })',
    'Math.abs = () => 0',
    'delete Math.abs',
    'Math = {}',
    'Array = null',
    'Array.from = () => []',
    'Object.setPrototypeOf(Array.prototype, {})',
    'Object.getPrototypeOf([].values()).next = () => ({ done: true })',
    'Object.getPrototypeOf(function* () {}).prototype.next = 1',
    'Object.getPrototypeOf(async () => {}).call = 1',
    'Object.getPrototypeOf(Float64Array).from = 1',
    'Error.prepareStackTrace = () => 1',
    'Promise.prototype.then = () => {}',
    'given.list.push(2)',
    'given.prototype.extra = 1',
  ])('does not let %s', (change) => {
    expect(() => run(`${change};`)).toThrow(/Cannot|not extensible|read only|redefine|delete|not writable/);
  });

  it.each([
    ['an error its name', 'const e = new Error("m"); e.name = "Own"; return String(e)', 'Own: m'],
    ['a class its methods', 'class P extends Array { map() { return "own" } } return new P().map()', 'own'],
    [
      'an old class its toString',
      'function P() {} P.prototype.toString = () => "P"; P.prototype.constructor = 1; return String(new P())',
      'P',
    ],
    ['an object what it inherits', 'const o = {}; o.toString = () => "o"; return o + Object.keys(o)', 'otoString'],
    ['an array a method', 'const a = [1]; a.map = 2; return a.map', 2],
    ['a program its random numbers', 'Math.random = () => 0.5; return Math.random()', 0.5],
    ['a program a global', 'globalThis.own = 1; return own', 1],
  ])('lets %s', (_, code, gives) => {
    expect(run(`(() => { ${code}; })()`)).toBe(gives);
  });

  it('tells when what it leaves open was replaced', () => {
    expect(run('arraysAreUntouched()')).toBe(true);
    run('Array.prototype.constructor = Object;');
    expect(run('arraysAreUntouched()')).toBe(false);
    run('Array.prototype.constructor = Array;');
    expect(run('arraysAreUntouched()')).toBe(true);
    run('Array.prototype[Symbol.iterator] = () => {};');
    expect(run('arraysAreUntouched()')).toBe(false);
  });
});
