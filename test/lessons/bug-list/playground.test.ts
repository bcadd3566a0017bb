import { describe, expect, it } from 'vitest';
import { listedBugs } from '@/lessons/bug-list/numbers.ts';
import { asProgram, inPlayground } from '@/lessons/bug-list/playground.ts';
import { decodeState } from '@/lessons/playground/share.ts';
import { checkExports, execute } from '@/sandbox/program.ts';
import { bodyOf } from '../../sandbox/body.ts';

const quiet = { log() {}, info() {}, debug() {}, warn() {}, error() {} };
const withProgram = Object.values(listedBugs)
  .flat()
  .flatMap(({ kind, program, playable }) => (program !== undefined && playable ? [{ kind, program }] : []));

describe('an example of the bug list, in the playground', () => {
  it.each(withProgram)('shows what the list says of it: $kind', async ({ kind, program }) => {
    const { report } = checkExports(await execute(bodyOf(asProgram(program)), quiet));
    expect(report.findings.map((finding) => finding.kind)).toContain(kind);
  });

  it('is what its link opens', async () => {
    for (const { program } of withProgram) {
      const decoded = await decodeState(await inPlayground(program));
      expect(decoded.ok && decoded.state).toMatchObject({ mode: 'typescript', code: asProgram(program) });
    }
  });
});
