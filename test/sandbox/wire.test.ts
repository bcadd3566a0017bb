import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '@/sandbox/wire.ts';

describe('a message on the wire', () => {
  it('arrives as it was sent, with NaN, infinities, -0 and every character', () => {
    const leaf = fc.oneof(
      fc.double(),
      fc.boolean(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('~NaN', '-0', '~~', '~'),
    );
    const message = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.oneof(leaf, fc.array(leaf)),
    );
    fc.assert(
      fc.property(message, (sent) => {
        expect(unpack(pack(sent))).toEqual({ ...sent });
      }),
    );
  });

  it.each([undefined, 1, {}, [], '', '{', '[1', '['.repeat(100_000), 'undefined'])('%s is no message', (text) => {
    expect(unpack(text)).toBeUndefined();
  });
});
