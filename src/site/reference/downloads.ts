/** What the reader may take home, weighed while the site is built. */
import { DOWNLOADS, download } from './take-home.ts';

export const downloads = await Promise.all(
  DOWNLOADS.map(async (each) => {
    const { size } = await download(each);
    return { name: each.name, does: each.does, saved: size.saved / 1000, minified: size.minified / 1000 };
  }),
);
