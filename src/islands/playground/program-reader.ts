import type { CodeLanguage } from '@/lessons/playground/languages.ts';

/** Questions about the reader's code: its test file, or suggestions for what it lacks. */
export interface Wanted {
  readonly help?: boolean;
  readonly language: CodeLanguage;
  readonly code: string;
}

/** The worker that reads programs. */
export const PROGRAM_READER = {
  open: () => new Worker(new URL('./program.worker.ts', import.meta.url), { type: 'module' }),
  patience: 8000,
  late: 'it took too long',
};
