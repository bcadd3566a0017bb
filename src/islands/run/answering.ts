/** The script of a worker that answers one question at a time: the other end of `useAsked`. */
import type { Failure } from './use-on-demand.ts';

/** The reply of a worker. An exception is a reply of its own, so that it does not look like a worker that did not load. */
export type Reply<Value> = { readonly kind: 'value'; readonly value: Value } | Failure;

/** Answers each question with what `compute` gives. */
export function answering<Question, Value>(compute: (question: Question) => Value): void {
  const replyTo = (question: Question): Reply<Value> => {
    try {
      return { kind: 'value', value: compute(question) };
    } catch (error) {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  };
  self.addEventListener('message', ({ data }: MessageEvent<Question>) => self.postMessage(replyTo(data)));
}
