// `npm run lighthouse [page …]`: audits the built pages as a phone sees them and writes docs/lighthouse.json.
// Lighthouse weighs 176 MB, so it is not a dependency: npx fetches it when this is run.
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';
import { serve } from './serve.mjs';

const RECORD = 'docs/lighthouse.json';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const CHROME = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => existsSync(place));

const every = readdirSync('dist', { recursive: true })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('index.html'))
  .map((file) => file.replace(/index\.html$/, ''))
  .sort();
const pages = process.argv.length > 2 ? process.argv.slice(2) : every;
const folder = mkdtempSync(path.join(tmpdir(), 'lighthouse-'));
const { url, close } = await serve('dist');
const results = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};
let below = 0;
for (const page of pages) {
  const file = path.join(folder, 'report.json');
  const flags =
    process.getuid?.() === 0 ? '--chrome-flags=--headless=new --no-sandbox' : '--chrome-flags=--headless=new';
  const code = await run(
    'npx',
    ['--yes', 'lighthouse@13', url + page, '--quiet', '--output=json', `--output-path=${file}`, flags],
    CHROME && { CHROME_PATH: CHROME },
  );
  if (code !== 0) {
    console.log('Lighthouse could not be run. It needs a registry that has it, and Chrome (CHROME_PATH).');
    process.exit(code);
  }
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)]));
  const wanting = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
  );
  results[page || '/'] = scores;
  if (Object.values(scores).some((score) => score < 100)) below += 1;
  console.log(
    `/${page}`.padEnd(40),
    Object.values(scores).join(' '),
    wanting.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`).join('; '),
  );
}
await close();
writeFileSync(RECORD, `${JSON.stringify(results, null, 2)}\n`);
console.log(`${pages.length} pages audited, ${below} with a score below 100; recorded in ${RECORD}`);
