/** Reads messages off the page's own thread. */
import type { Question, Reply } from '@/lessons/failure/question.ts';
import { answerTo } from '@/lessons/failure/view.ts';

function replyTo(question: Question): Reply {
  try {
    return { kind: 'read', view: answerTo(question) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  self.postMessage(replyTo(data));
});
