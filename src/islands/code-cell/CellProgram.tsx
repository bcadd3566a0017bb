import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleLevel } from '@/sandbox/protocol.ts';
import { placed, type RunState } from '@/sandbox/run-state.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { megabytes, PythonComes } from '../run/PythonComes.tsx';
import { type Language, useSandboxRun } from '../run/use-sandbox-run.ts';

interface Printed {
  readonly level: ConsoleLevel;
  readonly text: string;
}

export interface CellCode {
  readonly language: Language;
  readonly code: string;
  /** What the code printed when the site was built. */
  readonly output: readonly Printed[];
  /** Bytes that the first run of this language fetches, where that is much. */
  readonly fetches?: number;
}

interface Props extends CellCode {
  title: string;
  /** The code in colours, from the server. */
  children: ComponentChildren;
}

/** The lines of a run: its output, then the errors, then the message if it was stopped. */
const linesOf = ({ output, errors, stopped }: RunState): readonly Printed[] => [
  ...output,
  ...errors.map((error) => ({ level: 'error' as const, text: placed(error) })),
  ...(stopped === undefined ? [] : [{ level: 'error' as const, text: stopped.text }]),
];

/** One program of a cell: run it, edit it, put it back. */
export function CellProgram({ language, code, output, fetches, title, children }: Props) {
  const [changed, setChanged] = useState(false);
  const [lines, setLines] = useState(output);
  const [status, setStatus] = useState('');
  const editor = useRef<CodeEditorHandle>(null);
  const { run, start, stop, forget } = useSandboxRun();
  const running = run.phase === 'running';
  // the output of the run before stays until this run has ended
  useLayoutEffect(() => {
    if (run.phase !== 'ended') return;
    const printed = linesOf(run);
    setLines(printed);
    setStatus(printed.length === 0 ? 'Nothing was printed.' : printed.map(({ text }) => text).join('. '));
  }, [run]);

  const begin = () => {
    setStatus('Running.');
    start({ code: editor.current?.text() ?? code, language, task: 'run' });
  };
  const reset = () => {
    forget();
    editor.current?.replace(code);
    setChanged(false);
    setLines(output);
    setStatus('The code is as it came.');
  };

  return (
    <div class="code-program" data-program={language}>
      <div class="code-actions">
        <span class="needs-script">
          <button type="button" onClick={() => editor.current?.edit()}>
            Edit
          </button>
          {running ? (
            <button type="button" onClick={stop}>
              Stop
            </button>
          ) : (
            <button type="button" class="primary" onClick={begin}>
              Run
            </button>
          )}
          <button type="button" onClick={reset} disabled={!changed && lines === output}>
            Reset
          </button>
        </span>
      </div>
      <CodeEditor
        handle={editor}
        initial={code}
        label={title}
        language={language}
        onEdit={(text) => setChanged(text !== code)}
        onRun={begin}
        errorLine={run.errors[0]?.position?.line}
      >
        {children}
      </CodeEditor>
      {fetches !== undefined && run.phase !== 'ended' && (
        <p class="code-fetches">
          {run.loading === undefined ? (
            <span class="caption">
              The first Run fetches Python with NumPy from this site, {megabytes(fetches)} MB; then it works offline.
            </span>
          ) : (
            <PythonComes loading={run.loading} />
          )}
        </p>
      )}
      <ScrollRegion class="code-output" label={`Output: ${title}`} data-output="">
        {lines.map((line, i) => (
          <div key={i} data-level={line.level}>
            {line.text}
          </div>
        ))}
        {lines.length === 0 && <div class="caption">Nothing was printed.</div>}
      </ScrollRegion>
      <p class="sr-only" role="status">
        {status}
      </p>
    </div>
  );
}
