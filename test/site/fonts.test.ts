import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFonts, recorded } from '../../scripts/fonts.mjs';

describe('the fonts of a first visit', () => {
  it('are what `npm run fonts` cuts out of the whole ones', async () => {
    for (const [name, bytes] of await makeFonts(recorded())) {
      expect(readFileSync(`src/site/styles/fonts/${name}`).equals(bytes), name).toBe(true);
    }
  });
});
