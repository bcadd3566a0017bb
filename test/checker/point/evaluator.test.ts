import { describe, expect, it } from 'vitest';
import { CheckError } from '@/checker/errors.ts';
import { budgetOf, createEvaluator, Halt } from '@/checker/point/evaluator.ts';
import type { Loss } from '@/checker/types.ts';

const X = [1, 2];
const flat = Float64Array.from(X);
const evaluatorOf = (f: Loss<number[]>, budget = 100, signal?: AbortSignal) => createEvaluator(f, X, budget, signal);

describe('an evaluator', () => {
  it('gives f its own structure of x, a fresh copy each time', () => {
    const seen: number[][] = [];
    const evaluator = evaluatorOf((x) => {
      seen.push(x);
      return x[0] * x[1];
    });
    expect([evaluator.at(flat), evaluator.at(Float64Array.of(3, 4))]).toEqual([2, 12]);
    expect(seen).toEqual([X, [3, 4]]);
    expect(seen[0]).not.toBe(seen[1]);
    expect(seen[0]).not.toBe(X);
  });

  it('counts the calls, and halts where the budget ends', () => {
    const evaluator = evaluatorOf(() => 1, 2);
    evaluator.at(flat);
    expect([evaluator.calls, evaluator.left]).toEqual([1, 1]);
    evaluator.at(flat);
    expect(() => evaluator.at(flat)).toThrow(Halt);
    expect([evaluator.calls, evaluator.left]).toEqual([2, 0]);
  });

  it('halts at once when it is told to', () => {
    const stop = new AbortController();
    const evaluator = evaluatorOf(() => 1, 5, stop.signal);
    evaluator.at(flat);
    stop.abort();
    expect(() => evaluator.at(flat)).toThrow(expect.objectContaining({ reason: 'aborted' }));
    expect(evaluator.calls).toBe(1);
  });

  it('reads an error of f as NaN, and keeps the first', () => {
    const evaluator = evaluatorOf((x) => {
      if (x[0] > 1) throw new Error(`no ${x[0]}`);
      return 0;
    });
    evaluator.at(flat);
    expect(evaluator.thrown).toBeUndefined();
    expect(evaluator.at(Float64Array.of(2, 2), 'x[0]')).toBeNaN();
    evaluator.at(Float64Array.of(3, 2));
    expect(evaluator.thrown).toEqual({ message: 'no 2', call: 2, at: 'x[0]' });
  });

  it('refuses a loss that returns no number', () => {
    expect(() => evaluatorOf((() => [1]) as unknown as Loss<number[]>).at(flat)).toThrow(CheckError);
  });

  it('notices a loss that changes its argument', () => {
    const tidy = evaluatorOf((x) => x[0]);
    tidy.at(flat);
    expect(tidy.mutated).toBe(false);
    const untidy = evaluatorOf((x) => x.reverse()[0]);
    untidy.at(flat);
    expect(untidy.mutated).toBe(true);
  });

  it('calls a loss by its name where that says that it is one', () => {
    const crossEntropyLoss = () => 1;
    const a = () => 1;
    expect([evaluatorOf(crossEntropyLoss).name, evaluatorOf(a).name]).toEqual(['crossEntropyLoss', 'f']);
  });
});

it('a budget is a number of 0 or more, rounded down', () => {
  expect([budgetOf(undefined, 7), budgetOf(0, 7), budgetOf(10.9, 7)]).toEqual([7, 0, 10]);
  for (const bad of [-1, Number.NaN, '5' as unknown as number]) expect(() => budgetOf(bad, 7)).toThrow(CheckError);
});
