import uniform from '@/checker/random.ts?raw';
import { wordOf } from '@/checker/words/sentence.ts';
import random from '@/sandbox/random.ts?raw';
import { FUNCTION_NAMES, subjectsOf } from '@/sandbox/subjects.ts';
import { type Import, type ParsedProgram, readProgram } from './program.ts';
import { testFile } from './test-file.ts';

/**
 * The file for the reader's TypeScript, which exports a function, its derivative, `x` and, if wanted, `sizes`. The code stays
 * as it is but for its imports of `checker` and `random`.
 */
export function typescriptTestFile(code: string): string {
  const program = readProgram(code);
  let rest = 0;
  let text = '';
  for (const each of program.imports) {
    const instead = wordOf(REWRITTEN, each.module)?.(each, code.slice(each.from, each.to));
    if (instead === undefined) continue;
    text += code.slice(rest, each.from) + instead;
    rest = each.to;
  }
  text += code.slice(rest);
  const usesRandom = program.imports.some(({ module }) => module === 'random');
  const commonJs = program.commonJs ? 'const module = { exports: {} };\n' : '';
  const named = (role: string) => localName(program, role);
  const tested = subjectsOf(namesIn(program, code)).map(({ id, f, derivative }) => ({
    id,
    f: named(f),
    derivative: named(derivative),
    x: named('x'),
  }));
  return testFile(`${usesRandom ? `${RANDOM}\n\n` : ''}${commonJs}${text}`, tested);
}

/** Names that the program declares or exports; those in `module.exports` are found as words, not by parsing. */
function namesIn({ exported, declared, commonJs }: ParsedProgram, code: string): string[] {
  const mentioned = FUNCTION_NAMES.filter((name) => commonJs && new RegExp(`\\b${name}\\b`).test(code));
  return [...exported.keys(), ...declared.map(({ name }) => name), ...mentioned];
}

function localName({ exported, declared, commonJs }: ParsedProgram, role: string): string {
  const known = exported.get(role) ?? declared.find(({ name }) => name === role)?.name;
  return known ?? (commonJs ? `module.exports.${role}` : role);
}

/** What stands in for an import of one of the playground's modules. */
const REWRITTEN: Readonly<Record<string, ((statement: Import, text: string) => string) | undefined>> = {
  checker: (_, text) => text.replace(/(['"])checker\1(\s*;?)$/, "'gradient-checking'$2"),
  random: ({ names }) =>
    names.map(({ imported, local }) => `const ${local} = random_${imported === '*' ? '' : `.${imported}`};`).join(' '),
};

/** A source text of this site without its imports and the word `export`. */
const bare = (source: string): string => source.replace(/^import .*\n/gm, '').replace(/^export /gm, '');

/** The playground's module `random`, as it runs there. */
const RANDOM = `const random_ = (() => {
const uniform = (() => {
${bare(uniform)}
return { seededRandom };
})();
${bare(random)}
return { seededRandom };
})();`;
