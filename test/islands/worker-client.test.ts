import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WorkerOptions, workerClient } from '@/islands/run/worker-client.ts';
import type { FormulaReply } from '@/lessons/playground/formula-reply.ts';

/** A worker that answers when it is told to. */
class SlowWorker {
  static all: SlowWorker[] = [];
  static asked: string[] = [];
  static get latest() {
    return SlowWorker.all[SlowWorker.all.length - 1];
  }
  ended = false;
  onmessage: (event: { data: string }) => void = () => {};
  onerror: (event: { preventDefault: () => void; message: string }) => void = () => {};
  constructor() {
    SlowWorker.all.push(this);
  }
  postMessage(question: string) {
    SlowWorker.asked.push(question);
  }
  terminate() {
    this.ended = true;
  }
  answer(reply = `answer to ${SlowWorker.asked[SlowWorker.asked.length - 1]}`) {
    this.onmessage({ data: reply });
  }
  breaks() {
    this.onerror({ preventDefault() {}, message: 'no script' });
  }
}

const clientOf = (options: Partial<WorkerOptions<string>> = {}) =>
  workerClient<string, string>({
    open: () => new SlowWorker() as unknown as Worker,
    failed: (why, message) => `${why}: ${message}`,
    ...options,
  });

describe('a worker that is asked one question at a time', () => {
  beforeEach(() => {
    SlowWorker.all = [];
    SlowWorker.asked = [];
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is opened for the first question, and kept', () => {
    const client = clientOf();
    expect(SlowWorker.all).toHaveLength(0);
    for (const question of ['a', 'b']) {
      client.ask(question, () => {});
      SlowWorker.latest.answer();
    }
    expect(SlowWorker.all).toHaveLength(1);
  });

  it('is asked the newest of the questions that wait, and no other', () => {
    const client = clientOf();
    const heard: string[] = [];
    for (const question of ['a', 'ab', 'abc']) client.ask(question, (reply) => heard.push(reply));
    SlowWorker.latest.answer();
    SlowWorker.latest.answer();
    expect(SlowWorker.asked).toEqual(['a', 'abc']);
    expect(heard).toEqual(['answer to a', 'answer to abc']);
  });

  it('can be impatient: a new question ends what the old one is at, and what still comes of it is not heard', () => {
    const client = clientOf({ impatient: true });
    const heard: string[] = [];
    client.ask('a', (reply) => heard.push(`a: ${reply}`));
    const first = SlowWorker.latest;
    client.ask('b', (reply) => heard.push(`b: ${reply}`));
    first.answer('late');
    first.breaks();
    SlowWorker.latest.answer('on time');
    expect(first.ended).toBe(true);
    expect(heard).toEqual(['b: on time']);
  });

  it('may answer in several replies, and is free after the last', () => {
    const client = clientOf({ isLast: (reply) => reply === 'end' });
    const heard: string[] = [];
    client.ask('a', (reply) => heard.push(reply));
    client.ask('b', () => {});
    SlowWorker.latest.answer('step');
    expect(SlowWorker.asked).toEqual(['a']);
    SlowWorker.latest.answer('end');
    expect(heard).toEqual(['step', 'end']);
    expect(SlowWorker.asked).toEqual(['a', 'b']);
  });

  it('is replaced where it takes too long or breaks, that is said, and the next question is asked', async () => {
    const client = clientOf({ patience: 1000 });
    const heard: string[] = [];
    for (const question of ['slow', 'next']) client.ask(question, (reply) => heard.push(reply));
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard).toEqual(['late: ']);
    expect(SlowWorker.all.map(({ ended }) => ended)).toEqual([true, false]);
    SlowWorker.latest.breaks();
    expect(heard).toEqual(['late: ', 'broken: no script']);
    expect(SlowWorker.asked).toEqual(['slow', 'next']);
  });

  it('is patient anew with each question', async () => {
    const client = clientOf({ patience: 1000 });
    const heard: string[] = [];
    for (const question of ['a', 'b']) {
      client.ask(question, (reply) => heard.push(reply));
      await vi.advanceTimersByTimeAsync(900);
      SlowWorker.latest.answer();
    }
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard).toEqual(['answer to a', 'answer to b']);
  });

  it('says nothing once it is stopped', async () => {
    const client = clientOf({ patience: 1000 });
    const hear = vi.fn();
    client.ask('a', hear);
    client.ask('b', hear);
    client.stop();
    SlowWorker.latest.answer();
    await vi.advanceTimersByTimeAsync(5000);
    expect(hear).not.toHaveBeenCalled();
    expect(SlowWorker.latest.ended).toBe(true);
  });
});

describe('the worker that reads formulas', () => {
  it('tells an exception apart from a script that did not load', async () => {
    const posted: FormulaReply[] = [];
    let hear: (event: { data: unknown }) => void = () => {};
    vi.stubGlobal('self', {
      addEventListener: (_: string, listener: typeof hear) => {
        hear = listener;
      },
      postMessage: (reply: FormulaReply) => posted.push(reply),
    });
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.resetModules();
    await import('@/islands/playground/formula.worker.ts');
    hear({ data: { formula: 'x', gradient: '', point: null, precision: 'float64' } });
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    expect(posted.map(({ answer }) => (answer.ok ? '' : answer.error.message))).toEqual([
      expect.stringMatching(/^this could not be worked out: /),
    ]);
  });
});
