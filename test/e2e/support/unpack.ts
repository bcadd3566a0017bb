import { launch } from './browser.ts';

/** Before all files: starts the browser once, so that two files that run at a time do not unpack the same one. */
export const setup = async (): Promise<void> => (await launch()).close();
