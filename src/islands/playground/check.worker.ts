/** Compiles the code for a check, with exports added for the names that a check needs. Off the page's thread: any code may come. */
import { exporting } from '@/lessons/playground/program.ts';
import { compile } from '@/sandbox/compile.ts';
import { LIMITS } from '@/sandbox/protocol.ts';

self.addEventListener('message', ({ data: code }: MessageEvent<string>) => {
  // a longer one is refused, with its length
  self.postMessage(compile(code.length > LIMITS.code ? code : exporting(code)));
});
