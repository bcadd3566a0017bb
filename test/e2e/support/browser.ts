import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';

/** Chromium without the windows and menus around a page: the same engine, which opens a page with a third of the work. */
const SHELLS = ['/usr/bin/chromium-headless-shell'];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // a shell would else round the width of every letter, and break lines elsewhere than the browser of a reader
  '--font-render-hinting=none',
];

/** Chromium refuses to sandbox itself as root; nowhere else is the sandbox given up. */
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

const first = (places: readonly string[]) => places.find((place) => existsSync(place));

/** What `npm ci` brings is a shell too, of Linux for x64. */
const isBundled = process.platform === 'linux' && process.arch === 'x64';

type Command = Required<Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>>;

/**
 * A browser that is already there, else the one that came with `npm ci`.
 *
 * @param whole the browser that readers have, where it is installed, in place of a shell
 */
export async function chromiumCommand({ whole = false } = {}): Promise<Command> {
  const installed =
    process.env['CHROME_PATH'] ??
    (whole ? first(INSTALLED) : (first(SHELLS) ?? (isBundled ? undefined : first(INSTALLED))));
  if (installed !== undefined && process.env['BUNDLED_CHROMIUM'] !== '1')
    return { executablePath: installed, args: [...QUIET, ...asRoot()], env: process.env };
  const { executablePath, environment } = await bundledChromium();
  return { executablePath, args: [...QUIET, ...asRoot(), '--no-zygote', '--disable-dev-shm-usage'], env: environment };
}

export const launch = async (): Promise<Browser> => chromium.launch(await chromiumCommand());
