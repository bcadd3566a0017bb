import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceField, flagField, integerField, numberField, vectorField } from '@/input/fields.ts';
import { initialState, keptState, readState, writeState } from '@/input/url-state.ts';

const fields = {
  h: numberField(1e-5, { min: 1e-16, max: 1 }),
  n: integerField(10, { min: 1, max: 100 }),
  x: vectorField([1.5, -2.3], 2),
  scheme: choiceField('central', ['forward', 'central', 'five-point']),
  open: flagField(false),
};

describe('the state of a figure in its URL', () => {
  it('is absent while the figure is as it came', () => {
    expect(writeState('', 'step-size', fields, initialState(fields))).toBe('');
  });

  it('comes back as it was written, for any state', () => {
    fc.assert(
      fc.property(
        fc.record({
          h: fc.double({ min: 1e-16, max: 1, noNaN: true }),
          n: fc.integer({ min: 1, max: 100 }),
          x: fc.tuple(
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
          ),
          scheme: fc.constantFrom('forward', 'central', 'five-point'),
          open: fc.boolean(),
        }),
        (state) => {
          // -0 has no spelling of its own in a URL.
          const plain = { ...state, x: state.x.map((v) => (v === 0 ? 0 : v)) };
          // biome-ignore lint/suspicious/noExplicitAny: the generator's types are wider than the fields'.
          const search = writeState('?other=1', 'step-size', fields, plain as any);
          expect(readState(search, 'step-size', fields)).toEqual(plain);
          expect(new URLSearchParams(search).get('other')).toBe('1');
        },
      ),
    );
  });

  it('survives any query without an exception, and every value is of its type', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('i.h', 'i.n', 'i.x', 'i.scheme', 'i.open'), fc.string()), (query) => {
        const state = readState(`?${new URLSearchParams(query)}`, 'i', fields);
        expect(state.h).toBeGreaterThanOrEqual(1e-16);
        expect(state.h).toBeLessThanOrEqual(1);
        expect(Number.isInteger(state.n)).toBe(true);
        expect(state.x).toHaveLength(2);
        expect(['forward', 'central', 'five-point']).toContain(state.scheme);
      }),
    );
  });
});

describe('a state that is read again', () => {
  const before = initialState(fields);

  it('stays the one that was there where it says the same, so that nothing is drawn again', () => {
    expect(keptState(fields, before, { ...before, x: [...before.x] })).toBe(before);
  });

  it('is the new one where a single field differs', () => {
    const next = { ...before, h: 1e-4 };
    expect(keptState(fields, before, next)).toBe(next);
  });
});
