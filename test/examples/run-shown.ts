import * as operations from '@/examples/programs/matrix.ts';
import type { ShownLine } from '@/examples/programs/program.ts';

/**
 * Runs lines as they are shown, as a reader would who copied them: with the data, the point and the operations of
 * matrix.ts in sight. The last line returns, or `result` does.
 */
export function runShown(lines: readonly ShownLine[], sight: object, result = ''): unknown {
  const names = { ...operations, ...sight };
  const body = [...lines.map(({ code }) => code), result].join('\n');
  return new Function(...Object.keys(names), body)(...Object.values(names));
}
