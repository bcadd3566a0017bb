// @ts-check
// `npm start`: builds the site and serves it on this machine. PORT chooses the port (4321 unless told).
import { run } from './run.mjs';
import { serve } from './serve.mjs';

const built = await run('astro', ['build'], { ASTRO_TELEMETRY_DISABLED: '1' });
if (built !== 0) process.exit(built);

const wanted = Number(process.env.PORT ?? 4321);
const { url } = await serve('dist', { port: wanted }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.log(`Port ${wanted} is taken; choosing another.`);
  return serve('dist');
});
console.log(`\nGradient Checking, Live is at ${url}\nStop with Ctrl+C.`);
