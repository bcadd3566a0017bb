/** Compiles what is to be checked: the code, with what a check needs exported. Off the page's thread, whatever the code is. */
import { exporting } from '@/lessons/playground/program.ts';
import { compile } from '@/sandbox/compile.ts';
import { LIMITS } from '@/sandbox/protocol.ts';

self.addEventListener('message', ({ data: code }: MessageEvent<string>) => {
  // a longer one is refused, with its length
  self.postMessage(compile(code.length > LIMITS.code ? code : exporting(code)));
});
