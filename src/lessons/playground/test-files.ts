import type { CodeLanguage } from './languages.ts';
import { typescriptTestFile } from './program-test-file.ts';
import { pythonTestFile } from './python-test-file.ts';

/** The reader's code as a file of tests, by its language. */
export const TEST_FILES: Readonly<Record<CodeLanguage, (code: string) => string>> = {
  typescript: typescriptTestFile,
  python: pythonTestFile,
};
