/** A million elements, one of them wrong, and the search that names it. Takes seconds: for build time. */
import { type Found, search } from './search.ts';

const N = 1_000_000;
/** No round number, so that no halving finds it by luck. */
const WRONG = 271_828;

export const millionFound = (): Found => search({ n: N, wrong: [WRONG], share: 0.5 });
