/** The message that a chapter opens with: a sample of the page that reads failures. */
import { loadSample } from './samples.ts';

export const transposed = (await loadSample('gradcheck')).trimEnd().split('\n');
