/** What the playground's two editors of code have in their own way. */
import { typescriptTestFile } from './program-test-file.ts';
import { pythonTestFile } from './python-test-file.ts';
import type { PlaygroundState } from './state.ts';
import { PYTHON_TEMPLATES, TEMPLATES, type Template } from './templates.ts';

export type CodeLanguage = Exclude<PlaygroundState['mode'], 'formula'>;

export interface LanguageOfCode {
  readonly name: string;
  /** The fields of the state that hold the code, and how long it may run. */
  readonly field: 'code' | 'python';
  readonly deadline: 'deadline' | 'pythonDeadline';
  readonly templates: readonly Template[];
  readonly testFile: (code: string) => string;
}

export const LANGUAGES: Readonly<Record<CodeLanguage, LanguageOfCode>> = {
  typescript: {
    name: 'TypeScript',
    field: 'code',
    deadline: 'deadline',
    templates: TEMPLATES,
    testFile: typescriptTestFile,
  },
  python: {
    name: 'Python',
    field: 'python',
    deadline: 'pythonDeadline',
    templates: PYTHON_TEMPLATES,
    testFile: pythonTestFile,
  },
};
