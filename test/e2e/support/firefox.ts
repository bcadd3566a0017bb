import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const INSTALLED = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'];

export const firefoxPath = INSTALLED.find((place) => place !== undefined && existsSync(place));

/** Firefox as it is installed, driven over WebDriver BiDi. */
export const launchFirefox = (): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    // no request of its own while a test counts requests
    extraPrefsFirefox: {
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
