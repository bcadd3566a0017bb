import path from 'node:path';
import { transform } from 'esbuild';
import type { Plugin } from 'rolldown';
import ts from 'typescript';

/**
 * Properties that the checker's files share among themselves and that never leave it: in no report, no argument, no
 * result. A test compares the reports of the small download with those of the source over the whole corpus.
 */
const PRIVATE =
  'answers applies blocks confirmedTo divisor evaluator gap gapNoise halted height layout misshapen analyticShape mismatches ' +
  'mutated nameOf narrow nearby noisy offsets precision realise roundOff scales slope smallest spare stairs starved terms ' +
  'thrown truncation unit unmoved unsteady variation weights wobble';

/** One letter each: the few bytes are the reason for all this. */
const SHORT = Object.fromEntries(PRIVATE.split(' ').map((name, i) => [name, `$${i.toString(36)}`]));

/** Makes the checker small: bugs go unnamed, an error says its code alone, private properties have short names. */
export const withoutWords = (checker: string): Plugin => ({
  name: 'without-words',
  resolveId: (id) => (id.endsWith('/diagnosis/index.ts') ? path.join(checker, 'diagnosis/unnamed.ts') : null),
  async transform(text, file) {
    const { code } = await transform(withoutMessages(text, file), {
      loader: 'ts',
      target: 'esnext',
      mangleProps: new RegExp(`^(?:${Object.keys(SHORT).join('|')})$`),
      mangleCache: SHORT,
    });
    return { code, moduleType: 'js' };
  },
});

/** `new CheckError(code, message)` without the message: the code takes its place; of a block that does not fit, its name. */
function withoutMessages(text: string, file: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const cuts: [from: number, to: number, instead: string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'CheckError' && node.arguments?.length === 2)
      cuts.push([node.arguments[0].end, node.arguments[1].end, '']);
    else if (ts.isCallExpression(node) && node.expression.getText() === 'mismatchText')
      cuts.push([node.getStart(), node.end, `${node.arguments[0].getText()}.name`]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return cuts.reduceRight((rest, [from, to, instead]) => rest.slice(0, from) + instead + rest.slice(to), text);
}
