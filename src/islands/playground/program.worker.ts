/** Reads the reader's code off the page's thread: any code may come. */
import { helpFor } from '@/lessons/playground/help.ts';
import { TEST_FILES } from '@/lessons/playground/test-files.ts';
import { answering } from '../run/answering.ts';
import type { Wanted } from './program-reader.ts';

answering(({ help = false, language, code }: Wanted) => (help ? helpFor(code) : TEST_FILES[language](code)));
