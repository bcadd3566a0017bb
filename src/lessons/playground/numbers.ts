/** What the playground opens with, computed while the site is built: mathjs and KaTeX load with the first key typed. */
import { formulaPage } from './formula-page.ts';
import { INITIAL } from './state.ts';

const { answer } = formulaPage(INITIAL);
if (!answer.ok) throw new Error(`The playground's example cannot be read: ${answer.error.message}`);

export const first = answer;
