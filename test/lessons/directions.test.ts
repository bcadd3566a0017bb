import { describe, expect, it } from 'vitest';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { initialState } from '@/input/url-state.ts';
import { costDrawing, countedNear, durationOf, textbookEvaluations } from '@/lessons/directions/cost.ts';
import { MOST_DIRECTIONS, missDrawing, missesOf, PATTERNS, type PatternId, TRIALS } from '@/lessons/directions/miss.ts';
import { gradientOf, loss, type Problem, pointOf } from '@/lessons/directions/problem.ts';
import type { SearchReply } from '@/lessons/directions/protocol.ts';
import { answered, builtRun, isRunning, newRun, stopped } from '@/lessons/directions/run.ts';
import { LAYOUTS, sceneOf } from '@/lessons/directions/scene.ts';
import { search } from '@/lessons/directions/search.ts';
import { ERROR, signsModel, TOSSES } from '@/lessons/directions/signs.ts';
import { fields, keyOf, LIMITS, planted, problemOf, resized } from '@/lessons/directions/state.ts';
import { confirmations, levelsOf, partAround, partsOf, type SearchPart } from '@/lessons/directions/tree.ts';
import { foundText, stepText } from '@/lessons/directions/words.ts';

const initial = initialState(fields);
const problem = (n: number, wrong: readonly number[], share = 0.5): Problem => ({ n, wrong, share });
const within = ({ start, size }: Pick<SearchPart, 'start' | 'size'>, index: number) =>
  index >= start && index < start + size;

describe('the problem of the figure', () => {
  it('has a right gradient, by central differences, and one that is wrong where it was planted', () => {
    const x = pointOf(40);
    const numeric = numericalGradient(loss, x);
    expect(relativeError(gradientOf(problem(40, []))(x), numeric)).toBeLessThan(1e-9);
    const [right, wrong] = [gradientOf(problem(40, []))(x), gradientOf(problem(40, [7, 30], 0.25))(x)];
    right.forEach((value, i) => {
      expect(wrong[i]).toBe(i === 7 || i === 30 ? value * 1.25 : value);
    });
  });

  it('adds its terms up so well that blocks do not show', () => {
    const plain = (x: Float64Array) =>
      x.reduce((sum, v, i) => sum + (1 + (i % 7) / 7) * (Math.sqrt(1 + v * v) - 1), 0) / x.length;
    const x = pointOf(5000);
    expect(Math.abs(loss(x) / plain(x) - 1)).toBeLessThan(1e-12);
  });
});

describe('the search', () => {
  it.each([
    [10, [3]],
    [1000, [0]],
    [1000, [999]],
    [100_000, [27_182]],
    [20_000, [1, 2, 19_000]],
  ])('names what was planted among %i elements: %j', (n, wrong) => {
    const { named, verdict, evaluations } = search(problem(n, wrong));
    expect(verdict).toBe('fail');
    expect(named.map(({ index }) => index).sort((a, b) => a - b)).toEqual(wrong);
    // The target that the checker is held to, for one wrong element among a million.
    if (wrong.length === 1) expect(evaluations).toBeLessThanOrEqual(200);
  });

  it('passes a right gradient, with a chance of a miss of 2^-10 at most', () => {
    expect(search(problem(1000, []))).toMatchObject({ verdict: 'pass', named: [], missProbability: 2 ** -10 });
  });

  it('passes an error below what it says it would have seen, and no other', () => {
    const { verdict, detectable } = search(problem(10_000, [2718], 1e-9));
    expect(verdict).toBe('pass');
    expect(detectable).toBeGreaterThan(1e-9);
    expect(search(problem(10_000, [2718], 100 * detectable)).verdict).toBe('fail');
  });

  it('tells of each comparison as it is made', () => {
    const heard: unknown[] = [];
    const { steps, evaluations } = search(problem(300, [7]), (step) => heard.push(step));
    expect(heard).toEqual(steps);
    const counts = steps.map((step) => step.evaluations);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[counts.length - 1]).toBeLessThanOrEqual(evaluations);
  });
});

