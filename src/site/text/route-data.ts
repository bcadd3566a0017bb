import { execFileSync } from 'node:child_process';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { course } from './chapters.ts';

/** The date of the last commit that touched each chapter; empty where there is no history (an unpacked archive). */
function lastCommits(): ReadonlyMap<string, Date> {
  const dates = new Map<string, Date>();
  let date = new Date(Number.NaN);
  try {
    const log = execFileSync('git', ['log', '--format=%n%cI', '--name-only', '--relative', '--', 'content'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for (const line of log.split('\n')) {
      if (line.startsWith('content/')) dates.set(line, dates.get(line) ?? date);
      else if (line !== '') date = new Date(line);
    }
  } catch {}
  return dates;
}

const updated = lastCommits();

/**
 * Gives every chapter its date and its number. Starlight looks for dates below src/content/docs alone; the chapters of
 * this site are in content/.
 */
export const onRequest = defineRouteMiddleware(async ({ locals: { starlightRoute: route } }) => {
  route.lastUpdated = updated.get(route.entry.filePath ?? '') ?? route.lastUpdated;
  const numbers = new Map((await course()).flatMap((part) => part.chapters).map((each) => [each.title, each.number]));
  for (const group of route.sidebar) {
    if (group.type !== 'group') continue;
    for (const link of group.entries) if (link.type === 'link') link.attrs['data-chapter'] = numbers.get(link.label);
  }
});
