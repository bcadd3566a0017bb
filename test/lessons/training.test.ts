import { describe, expect, it } from 'vitest';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import * as matrix from '@/examples/programs/matrix.ts';
import { shownLines } from '@/examples/programs/program.ts';
import { initialState } from '@/input/url-state.ts';
import { arrowTips, descentOf, lossAt, startPlace } from '@/lessons/training/angle.ts';
import { trainingChecks } from '@/lessons/training/checks.ts';
import { largestEigenvalue, zeroOf } from '@/lessons/training/descent.ts';
import { curvesDrawing } from '@/lessons/training/drawing.ts';
import { answer, FIRST_GUESS, rightAnswers, solved, startGuess } from '@/lessons/training/guess.ts';
import { fields, LIMITS, minimum, type State, trainingModel } from '@/lessons/training/model.ts';
import { fields as pairFields, pairOf, pairText } from '@/lessons/training/pair.ts';
import { flat, loss, named, RUNS, type RunId, ridge, start } from '@/lessons/training/problem.ts';
import { runShown } from '../examples/run-shown.ts';

const initial = initialState(fields);
const runs = (change: Partial<State> = {}) => {
  const all = trainingModel({ ...initial, ...change });
  return Object.fromEntries(all.map((run) => [run.id, run])) as Record<RunId, (typeof all)[number]>;
};
const checks = Object.fromEntries(trainingChecks().map((check) => [check.id, check]));
const definition = (id: RunId) => RUNS.find((run) => run.id === id)!;
const last = <T>(list: readonly T[]): T => list[list.length - 1];

describe('the gradients that are trained with', () => {
  const f = (x: readonly number[]) => loss(named([...x]));

  it('has one that agrees with central differences, and three that do not', () => {
    const numeric = numericalGradient(f, flat(start)) as number[];
    const errors = RUNS.map((run) => relativeError(flat(run.gradient(start)), numeric));
    expect(errors[0]).toBeLessThan(1e-9);
    for (const error of errors.slice(1)) expect(error).toBeGreaterThan(1e-2);
  });

  it('shows the lines that run', () => {
    const sight = { ...ridge.data, ...start };
    expect(runShown(shownLines(ridge).forward, sight, 'return loss;')).toBe(loss(start));
    for (const { bugs, gradient } of RUNS) {
      const { forward, backward } = shownLines(ridge, ...bugs);
      expect(runShown([...forward, ...backward], sight)).toEqual(gradient(start));
    }
  });
});

describe('the check before the first step', () => {
  it('passes the right gradient and names the bug of each of the others', () => {
    expect(checks['right'].diagnosis.verdict).toBe('pass');
    const kinds = (['mean', 'term', 'sign'] as const).map((id) => {
      expect(checks[id].diagnosis.verdict).toBe('fail');
      return checks[id].diagnosis.findings.map(({ kind }) => kind);
    });
    expect(kinds).toEqual(ridge.bugs.map(({ kind }) => [kind]));
  });

  it('knows that every wrong gradient still points downhill, a forgotten factor exactly', () => {
    expect(checks['mean'].angle).toBe(0);
    // “By a hair”, says the chapter of the dropped regulariser.
    expect(checks['term'].angle).toBeGreaterThan(0);
    expect(checks['term'].angle).toBeLessThan(5);
    expect(checks['sign'].angle).toBeLessThan(90);
  });

  it('gives the learning rate above which a run diverges, and finds it to be n times less without the 1/n', () => {
    expect(checks['mean'].fastest * ridge.sizes['n']).toBeCloseTo(checks['right'].fastest, 10);
    for (const id of ['right', 'mean', 'term'] as const) {
      const at = (factor: number) => runs({ rate: checks[id].fastest * factor, steps: 1000 })[id].excess;
      expect(last(at(0.97))).toBeLessThan(at(0.97)[0]);
      expect(last(at(1.03))).toBeGreaterThan(at(1.03)[0]);
    }
    for (const rate of [LIMITS.rate.min, 0.04, 0.5]) {
      const { excess } = runs({ rate, steps: 1000 }).sign;
      if (rate > LIMITS.rate.min) expect(last(excess)).toBeGreaterThan(100 * excess[0]);
      else expect(checks['sign'].fastest).toBe(0);
    }
  });
});

describe('what the chapter says of the four curves', () => {
  it('lets the loss fall faster where the 1/n was forgotten, at a cautious learning rate', () => {
    const { right: plain, mean } = runs();
    for (const step of [1, 5, 20, 100]) expect(mean.excess[step]).toBeLessThan(plain.excess[step]);
  });

  it('lets that run diverge at a rate at which the right one does not', () => {
    const { right: plain, mean } = runs({ rate: 0.1 });
    expect(mean.loss).toBeGreaterThan(1e6);
    expect(last(plain.excess)).toBeLessThan(0.01);
  });

  it('lets the run without the regulariser settle a little higher, at the minimum of another function', () => {
    const { right: plain, term } = runs({ rate: 0.5, steps: 1000 });
    const drop = plain.excess[0];
    expect(last(plain.excess)).toBeLessThan(1e-4 * drop);
    expect(last(term.excess)).toBeGreaterThan(0.05 * minimum.loss);
    expect(last(term.excess)).toBeLessThan(0.1 * drop);
    // That minimum is where its own gradient vanishes: the normal equations without λ.
    const { X, y } = ridge.data as { X: matrix.Matrix; y: matrix.Vector };
    const columns = matrix.transpose(X.map((row) => [...row, 1]));
    const unregularised = zeroOf({
      A: columns.map((a) => columns.map((b) => matrix.dot(a, b))),
      c: columns.map((a) => -matrix.dot(a, y)),
    });
    expect(term.loss).toBeCloseTo(loss(named(unregularised)), 4);
  });

  it('shows that run without a rise that anybody would see', () => {
    const losses = runs({ steps: 1000 }).term.excess.map((excess) => minimum.loss + excess);
    const lowest = Math.min(...losses);
    expect(Math.max(...losses.slice(losses.indexOf(lowest)))).toBeLessThan(1.02 * lowest);
  });

  it('lets the run with the sign of the bias turned fall, then rise slowly, and run away in the end', () => {
    const { sign } = runs();
    const lowest = Math.min(...sign.excess);
    expect(sign.excess.indexOf(lowest)).toBeLessThan(100);
    expect(lowest).toBeLessThan(0.02 * sign.excess[0]);
    expect(last(sign.excess)).toBeGreaterThan(2 * lowest);
    expect(last(sign.excess)).toBeLessThan(0.05 * sign.excess[0]);
    expect(last(runs({ steps: 1000 }).sign.excess)).toBeGreaterThan(1e3 * sign.excess[0]);
  });
});