describe('the tree of a search', () => {
  const wrong = [41, 42, 700, 1900];
  const { steps } = search(problem(2000, wrong));
  const parts = partsOf(steps);

  it('knows of every part whether something in it is wrong, measured or not', () => {
    expect(parts.filter(({ measured }) => !measured).length).toBeGreaterThan(5);
    // Every wrong element is in one search here, the first: later ones would find it mended.
    expect(steps.filter(({ part, agrees }) => part === 'whole' && !agrees)).toHaveLength(1);
    for (const part of parts) expect(part.agrees).toBe(!wrong.some((index) => within(part, index)));
  });

  it('halves: the two halves make up a part one level up', () => {
    for (const part of parts.filter(({ level }) => level > 0)) {
      const whole = parts.find((other) => other.level === part.level - 1 && within(other, part.start))!;
      const halves = parts.filter((other) => other.level === part.level && within(whole, other.start));
      expect(halves).toHaveLength(2);
      expect(halves[0].size + halves[1].size).toBe(whole.size);
      expect(whole.agrees).toBe(false);
    }
  });

  it('ends at the wrong elements, as deep as log2 n at most', () => {
    const single = parts.filter(({ size, agrees }) => size === 1 && !agrees);
    expect(single.map(({ start }) => start).sort((a, b) => a - b)).toEqual(wrong);
    expect(Math.max(...parts.map(({ level }) => level))).toBeLessThanOrEqual(levelsOf(2000));
  });

  it('has one comparison a measured part', () => {
    const searched = steps.flatMap(({ part }, index) => (part === 'search' ? [index] : []));
    const measured = parts.filter(({ measured, level }) => measured && level > 0).map(({ step }) => step);
    expect([...new Set(measured)].sort((a, b) => a - b)).toEqual(searched);
    expect(confirmations(steps)).toHaveLength(10);
  });

  it('finds the part around an element where the checker halves', () => {
    for (const index of wrong) {
      for (const { start, size, level } of parts.filter((part) => within(part, index))) {
        expect(partAround(index, 2000, level)).toEqual({ start, size });
      }
    }
    expect(partAround(5, 10, 30)).toEqual({ start: 5, size: 1 });
  });
});

