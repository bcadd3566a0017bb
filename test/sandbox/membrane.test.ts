import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behindMembrane, plainCopy } from '@/sandbox/membrane.ts';

const points = fc.oneof(
  fc.double(),
  fc.array(fc.double()),
  fc.array(fc.array(fc.double())),
  fc.array(fc.double()).map((values) => new Float64Array(values)),
  fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.array(fc.double()), fc.float32Array())),
);

describe('a copy through the membrane', () => {
  it('is what it was, and shares nothing with it', () => {
    fc.assert(
      fc.property(points, (x) => {
        const copy = plainCopy(x);
        expect(copy).toEqual(typeof x === 'object' && !Array.isArray(x) && !ArrayBuffer.isView(x) ? { ...x } : x);
        if (typeof x === 'object') expect(copy).not.toBe(x);
      }),
    );
  });

  it('holds no accessor, proxy or class', () => {
    let looks = 0;
    class Own extends Array {}
    const copy = plainCopy({
      a: Object.defineProperty([1, 0], 1, { get: () => ++looks }),
      b: new Proxy([1, 2], { get: (list, key) => (key === '1' ? ++looks : Reflect.get(list, key)) }),
      c: Own.from([1]),
      f: () => 1,
    }) as Record<string, number[]>;
    expect(looks).toBe(2);
    for (const list of [copy['a'], copy['b'], copy['c']]) expect(Object.getPrototypeOf(list)).toBe(Array.prototype);
    expect(Object.getOwnPropertyDescriptor(copy['a'], 1)).toMatchObject({ value: 1 });
    expect(typeof copy['f']).toBe('function');
  });

  it('ends, whatever holds itself or nests without an end', () => {
    const own: unknown[] = [];
    own.push(own, own, own);
    const copy = plainCopy(own) as unknown[];
    expect(copy[0]).toBe(copy);
    const nest = (): unknown => new Proxy([], { get: (_, key) => (key === 'length' ? 1 : nest()) });
    expect(JSON.stringify(plainCopy(nest()))).toMatch(/^\[+0\]+$/);
  });

  it('keeps the name of a class for the sentence that refuses it', () => {
    expect((plainCopy(new Date()) as object).constructor.name).toBe('Date');
    expect((plainCopy(new Int32Array(1)) as object).constructor.name).toBe('Int32Array');
  });
});

describe('a function behind the membrane', () => {
  it('is given a copy, and what it did to it is seen', () => {
    const x = { w: [1, 2], b: new Float64Array([3]) };
    let given: typeof x | undefined;
    const call = behindMembrane((value: unknown) => {
      given = value as typeof x;
      given.w[1] = 7;
      given.b[0] = 8;
      return 1;
    });
    expect(call([x])).toBe(1);
    expect(given).not.toBe(x);
    expect(x).toEqual({ w: [1, 7], b: new Float64Array([8]) });
  });

  it('that returns x, or a part of it, gives the caller its own', () => {
    const x = { w: [1, 2], b: new Float64Array([3]) };
    const result = behindMembrane((value: unknown) => value)([x]) as typeof x;
    expect(result).toBe(x);
    expect((behindMembrane((value: unknown) => ({ b: (value as typeof x).b }))([x]) as typeof x).b.buffer).toBe(
      x.b.buffer,
    );
  });

  it('that returns the same array each time is seen to, and another each time too', () => {
    const kept = [0];
    const same = behindMembrane((x: unknown) => {
      kept[0] = x as number;
      return kept;
    });
    expect(same([1])).toBe(same([2]));
    expect(same([3])).toEqual([3]);
    const fresh = behindMembrane((x: unknown) => [x]);
    expect(fresh([1])).not.toBe(fresh([1]));
  });
});
