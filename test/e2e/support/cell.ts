import type { Locator, Page } from 'playwright-core';
import { island } from './site.ts';

/** The address of a chapter with a code cell. */
export const CELL_PAGE = 'method/gradient-checker/';

export const CELL = '[data-island="code-cell"]';
/** The buttons, the editor and the output of a cell's program in TypeScript. */
export const PROGRAM = `${CELL} [data-program="typescript"]`;

/** A program of the first code cell of the page, awake. */
export const programOf = async (page: Page, language = 'typescript'): Promise<Locator> =>
  (await island(page, 'code-cell')).locator(`[data-program="${language}"]`);

/** The same with its editor open. */
export async function openCell(page: Page): Promise<Locator> {
  const program = await programOf(page);
  if ((await program.locator('.cm-content').count()) === 0) {
    await program.getByRole('button', { name: 'Edit' }).click();
    await program.locator('.cm-content').waitFor();
  }
  return program;
}

/** Puts a text in place of all that is in the editor, as a paste would. */
export async function setCode(editor: Locator, code: string): Promise<void> {
  const content = editor.locator('.cm-content');
  await content.focus();
  await content.press('ControlOrMeta+a');
  await content.page().keyboard.insertText(code);
}

/** Runs a program in the cell and waits until it has ended; gives what is then printed under it. */
export async function runInCell(page: Page, code: string): Promise<string> {
  const cell = await openCell(page);
  await setCode(cell, code);
  await cell.getByRole('button', { name: 'Run' }).click();
  await cell.getByRole('button', { name: 'Run' }).waitFor({ timeout: 20_000 });
  return cell.locator('[data-output]').innerText();
}

/** Presses Run, and Stop as soon as it is there: on a busy machine the deadline would else pass between two presses. */
export const runAndStop = (cell: Locator): Promise<void> =>
  cell.evaluate(async (root) => {
    const button = (name: string) =>
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name);
    button('Run')!.click();
    while (button('Stop') === undefined) await new Promise((resolve) => setTimeout(resolve));
    button('Stop')!.click();
  });
