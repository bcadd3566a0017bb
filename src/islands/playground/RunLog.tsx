import type { RunState } from '@/sandbox/run-state.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';

/** Of more than these, the first say what the rest repeat. */
const MOST_ERRORS = 3;

/** What went wrong, with its line. It is text, whatever it looks like. */
export function RunErrors({ run, onGo }: { run: RunState; onGo: (line: number) => void }) {
  const { errors, stopped, phase, result } = run;
  const silent = phase === 'ended' && result === undefined && errors.length === 0 && stopped === undefined;
  if (errors.length === 0 && stopped === undefined && !silent) return null;
  return (
    <div class="run-errors" role="alert">
      {errors.slice(0, MOST_ERRORS).map(({ text, position }, place) => (
        <p key={place} class="field-error">
          {position !== undefined && (
            <button type="button" class="run-line" onClick={() => onGo(position.line)}>
              Line {position.line}
            </button>
          )}{' '}
          {text}
        </p>
      ))}
      {stopped !== undefined && <p class="field-error">{stopped.text}</p>}
      {silent && <p class="field-error">The code ended without a result.</p>}
    </div>
  );
}

/** What the code printed, as text. */
export function RunConsole({ output }: Pick<RunState, 'output'>) {
  if (output.length === 0) return null;
  return (
    <details open class="run-output">
      <summary>Console, {output.length === 1 ? '1 line' : `${output.length} lines`}</summary>
      <ScrollRegion class="run-console" label="Console output" data-output="">
        {output.map(({ level, text }, place) => (
          <div key={place} data-level={level}>
            {text}
          </div>
        ))}
      </ScrollRegion>
    </details>
  );
}
