import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const CACHE = path.resolve('node_modules/.cache/chromium');

/**
 * Unpacks the Chromium that npm brought, for machines without a browser of their own. It is built for a bare cloud
 * function, so its libraries are unpacked beside it and it is given a font configuration (without one, any <input>
 * ends it). Its package's own list of flags is not used: that list switches web security off.
 */
export async function bundledChromium(): Promise<{ executablePath: string; environment: Record<string, string> }> {
  mkdirSync(CACHE, { recursive: true });
  process.env['TMPDIR'] = CACHE;
  const { default: chromium, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const packaged = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  await inflate(path.join(packaged, 'al2023.tar.br'));
  setupLambdaEnvironment(path.join(CACHE, 'al2023', 'lib'));
  const executablePath = await chromium.executablePath();
  const fonts = path.join(CACHE, 'fonts');
  mkdirSync(fonts, { recursive: true });
  writeFileSync(
    path.join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${CACHE}/fonts-cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_PATH'] = fonts;
  return { executablePath, environment: process.env as Record<string, string> };
}
