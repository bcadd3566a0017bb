/** The way from a least example to the playground. */
import { encodeState } from '../playground/share.ts';
import { INITIAL } from '../playground/state.ts';

/** An example as the playground checks it: its f is a loss there. */
export const asProgram = (program: string): string => `${program}\nexport { f as loss, gradient, x };\n`;

/** The fragment of a link that opens the playground with an example; nothing where it is too long for one. */
export async function inPlayground(program: string): Promise<string> {
  const encoded = await encodeState({ ...INITIAL, mode: 'typescript', code: asProgram(program) });
  return encoded.ok ? encoded.fragment : '';
}
