/** What the figure of the front page opens with, computed while the site is built. */
import { runLiveCheck } from './model.ts';
import { fields } from './state.ts';

export const first = runLiveCheck(fields.bug.initial);
