import { LinkChecker } from 'linkinator';
import { describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { DIST, pages } from './support/site.ts';

describe('every link', () => {
  // One that leaves the site by a step too many, or starts at the root of the host, leads nowhere below a path alone.
  it('of the site below a path leads somewhere, to its fragment too', async () => {
    const { url, close } = await serve(DIST, { base: '/some/deep/path/' });
    const { links } = await new LinkChecker().check({
      path: url,
      recurse: true,
      checkFragments: true,
      // What others host is not ours to test, and a test must not need a network; what a link puts into the playground
      // stands in its fragment, which is no place there.
      linksToSkip: async (link) => !link.startsWith(url) || link.includes('/playground/#'),
    });
    await close();
    const broken = links.filter(({ state }) => state === 'BROKEN').map(({ url: to, parent }) => `${parent} → ${to}`);
    expect(broken).toEqual([]);
    const reached = new Set(links.filter(({ state }) => state === 'OK').map((link) => link.url.split('#')[0]));
    for (const page of pages()) expect(reached.has(url + page), `/${page} is linked to`).toBe(true);
  });
});