describe('the descent', () => {
  it('takes the very steps of the gradient it was given', () => {
    for (const { id } of RUNS) {
      let at = start;
      for (let step = 0; step < 25; step++) {
        const slope = definition(id).gradient(at);
        at = named(flat(at).map((value, i) => value - 0.04 * flat(slope)[i]));
      }
      const run = runs({ steps: 25 })[id];
      expect(run.loss).toBeCloseTo(loss(at), 9);
      expect(run.distance).toBeCloseTo(Math.hypot(...matrix.subtract(flat(at), flat(minimum.at))), 9);
    }
  });

  it('knows the minimum: there the right gradient vanishes', () => {
    expect(Math.hypot(...flat(RUNS[0].gradient(minimum.at)))).toBeLessThan(1e-12);
    expect(minimum.loss).toBe(loss(minimum.at));
  });

  it('finds the largest eigenvalue of a matrix whose eigenvalues are 1 and 3', () => {
    expect(
      largestEigenvalue([
        [2, 1],
        [1, 2],
      ]),
    ).toBeCloseTo(3, 12);
  });
});

describe('the drawing', () => {
  const drawn = (change: Partial<State>) => {
    const state = { ...initial, ...change };
    return curvesDrawing(
      trainingModel(state).map((run) => ({ ...run, shownAs: run.label })),
      state,
    );
  };

  it('begins and ends each curve with its run', () => {
    for (const { points } of drawn({ view: 'loss' }).series) {
      expect(points[0]).toEqual([0, minimum.loss + runs().right.excess[0]]);
      expect(last(points)[0]).toBe(initial.steps);
    }
  });

  it('stops a curve that has left the picture, so that it keeps its shape', () => {
    const { series, y } = drawn({ rate: 1, steps: 1000 });
    for (const { points } of series) {
      for (const [, value] of points.slice(0, -1)) expect(value).toBeLessThan(11 * y.domain![1]);
    }
    expect(y.domain).toEqual(drawn({}).y.domain);
  });
});

describe('guess first', () => {
  it('shuffles the runs, and counts what was seen', () => {
    const draws = [0.9, 0.1, 0.5];
    const guess = startGuess(() => draws.shift()!);
    expect([...guess.order].sort()).toEqual(RUNS.map(({ id }) => id).sort());
    expect(solved(guess)).toBe(false);
    const all = guess.order.reduce((so, id, i) => answer(so, i, i === 0 ? guess.order[1] : id), guess);
    expect(solved(all)).toBe(true);
    expect(rightAnswers(all)).toBe(3);
    expect(FIRST_GUESS.order).not.toEqual(RUNS.map(({ id }) => id));
  });
});

describe('a right gradient beside a wrong one', () => {
  const at = (change: object) => ({ ...initialState(pairFields), ...change });
  const said = (change: object) => pairText(pairOf(at(change)), at(change).steps);

  it('trains worse than a forgotten 1/n at a cautious rate, and holds out at a bolder one', () => {
    expect(said({})).toContain('wrong gradient is nearer');
    const between = Math.sqrt(checks['mean'].fastest * checks['right'].fastest);
    expect(said({ rate: between, steps: 1000 })).toContain('the wrong gradient has diverged, the right one has not');
    expect(said({ rate: 1, steps: 1000 })).toContain('both have diverged');
  });

  it('comes nearer to the minimum than a dropped term, and stays where a wrong sign runs away, given time', () => {
    expect(said({ wrong: 'term', steps: 500 })).toContain('right gradient is nearer');
    expect(said({ wrong: 'sign', steps: 150 })).not.toContain('diverged');
    expect(said({ wrong: 'sign', steps: 1000 })).toContain('wrong gradient has diverged');
  });
});

describe('a gradient that is turned', () => {
  const loss = (angle: number, factor = 1) => descentOf({ angle, factor }).last / descentOf({ angle, factor }).first;

  it('leads down as long as the angle is less than a right one, and up beyond', () => {
    for (const angle of [0, 30, 60, 80, 85]) expect(loss(angle)).toBeLessThan(1);
    for (const angle of [95, 120]) expect(loss(angle)).toBeGreaterThan(1);
  });

  it('is lost at any angle where the step is too long', () => {
    expect(loss(0, 5)).toBeLessThan(loss(0));
    expect(loss(0, 20)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is drawn with arrows of one length that open by the angle', () => {
    const [right, taken] = arrowTips({ angle: 90, factor: 3 }).map(([x, y]) => [x - startPlace[0], y - startPlace[1]]);
    expect(Math.abs(right[0] * taken[0] + right[1] * taken[1])).toBeLessThan(20);
    expect(Math.hypot(...right)).toBeCloseTo(Math.hypot(...taken), 0);
    expect(lossAt([0, 0])).toBe(0);
  });
});
