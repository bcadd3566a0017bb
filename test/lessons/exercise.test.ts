import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import type { Gradient, Loss, Point } from '@/checker/types.ts';
import { EXERCISES, type Exercise, exercisesOf } from '@/examples/exercises/index.ts';
import { gradeGradient, gradeStep } from '@/lessons/exercise/grade.ts';
import { gradeOfRun } from '@/lessons/exercise/program.ts';
import { gradeVector } from '@/lessons/exercise/vector.ts';
import { compile } from '@/sandbox/compile.ts';
import { PROGRAM_PREFIX } from '@/sandbox/position.ts';
import { type Body, execute } from '@/sandbox/program.ts';
import { IDLE } from '@/sandbox/run-state.ts';
import { processorTime } from '../expression/helpers.ts';

const ofKind = <K extends Exercise['kind']>(kind: K) =>
  EXERCISES.filter((exercise): exercise is Extract<Exercise, { kind: K }> => exercise.kind === kind);

const SEEDS = [1, 2, 3, 4, 5];
const CHAPTERS = ['method', 'misleads', 'practice'].flatMap((part) => chaptersIn(part));

function chaptersIn(part: string): { part: string; chapter: string }[] {
  const files = readdirSync(`content/${part}`).filter((file) => file.endsWith('.mdx'));
  return files.map((file) => ({ part, chapter: file.replace('.mdx', '') }));
}

describe('the exercises', () => {
  it.each(CHAPTERS)(
    'of $chapter are two or three, with hints and a solution, and stand on its page',
    ({ part, chapter }) => {
      const exercises = exercisesOf(chapter);
      expect(exercises.length).toBeGreaterThanOrEqual(2);
      expect(exercises.length).toBeLessThanOrEqual(3);
      for (const { hints, solution } of exercises)
        expect([hints.length > 0, solution.length > 0]).toEqual([true, true]);
      expect(readFileSync(`content/${part}/${chapter}.mdx`, 'utf8')).toContain(`<Exercises of="${chapter}" />`);
    },
  );

  it('belong to a chapter each, under a name of their own', () => {
    expect(new Set(EXERCISES.map(({ id }) => id)).size).toBe(EXERCISES.length);
    const chapters = new Set(CHAPTERS.map(({ chapter }) => chapter));
    expect(EXERCISES.filter(({ chapter }) => !chapters.has(chapter))).toEqual([]);
  });
});

const DIRECTIONS = [
  'layers-1',
  'without-threshold-1',
  'error-bar-1',
  'constraints-3',
  'second-derivatives-3',
  'at-scale-3',
];

describe.each(ofKind('vector').map((exercise) => [exercise.id, exercise] as const))(
  'find a vector: %s',
  (id, exercise) => {
    it('accepts its solution', () => expect(gradeVector(id, exercise.answer.join(', '))).toEqual({ right: true }));

    it.skipIf(!DIRECTIONS.includes(id))('accepts every multiple of it, since it asks for a direction', () =>
      expect(gradeVector(id, exercise.answer.map((each) => -0.3 * each).join(' '))).toEqual({ right: true }),
    );

    it('says what a slip lacks, and what cannot be read', () => {
      for (const answer of [exercise.slip.join(), exercise.slip.map(() => 0).join(), '1, 2, 3, 4, 5', 'one, two'])
        expect(gradeVector(id, answer)).toMatchObject({ right: false, message: expect.stringMatching(/./) });
    });
  },
);

describe.each(ofKind('gradient').map((exercise) => [exercise.id, exercise] as const))(
  'write the gradient: %s',
  (_, exercise) => {
    it('accepts its solution at every hidden point', () => {
      for (const seed of SEEDS) expect(gradeGradient(exercise, exercise.answer, seed)).toEqual({ right: true });
    });

    it('disproves the typical slip, with the point and the element', () => {
      for (const seed of SEEDS) {
        const grade = gradeGradient(exercise, exercise.slip, seed);
        if (grade.right !== false || !grade.disproof) throw new Error('the slip was accepted');
        const { analytic, numeric, point, element } = grade.disproof;
        expect(Math.abs(analytic - numeric)).toBeGreaterThan(1e-6);
        expect(point.map(({ name }) => name)).toContain(element);
      }
    });

    it('says what cannot be read', () => {
      const grade = gradeGradient(exercise, '2*(', 1);
      expect(grade.right === false && grade.message).toMatch(/^This cannot be read: /);
    });
  },
);

describe.each(ofKind('step').map((exercise) => [exercise.id, exercise] as const))(
  'choose a step: %s',
  (_, exercise) => {
    it('accepts its solution, and half and double of it', () => {
      for (const factor of [0.5, 1, 2]) expect(gradeStep(exercise, exercise.answer * factor)).toEqual({ right: true });
    });

    it('refuses the typical slip, a step of the other arm, and what is no step', () => {
      for (const step of [exercise.slip, exercise.answer / 1e4, exercise.answer * 1e4, 0, -1, Number.NaN])
        expect(gradeStep(exercise, step).right).toBe(false);
    });
  },
);

