import { parseAst } from 'rolldown/parseAst';
import { describe, expect, it } from 'vitest';
import { keepShownText } from '@/site/text/shown-text.ts';

const keep = (code: string): string => keepShownText(code, parseAst(code, { lang: 'ts' }));

describe('the text that the build keeps', () => {
  it('is attached to every function in the record of a definition, however deep', () => {
    expect(keep('const p = defineProgram<S>({ loss: (s) => s.r, bugs: [{ wrong: { r: (s) => 0 } }] });')).toBe(
      'const p = defineProgram<S>({ loss: /* @__PURE__ */ Object.assign((s) => s.r, { source: "(s) => s.r" }), ' +
        'bugs: [{ wrong: { r: /* @__PURE__ */ Object.assign((s) => 0, { source: "(s) => 0" }) } }] });',
    );
  });

  it('leaves functions within functions alone, and those outside of a definition', () => {
    const code = 'const twice = (v) => 2 * v;\nconst p = definePoint({ x: run([1].map((v, i) => v)) });';
    expect(keep(code)).toBe(code);
    expect(keep('defineProgram({ w: (s) => s.w.map((v) => -v) })')).toBe(
      'defineProgram({ w: /* @__PURE__ */ Object.assign((s) => s.w.map((v) => -v), { source: "(s) => s.w.map((v) => -v)" }) })',
    );
  });
});
