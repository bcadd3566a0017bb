/** Runs both checks away from the page: the directions for every n, then the textbook check where that ends in seconds. */
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { textbookEvaluations } from '@/lessons/directions/cost.ts';
import { loss, type Problem, pointOf } from '@/lessons/directions/problem.ts';
import { isLast, type SearchReply, type Timing } from '@/lessons/directions/protocol.ts';
import { search } from '@/lessons/directions/search.ts';

/** Progress is told this often. */
const TELLINGS = 20;

function timed(): { f: typeof loss; calls: () => number; timing: () => Timing } {
  const begin = performance.now();
  let calls = 0;
  let inside = 0;
  return {
    f: (x) => {
      const called = performance.now();
      const value = loss(x);
      inside += performance.now() - called;
      calls++;
      return value;
    },
    calls: () => calls,
    timing: () => ({ seconds: (performance.now() - begin) / 1000, perEvaluation: inside / 1000 / calls }),
  };
}

function measureTextbook({ n }: Problem, onShare: (share: number) => void): Timing {
  const { f, calls, timing } = timed();
  const each = Math.ceil(textbookEvaluations(n) / TELLINGS);
  numericalGradient((x) => {
    const value = f(x);
    if (calls() % each === 0) onShare(calls() / textbookEvaluations(n));
    return value;
  }, pointOf(n));
  return timing();
}

self.addEventListener('message', ({ data: problem }: MessageEvent<Problem>) => {
  const tell = (reply: SearchReply) => self.postMessage(reply);
  try {
    const { f, timing } = timed();
    const found = search(problem, (step) => tell({ kind: 'step', step }), f);
    const reply: SearchReply = { kind: 'found', found, timing: timing() };
    tell(reply);
    if (isLast(reply)) return;
    tell({ kind: 'measured', timing: measureTextbook(problem, (share) => tell({ kind: 'textbook', share })) });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
