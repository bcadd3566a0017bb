import { execFileSync } from 'node:child_process';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** The date of the last commit that touched a file; nothing where there is no history (an unpacked archive). */
function lastCommitDate(file: string): Date | undefined {
  try {
    const stamp = execFileSync('git', ['log', '-1', '--format=%cI', '--', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return stamp === '' ? undefined : new Date(stamp);
  } catch {
    return undefined;
  }
}

/** Starlight looks for dates below src/content/docs alone; the chapters of this site are in content/. */
export const onRequest = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const updated = route.entry.filePath === undefined ? undefined : lastCommitDate(route.entry.filePath);
  if (updated !== undefined) route.lastUpdated = updated;
});
