import { createHash } from 'node:crypto';
import type { Transform } from './built.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const isData = (attributes: string) => /type="application\/(?:ld\+)?json"/.test(attributes);

/** Hashes of every inline script of a page, so that no other inline script can run in it. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (!isData(attributes)) hashes.add(sha256(text));
  }
  return [...hashes].sort();
}

/** Writes the page's policy into its head. `extraScripts` are the texts of scripts that the page itself creates. */
export const contentSecurityPolicy =
  (...extraScripts: readonly string[]): Transform =>
  (html) => {
    const hashes = [...new Set([...inlineScriptHashes(html), ...extraScripts.map(sha256)])];
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`.trim(),
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self' blob:",
      // the sandbox's frame comes from no address
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; ');
    return html.replace(
      /<meta charset="utf-8"\s*\/?>/i,
      (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    );
  };