describe('the grader', () => {
  it.each(['2xy; x² + 3y²', '(2xy, x^2 + 3y^2)', 'dx = 2xy, dy = x**2 + 3*y**2', '[2·x·y; x^{2} + 3y^{2}]'])(
    'reads %s as people write it',
    (answer) => {
      const exercise = ofKind('gradient').find(({ formula }) => formula === 'x^2*y + y^3');
      if (exercise === undefined) throw new Error('the exercise is gone');
      expect(gradeGradient(exercise, answer, 3)).toEqual({ right: true });
    },
  );

  it('comes to an end soon, whatever is typed: it works on the page’s own thread', () => {
    const exercise = { formula: 'sum(w.^2)/3 + w[0]', lengths: { w: 3 }, range: [-2, 2] as const };
    const nested = (depth: number, open: string) => `${open.repeat(depth)}w[0]${')'.repeat(depth)}`;
    const long = Array.from({ length: 60 }, (_, k) => `sum((1:${k + 2}).^w[0])`).join('+');
    for (const answer of [
      `${nested(30, 'square(')}; ${nested(30, 'cube(')}; ${nested(30, 'sqrt(1+')}`,
      `${nested(30, 'exp(sin(')}; 1; 1`,
      `${long}; ${long}; ${long}`,
      `norm(exp(1:100) .^ norm(exp(1:100) .^ norm(1:100)))*w`,
      `${'-'.repeat(900)}w`,
      `w${'[0:]'.repeat(120)}`,
      '1;'.repeat(2_000),
    ]) {
      expect(processorTime(() => gradeGradient(exercise, answer, 3))).toBeLessThan(500);
    }
  });

  it('takes no gradient for right that no point has confirmed', () => {
    // doubles near 1e15 stand 1/8 apart, so that the slope 1 of x drowns in them at every step of the check
    const grade = gradeGradient({ formula: '1e15 + x', range: [-1, 1] }, '1', 3);
    expect(grade.right).toBeUndefined();
    expect('message' in grade && grade.message).toMatch(/neither confirmed nor disproved/);
  });

  it('says in words that a step leads out of the domain of f', () => {
    const grade = gradeStep({ formula: 'sqrt(x)', at: { x: 0.25 }, scheme: 'central' }, 0.5);
    expect(grade.right).toBe(false);
    expect('message' in grade && grade.message).toMatch(/there is no number/);
  });
});

describe.each(ofKind('choice').map((exercise) => [exercise.id, exercise] as const))('choose: %s', (_, exercise) => {
  it('has the answer that the checker gives, among its options', () => {
    expect(exercise.options).toContain(exercise.answer);
    expect(exercise.run()).toBe(exercise.answer);
  });
});

describe.each(ofKind('line').map((exercise) => [exercise.id, exercise] as const))(
  'find the line: %s',
  (_, exercise) => {
    const statusOf = (code: readonly string[]) => {
      const { loss, gradient, x } = new Function(
        `${code.join('\n')}\n${exercise.tail}\nreturn { loss, gradient, x };`,
      )() as {
        loss: Loss<Point>;
        gradient: Gradient<Point>;
        x: Point;
      };
      return gradientCheck(loss as never, gradient as never, x as never).status;
    };

    it('fails as it stands, and passes with that line mended', () => {
      expect(statusOf(exercise.code)).toBe('FAIL');
      expect(statusOf(exercise.code.map((line, i) => (i === exercise.answer ? exercise.mended : line)))).toBe('PASS');
    });
  },
);

describe.each(ofKind('program').map((exercise) => [exercise.id, exercise] as const))(
  'write a program: %s',
  (_, exercise) => {
    const silent = { log() {}, info() {}, debug() {}, warn() {}, error() {} };
    const troubleWith = async (code: string): Promise<string | undefined> => {
      const compiled = compile(`${code}\n${exercise.tail}`);
      if (!compiled.ok) return compiled.text;
      const body: Body = vm.runInThisContext(`(${PROGRAM_PREFIX.replace('__define(', '')}${compiled.code}\n})`);
      return execute(body, silent).then(
        () => undefined,
        (error: Error) => error.message,
      );
    };

    it('accepts its solution', async () => expect(await troubleWith(exercise.answer)).toBeUndefined());

    it('says in a sentence what is wrong with what it begins with, and with every slip', async () => {
      for (const code of [exercise.start, ...exercise.slips]) expect(await troubleWith(code)).toMatch(/^[A-Z].*[.?]$/s);
    });
  },
);

describe('the grade of a program', () => {
  const ended = { ...IDLE, phase: 'ended' as const };
  const code = 'one\ntwo';

  it('is right where nothing was thrown, and none until it has ended', () => {
    expect(gradeOfRun(ended, code)).toEqual({ right: true });
    expect(gradeOfRun({ ...IDLE, phase: 'running' }, code)).toBeUndefined();
  });

  it('has the line of an error in the code, and none of one that the tail throws', () => {
    const error = (line: number) => ({ ...ended, errors: [{ text: 'Error: too small', position: { line } }] });
    expect(gradeOfRun(error(2), code)).toEqual({ right: false, message: 'Line 2: Error: too small' });
    expect(gradeOfRun(error(3), code)).toEqual({ right: false, message: 'too small' });
  });

  it('is neither where the run was stopped', () => {
    const stopped = { reason: 'deadline' as const, text: 'Stopped at the time limit.' };
    expect(gradeOfRun({ ...ended, stopped }, code)).toEqual({ right: undefined, message: stopped.text });
  });
});
