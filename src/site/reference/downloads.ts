/** What the reader may take home, weighed while the site is built. */
import { DOWNLOADS, download, gzipSize } from './take-home.ts';

const DOES: Readonly<Record<string, string>> = {
  checker: 'The textbook check, and the verdicts of the production check with error bars.',
  'checker-full': 'All of it: names of bugs, reports in English, the check along directions.',
};

export const downloads = await Promise.all(
  DOWNLOADS.map(async (each) => {
    const { script } = await download(each);
    return { name: each.name, kilobytes: gzipSize(script) / 1000, does: DOES[each.name] };
  }),
);
