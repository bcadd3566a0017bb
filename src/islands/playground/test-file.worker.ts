/** Makes the test file of the reader's code off the page's thread, whatever the code is. */
import type { CodeLanguage } from '@/lessons/playground/languages.ts';
import { TEST_FILES } from '@/lessons/playground/test-files.ts';

export interface Wanted {
  readonly language: CodeLanguage;
  readonly code: string;
}

self.addEventListener('message', ({ data: { language, code } }: MessageEvent<Wanted>) => {
  self.postMessage(TEST_FILES[language](code));
});
