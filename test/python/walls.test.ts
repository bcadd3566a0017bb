import { describe, expect, it } from 'vitest';
import { freshPython, runIn } from './support.ts';
import { FORGERIES, forged, POLLUTION, WAYS } from './ways.ts';

const python = freshPython();

describe('a program in Python does not get out by', () => {
  it.each(WAYS)('%s', (_, code) => {
    expect(runIn(python, code.replaceAll('PORT', '9'), 'run').error?.text).toBeDefined();
  });
});

describe('what one run leaves', () => {
  it('is not there in the next, which is set up from the image', () => {
    runIn(freshPython(), 'import numpy as np, builtins\nnp.sum = lambda a: 7\nbuiltins.kept = 1', 'run');
    const after = 'import numpy as np, builtins\nprint(np.sum([1.0, 2.0]), hasattr(builtins, "kept"))';
    expect(runIn(freshPython(), after, 'run').output).toBe('3.0 False\n');
  });
});

describe('a wrong gradient does not pass by changing', () => {
  it.each(FORGERIES)('%s', (_, begin) => {
    const { result, error } = runIn(freshPython(), forged(begin));
    // it fails, or there is an error in place of a verdict
    expect([result?.report.verdict ?? 'fail', (result ?? error) !== undefined]).toEqual(['fail', true]);
    expect(Object.keys(error ?? {}).filter((key) => !['text', 'line', 'column', 'traceback'].includes(key))).toEqual(
      [],
    );
  });

  it('what all objects of JavaScript have', () => {
    expect(runIn(freshPython(), POLLUTION).error?.text).toContain('__proto__');
    expect(({} as Record<string, unknown>)['verdict']).toBeUndefined();
  });
});

describe('a program may', () => {
  it.each([
    [
      'change its own NumPy',
      'np.float = float\nnp.seterr(all="raise")\nnp.my = lambda a: a\nnp.set_printoptions(precision=3)',
    ],
    ['add to Python’s own names', 'import builtins\nbuiltins.square = lambda a: a * a'],
    ['hide Python’s own names by its own', 'def sum(a): return 0\ndef len(a): return 0\nabs = max = None'],
  ])('%s', (_, begin) => {
    const { result, error } = runIn(freshPython(), forged(begin).replace('3 * w', '2 * w'));
    expect(error).toBeUndefined();
    expect(result?.report.verdict).toBe('pass');
  });
});
