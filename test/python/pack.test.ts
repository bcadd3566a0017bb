import { describe, expect, it } from 'vitest';
import { makePackedPython, RECORDED, sha256 } from '@/site/python/packed-python.ts';

describe('the file that holds Python', () => {
  it('is the same byte for byte wherever it is made, and at most 5 MB', () => {
    const made = makePackedPython();
    expect({ sha256: sha256(made), bytes: made.length }).toEqual(RECORDED);
    expect(made.length).toBeLessThan(5_000_000);
  });
});