describe('the drawing of a search', () => {
  const { steps } = search(problem(10_000, [2718]));
  const scene = (shown: number, focus = 2718, layout = LAYOUTS[0]) =>
    sceneOf({ n: 10_000, steps, shown, focus }, layout);

  it('draws the comparisons that are to be shown, and no other', () => {
    expect(scene(0).parts).toEqual([]);
    for (const { step } of scene(7).parts) expect(step).toBeLessThan(7);
    expect(scene(steps.length).confirmed).toHaveLength(10);
  });

  it('keeps everything within the drawing, in both layouts', () => {
    for (const layout of LAYOUTS) {
      const { parts, confirmed, bar } = scene(steps.length, 2718, layout);
      for (const { x, y, width, height } of [...parts, ...confirmed, bar]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(layout.width);
        expect(y + height).toBeLessThanOrEqual(layout.height);
        expect(width).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('spreads the part out again every four halvings, around the element asked for', () => {
    expect(scene(steps.length).lenses).toHaveLength(3);
    expect(scene(steps.length).name?.text).toBe('x[2718]');
    expect(scene(steps.length).parts.filter(({ element }) => element)).toHaveLength(1);
    // Around an element that was never searched there is nothing to spread out.
    expect(scene(steps.length, 9000).lenses).toHaveLength(0);
  });
});

describe('the probability of a miss', () => {
  /** Of all sign patterns, the share in which the errors cancel. */
  const cancelling = (errors: readonly number[]) => {
    let cancelled = 0;
    for (let signs = 0; signs < 2 ** errors.length; signs++) {
      const sum = errors.reduce((total, error, i) => total + ((signs >> i) & 1 ? error : -error), 0);
      if (sum === 0) cancelled++;
    }
    return cancelled / 2 ** errors.length;
  };

  it.each(PATTERNS)('comes out as counted, and within the bound: $label', (pattern) => {
    const { bound, tossed } = missesOf(pattern, 1);
    tossed.forEach((share, k) => {
      const p = cancelling(pattern.errors) ** (k + 1);
      // Five standard deviations of a share of the trials.
      const spread = 5 * Math.sqrt((p * (1 - p)) / TRIALS);
      expect(Math.abs(share - p)).toBeLessThanOrEqual(spread);
      expect(p).toBeLessThanOrEqual(bound[k]);
    });
    expect(bound).toHaveLength(MOST_DIRECTIONS);
  });

  it('is certain for a swap where all directions are ones', () => {
    const [swap, equal] = PATTERNS;
    expect(missesOf(swap, 1).ones).toEqual(new Array(MOST_DIRECTIONS).fill(1));
    expect(missesOf(equal, 1).ones).toEqual(new Array(MOST_DIRECTIONS).fill(0));
  });

  it('is tossed the same way with the same seed, and differently with another', () => {
    const [swap] = PATTERNS;
    expect(missesOf(swap, 3)).toEqual(missesOf(swap, 3));
    expect(missesOf(swap, 3).tossed).not.toEqual(missesOf(swap, 4).tossed);
    expect(missDrawing(missesOf(swap, 3)).series.map(({ points }) => points.length)).toEqual([10, 10, 10]);
  });
});

describe('what the reader sets', () => {
  it('reads indices in any spelling, each once, and writes them back', () => {
    expect(fields.wrong.read('7; 12 7')).toEqual({ ok: true, value: [7, 12] });
    expect(fields.wrong.read(' ')).toEqual({ ok: true, value: [] });
    expect(fields.wrong.write([7, 12])).toBe('7, 12');
    for (const text of ['-1', '1.5', 'x', '1,2,3,4,5,6', '99999999']) expect(fields.wrong.read(text).ok).toBe(false);
  });

  it('keeps the wrong elements in place along the bar when n changes', () => {
    const state = { ...initial, n: 1000, wrong: [0, 250, 999] };
    expect(resized(state, 100)).toEqual({ n: 100, wrong: [0, 25, 99] });
    expect(resized({ ...state, wrong: [500, 501] }, 10)).toEqual({ n: 10, wrong: [5] });
  });

  it('plants up to five, each once, and leaves out what does not exist', () => {
    expect(planted(initial, 3)).toEqual([...initial.wrong, 3]);
    expect(planted(initial, initial.wrong[0])).toEqual(initial.wrong);
    const full = { ...initial, wrong: [1, 2, 3, 4, 5] };
    expect(full.wrong).toHaveLength(LIMITS.wrong);
    expect(planted(full, 6)).toEqual(full.wrong);
    expect(problemOf({ ...initial, n: 100, wrong: [5, 100] }).wrong).toEqual([5]);
  });
});

describe('a run', () => {
  const found = search(problem(20, [3]));
  const timing = { seconds: 0.1, perEvaluation: 1e-4 };
  const replies: SearchReply[] = [
    { kind: 'step', step: found.steps[0] },
    { kind: 'found', found, timing },
    { kind: 'textbook', share: 0.5 },
    { kind: 'measured', timing },
  ];

  it('goes from the search to the textbook check to its end', () => {
    const states = [newRun(1, found.problem)];
    for (const reply of replies) states.push(answered(states[states.length - 1], reply));
    expect(states.map(({ status }) => status)).toEqual(['searching', 'searching', 'measuring', 'measuring', 'ended']);
    expect(states.map(isRunning)).toEqual([true, true, true, true, false]);
  });

  it('ends with the search where the textbook check would take too long', () => {
    const large = problem(1_000_000, []);
    const run = answered(newRun(1, large), { kind: 'found', found: { ...found, problem: large }, timing });
    expect(run.status).toBe('ended');
  });

  it('drops answers that come after Stop', () => {
    const halted = stopped(newRun(2, found.problem));
    expect(halted.status).toBe('stopped');
    for (const late of replies) expect(answered(halted, late)).toBe(halted);
    expect(stopped(builtRun(found)).status).toBe('ended');
  });

  it('knows the problem it belongs to', () => {
    expect(keyOf(found.problem)).not.toBe(keyOf(problem(20, [4])));
  });
});

describe('what it costs, and what is said', () => {
  it('writes a time in the unit a person would take', () => {
    const units = [0.004, 1.4, 59, 91, 7200, 200_000].map((seconds) => durationOf(seconds).unit);
    expect(units).toEqual(['ms', 's', 's', 'minutes', 'hours', 'days']);
    expect(durationOf(7200).value).toBe(2);
  });

  it('draws both checks, and rings what the run took', () => {
    const { series, highlights } = costDrawing([[10, 100]], [10, 116]);
    expect(series.map(({ points }) => points)).toEqual([[[10, textbookEvaluations(10)]], [[10, 100]]]);
    expect(highlights?.map(({ y }) => y)).toEqual([20, 116]);
  });

  it('names what was found, and says when something was too small', () => {
    expect(foundText(search(problem(1000, [3, 500])))).toMatch(/^x\[\d+\] and x\[\d+\] named after \d+ evaluations\.$/);
    expect(foundText(search(problem(1000, [3], 1e-10)))).toContain('too small to be seen');
    expect(foundText(search(problem(1000, [])))).not.toContain('too small');
    expect(stepText(search(problem(1000, [3])).steps[0])).toContain('over all of x the gradients disagree');
  });
});

describe('directions of plus and minus ones', () => {
  const model = (errors: PatternId, signs: 'random' | 'ones' = 'random') => signsModel({ errors, signs, toss: 1 });
  const share = (errors: PatternId, off: number) =>
    (model(errors).outcomes.find((outcome) => outcome.off === off)?.count ?? 0) / TOSSES;

  it('show a single wrong element in full, every time', () => {
    expect(model('single').outcomes.map(({ off }) => off)).toEqual([-1, 1]);
    expect(Math.abs(model('single').shown.off)).toBeCloseTo(1, 6);
  });

  it('lose two equal errors half of the time, and a swap always where all signs are the same', () => {
    // Four standard deviations of a share of so many tosses.
    expect(Math.abs(share('equal', 0) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / TOSSES));
    expect(model('swap', 'ones').outcomes).toEqual([{ off: 0, count: TOSSES }]);
    expect(share('three', 0)).toBe(0);
  });

  it('measure a slope that is the right gradient along v, with two evaluations', () => {
    const { elements, analytic, numeric } = model('four').shown;
    const planted = elements.reduce((sum, { sign, error }) => sum + sign * error, 0);
    expect(analytic - numeric).toBeCloseTo(planted * ERROR, 9);
  });
});

it('says of a cost only what was counted', () => {
  const curve = [
    [10, 30],
    [1000, 120],
    [100_000, 160],
  ] as const;
  expect(countedNear(curve, 900)).toEqual([1000, 120]);
  expect(countedNear(curve, 1)).toEqual([10, 30]);
});
