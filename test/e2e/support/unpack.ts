import { chromiumCommand } from './browser.ts';

/** Before all files: unpacks the browser that npm brought, so that two files that run at a time do not both do it. */
export const setup = async (): Promise<void> => void (await chromiumCommand());
