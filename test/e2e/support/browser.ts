import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';

const INSTALLED = [
  process.env['CHROME_PATH'],
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
];

/** Chromium refuses to sandbox itself as root; nowhere else is the sandbox given up. */
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** A browser that is already there, else the one that came with `npm ci`. */
export async function chromiumCommand(): Promise<Required<Pick<LaunchOptions, 'executablePath' | 'args' | 'env'>>> {
  const installed = INSTALLED.find((place) => place !== undefined && existsSync(place));
  if (installed !== undefined && process.env['BUNDLED_CHROMIUM'] !== '1')
    return { executablePath: installed, args: [...QUIET, ...asRoot()], env: process.env };
  const { executablePath, environment } = await bundledChromium();
  return { executablePath, args: [...QUIET, ...asRoot(), '--no-zygote', '--disable-dev-shm-usage'], env: environment };
}

export const launch = async (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ ...(await chromiumCommand()), ...options });
