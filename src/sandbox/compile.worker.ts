/** Compiles off the page's own thread: the type stripper takes exponential time over some short programs. */
import { compile } from './compile.ts';

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  self.postMessage(compile(data));
});
