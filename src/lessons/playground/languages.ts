/** The differences between the playground's two code editors. */
import type { PlaygroundState } from './state.ts';
import { PYTHON_TEMPLATES, TEMPLATES, type Template } from './templates.ts';

export type CodeLanguage = Exclude<PlaygroundState['mode'], 'formula'>;

export interface LanguageOfCode {
  readonly name: string;
  /** The fields of the state that hold the code, and how long it may run. */
  readonly field: 'code' | 'python';
  readonly deadline: 'deadline' | 'pythonDeadline';
  readonly templates: readonly Template[];
}

export const LANGUAGES: Readonly<Record<CodeLanguage, LanguageOfCode>> = {
  typescript: {
    name: 'TypeScript',
    field: 'code',
    deadline: 'deadline',
    templates: TEMPLATES,
  },
  python: {
    name: 'Python',
    field: 'python',
    deadline: 'pythonDeadline',
    templates: PYTHON_TEMPLATES,
  },
};
