import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bugList } from '@/examples/bug-list/index.ts';
import { families, notebookExamples } from '@/examples/index.ts';
import { dedent, expressionOf, sourceOf, textOf } from '@/examples/text.ts';

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
});

describe('the source of a function', () => {
  it.each([
    ['(x) => {\n        return x;\n      }', '(x) => {\n  return x;\n}'],
    ['(x) =>\n          x.map(() => {\n            f();\n          })', '(x) =>\n  x.map(() => {\n    f();\n  })'],
    ['({ W }) => ({\n        W,\n\n      })', '({ W }) => ({\n  W,\n\n})'],
    ['(x) => x', '(x) => x'],
  ])('%j is shown as %j', (code, shown) => {
    expect(dedent(code)).toBe(shown);
  });

  it('is in plain Node what it is in a bundle', () => {
    const shown = `[
      ...families.flatMap(({ shown, bugs }) => [shown(), ...bugs.map(shown)]),
      ...notebookExamples.map(({ f, gradient }) => [f, gradient].map(sourceOf)),
      ...Object.values(bugList).flatMap(({ example = {} }) =>
        Object.values(example).filter((part) => typeof part === 'function').map(sourceOf),
      ),
    ]`;
    const code = `import { families, notebookExamples } from './src/examples/index.ts';
      import { bugList } from './src/examples/bug-list/index.ts';
      import { sourceOf } from './src/examples/text.ts';
      console.log(JSON.stringify(${shown}));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    const inBundle = new Function('families', 'notebookExamples', 'bugList', 'sourceOf', `return ${shown};`);
    expect(JSON.parse(printed)).toEqual(inBundle(families, notebookExamples, bugList, sourceOf));
  });
});
