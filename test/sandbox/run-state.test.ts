import { describe, expect, it } from 'vitest';
import { checkExports } from '@/sandbox/program.ts';
import { heard, IDLE, placed, started } from '@/sandbox/run-state.ts';

const result = checkExports({ loss: (x: number) => x * x, gradient: (x: number) => 2 * x, x: 3 });

describe('a run, as the page knows it', () => {
  it('keeps the last result while the next is under way, and drops it when that fails', () => {
    const messages = [
      { kind: 'output', level: 'log', text: 'a' },
      { kind: 'result', result },
      { kind: 'done', milliseconds: 3 },
    ] as const;
    const ended = messages.reduce(heard, started(IDLE, 'one'));
    expect([ended.phase, ended.resultOf, ended.output.length]).toEqual(['ended', 'one', 1]);
    const second = started(ended, 'two');
    expect([second.phase, second.resultOf, second.output.length]).toEqual(['running', 'one', 0]);
    const stopped = heard(second, { kind: 'stopped', reason: 'deadline', text: 'Stopped.' });
    expect([stopped.phase, stopped.result, stopped.stopped?.reason]).toEqual(['ended', undefined, 'deadline']);
  });

  it('says an error with its line, where that is known', () => {
    expect(placed({ text: 'x is not defined', position: { line: 3 } })).toBe('Line 3: x is not defined');
    expect(placed({ text: 'Stopped.' })).toBe('Stopped.');
  });
});
