import { describe, expect, it } from 'vitest';
import { readArguments } from '@/command/core/arguments.ts';

describe('what is typed', () => {
  it('names a module, or a program after --', () => {
    expect(readArguments(['model.ts'])).toMatchObject({ target: { module: 'model.ts' } });
    expect(readArguments(['--', 'python3', 'model.py', '--json'])).toMatchObject({
      target: { program: ['python3', 'model.py', '--json'] },
      settings: { json: false },
    });
  });

  it('sets what the check goes by, before or after the module', () => {
    const { settings } = readArguments([
      ...['--json', 'model.ts', '--junit', 'out.xml', '--timeout', '0.5', '--directions', '20', '--seed=-7'],
    ]) as never;
    expect(settings).toEqual({ json: true, junit: 'out.xml', timeout: 0.5, directions: 20, seed: -7 });
  });

  it('asks for help', () => {
    expect(readArguments(['-h'])).toEqual({ help: true });
  });

  it.each([
    [[], 'Nothing was given to check'],
    [['--'], 'No program follows'],
    [['a.ts', 'b.ts'], 'gradient-check -- a.ts b.ts'],
    [['a.ts', '--', 'python3'], 'Check one of them'],
    [['model.py'], 'gradient-check -- python3 model.py'],
    [['--fast', 'a.ts'], "Unknown option '--fast'"],
    [['--junit'], '--junit'],
    [['--timeout', '0', 'a.ts'], '--timeout is "0"'],
    [['--timeout', 'soon', 'a.ts'], '--timeout is "soon"'],
    [['--timeout', '1e300', 'a.ts'], '--timeout is "1e300"'],
    [['--directions', '0', 'a.ts'], 'a whole number of 1 or more'],
    [['--directions', '2.5', 'a.ts'], 'a whole number of 1 or more'],
    [['--seed', '', 'a.ts'], '--seed is ""'],
  ])('%j is refused with what to do', (argv, says) => {
    expect(() => readArguments(argv)).toThrow(says);
  });
});
