import { deflateRawSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { setCode } from './cell.ts';
import { island } from './site.ts';

export const PLAYGROUND = 'tools/playground/';

/** A fragment that opens the playground in a state; what is left out is as in the example. */
export const link = (state: Record<string, unknown>): string =>
  `#v2=j${Buffer.from(JSON.stringify(state)).toString('base64url')}`;

/** The same, packed, for a state that would be too long. */
export const packedLink = (state: Record<string, unknown>): string =>
  `#v2=z${deflateRawSync(JSON.stringify(state)).toString('base64url')}`;

export const playground = (page: Page): Promise<Locator> => island(page, 'playground');

/** The playground in TypeScript mode with its editor open. */
export async function typescript(page: Page): Promise<Locator> {
  const figure = await playground(page);
  await figure.getByText('TypeScript', { exact: true }).click();
  await figure.locator('.cm-content').waitFor();
  return figure;
}

/** Puts code into the editor, presses Check once, and waits until the run has ended. */
export async function check(figure: Locator, code: string): Promise<void> {
  await setCode(figure, code);
  await pressCheck(figure);
}

export async function pressCheck(figure: Locator): Promise<void> {
  const button = figure.getByRole('button', { name: 'Check', exact: true });
  await button.click();
  await button.waitFor({ timeout: 30_000 });
}
