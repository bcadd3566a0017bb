import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFormulaClient } from '@/islands/playground/formula-client.ts';
import type { FormulaState } from '@/lessons/playground/formula-model.ts';
import type { FormulaReply } from '@/lessons/playground/formula-reply.ts';

const state = (formula: string): FormulaState => ({ formula, gradient: '', point: {}, precision: 'float64' });

/** A worker that answers when it is told to; its test file is the formula it was asked about. */
class SlowWorker {
  static readonly asked: FormulaState[] = [];
  static latest: SlowWorker;
  onmessage: (event: { data: FormulaReply }) => void = () => {};
  onerror: (event: { preventDefault: () => void }) => void = () => {};
  constructor() {
    SlowWorker.latest = this;
  }
  postMessage(asked: FormulaState) {
    SlowWorker.asked.push(asked);
  }
  terminate() {}
}

const answer = () => {
  const { formula } = SlowWorker.asked.at(-1)!;
  SlowWorker.latest.onmessage({ data: { answer: { ok: true } as never, testFile: `test of ${formula}` } });
};
const askedFor = () => SlowWorker.asked.map(({ formula }) => formula);

describe('the worker that reads formulas', () => {
  beforeEach(() => {
    SlowWorker.asked.length = 0;
    vi.stubGlobal('Worker', SlowWorker);
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is asked the newest of the questions that wait, and no other', () => {
    const client = createFormulaClient();
    const heard: string[] = [];
    for (const formula of ['a', 'ab', 'abc'])
      client.ask(state(formula), ({ testFile }) => heard.push(testFile ?? 'nothing'));
    answer();
    answer();
    expect(askedFor()).toEqual(['a', 'abc']);
    expect(heard).toEqual(['test of a', 'test of abc']);
  });

  it('answers the page also where a test file is asked for meanwhile', async () => {
    const client = createFormulaClient();
    const shown = vi.fn();
    client.ask(state('x'), () => {});
    client.ask(state('x^2'), shown);
    const file = client.testFile(state('x'));
    for (let i = 0; i < 3; i++) answer();
    expect(shown).toHaveBeenCalledOnce();
    expect(await file).toBe('test of x');
  });

  it('gives the test file that was asked for, whatever is typed after', async () => {
    const client = createFormulaClient();
    const file = client.testFile(state('x'));
    client.ask(state('y'), () => {});
    answer();
    answer();
    expect(await file).toBe('test of x');
    expect(askedFor()).toEqual(['x', 'y']);
  });

  it('has the test file of what is shown at hand', async () => {
    const client = createFormulaClient();
    client.ask(state('x'), () => {});
    answer();
    expect(await client.testFile(state('x'))).toBe('test of x');
    expect(askedFor()).toEqual(['x']);
  });

  it('leaves no test file waiting: not when it is late, does not load, or is closed', async () => {
    const client = createFormulaClient();
    const late = client.testFile(state('late'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await late).toBeUndefined();
    const absent = client.testFile(state('absent'));
    SlowWorker.latest.onerror({ preventDefault() {} });
    expect(await absent).toBeUndefined();
    const [sent, waiting] = [client.testFile(state('sent')), client.testFile(state('waiting'))];
    client.close();
    expect(await Promise.all([sent, waiting])).toEqual([undefined, undefined]);
  });

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
    await import('@/islands/playground/formula.worker.ts');
    hear({ data: { ...state('x'), point: null } });
    expect(posted.map(({ answer: said }) => (said.ok ? '' : said.error.message))).toEqual([
      expect.stringMatching(/^this could not be worked out: /),
    ]);
  });
});
