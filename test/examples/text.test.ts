import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { families } from '@/examples/index.ts';
import { expressionOf, textOf } from '@/examples/text.ts';

describe('the text of a line', () => {
  it.each([
    ['(s) => s.dw', 'dw'],
    [
      '(s) =>\n      multiply(\n        map(s.h, (a) => 1 - a * a),\n        s.flow,\n      )',
      'multiply(map(h, (a) => 1 - a * a), flow)',
    ],
    ['(s) => s.w\n    .map((v) => v)\n    .flat()', 'w.map((v) => v).flat()'],
    ['(s) => ({\n  w: s.dw,\n  b: s.db,\n})', '{ w: dw, b: db }'],
    ['(s) => {\n  s.total = s.dw;\n  return s.total;\n}', '{ total = dw; return total; }'],
    ['(x) => x.reduce((s, v) => s + v * v, 0)', 'x.reduce((s, v) => s + v * v, 0)'],
  ])('of %j is %j', (source, text) => {
    expect(expressionOf(source)).toBe(text);
  });

  it('is the function’s own source where nothing has been attached to it', () => {
    expect(textOf((v: number) => v + 1)).toBe('v + 1');
  });

  it('is in plain Node what it is in a bundle', () => {
    const code = `import { families } from './src/examples/index.ts';
      console.log(JSON.stringify(families.map(({ shown, bugs }) => [shown(), ...bugs.map(shown)])));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(families.map(({ shown, bugs }) => [shown(), ...bugs.map(shown)]));
  });
});
