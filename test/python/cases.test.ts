import { describe, expect, it } from 'vitest';
import { type Case, casesOf, freshPython, LINES_BEFORE, runIn } from './support.ts';

const python = freshPython();

/** The verdict, or an error in its place; the findings and all that was said; the line of the error. */
function judged({ source }: Case, fresh = python) {
  const { result, error, notes } = runIn(fresh, source);
  const { findings = [], verdict = 'error' } = result?.report ?? {};
  const kinds = findings.map(({ kind }) => kind).join(', ');
  return { verdict, said: [kinds, error?.text, ...notes].filter(Boolean).join('; '), line: error?.line };
}

function expectJudged(one: Case, fresh = python) {
  const [verdict, word = '', line = ''] = one.expected;
  const found = judged(one, fresh);
  expect(found).toMatchObject({ verdict, said: expect.stringContaining(word) });
  if (line !== '') expect(found.line).toBe(Number(line) + LINES_BEFORE);
}

const titled = (file: string) => casesOf(file).map((each) => [each.name, each] as const);
const GREEDY = 'too large';

describe('of a piece of homework in NumPy', () => {
  it.each(titled('homework.txt'))('%s: the check says what is so', (_, each) => expectJudged(each));
});

describe('of homework that was written down with its verdicts before any check of it', () => {
  it.each(titled('unseen.txt'))('%s: the check says what is so', (_, each) => expectJudged(each));
});

describe('of x, its structure, and what goes wrong', () => {
  const cases = titled('points.txt');
  it.each(cases.filter(([name]) => name !== GREEDY))('%s', (_, each) => expectJudged(each));

  it('nothing is noted of a pair that leaves nothing to say', () => {
    const [, plain] = cases.find(([name]) => name === 'a number') ?? [];
    expect(judged(plain as Case)).toEqual({ verdict: 'pass', said: '', line: undefined });
  });

  it('memory that there is not: an error, in a Python of its own', () => {
    const [, greedy] = cases.find(([name]) => name === GREEDY) ?? [];
    expectJudged(greedy as Case, freshPython());
  });
});

describe('NumPy and Python’s own library', () => {
  const cases = casesOf('features.txt', 'import numpy as np\n');
  const failures = (wanted: readonly Case[]) =>
    wanted.map(({ name, source }) => [name, runIn(python, source, 'run').error?.text] as const);
  const cannot = (name: string) => name.startsWith('cannot: ');

  it('do what readers’ programs ask of them', () => {
    expect(failures(cases.filter(({ name }) => !cannot(name))).filter(([, error]) => error !== undefined)).toEqual([]);
  });

  it('cannot do what the page says that they cannot', () => {
    const found = failures(cases.filter(({ name }) => cannot(name)));
    expect(found.filter(([, error]) => error === undefined)).toEqual([]);
  });
});
