import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleLevel } from '@/sandbox/protocol.ts';
import { placed, type RunState } from '@/sandbox/run-state.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { useSandboxRun } from '../run/use-sandbox-run.ts';
import './code-cell.css';

interface Printed {
  readonly level: ConsoleLevel;
  readonly text: string;
}

interface Props {
  code: string;
  title: string;
  /** What the code printed when the site was built. */
  output: readonly Printed[];
  highlighted?: ComponentChildren;
  twin?: ComponentChildren;
  twinLanguage?: string;
}

/** All that a run has to show: what it printed, and after that what ended it. */
const linesOf = ({ output, errors, stopped }: RunState): readonly Printed[] => [
  ...output,
  ...errors.map((error) => ({ level: 'error' as const, text: placed(error) })),
  ...(stopped === undefined ? [] : [{ level: 'error' as const, text: stopped.text }]),
];

/** A cell of code: run it, edit it, put it back. What it prints is there before any script. */
export default function CodeCell({ code, title, output, highlighted, twin, twinLanguage }: Props) {
  const id = useId();
  const [awake, setAwake] = useState(false);
  const [changed, setChanged] = useState(false);
  const [lines, setLines] = useState(output);
  const [status, setStatus] = useState('');
  const editor = useRef<CodeEditorHandle>(null);
  const { run, start, stop, forget } = useSandboxRun();
  const running = run.phase === 'running';
  useEffect(() => setAwake(true), []);
  // until a run has ended, the lines of the one before stand, and no longer
  useLayoutEffect(() => {
    if (run.phase !== 'ended') return;
    const printed = linesOf(run);
    setLines(printed);
    setStatus(printed.length === 0 ? 'Nothing was printed.' : printed.map(({ text }) => text).join('. '));
  }, [run]);

  const begin = () => {
    setStatus('Running.');
    start({ code: editor.current?.text() ?? code, task: 'run' });
  };
  const reset = () => {
    forget();
    editor.current?.replace(code);
    setChanged(false);
    setLines(output);
    setStatus('The code is as it came.');
  };

  const own = (
    <CodeEditor
      ref={editor}
      initial={code}
      label={title}
      onEdit={(text) => setChanged(text !== code)}
      onRun={begin}
      errorLine={run.errors[0]?.position?.line}
    >
      {highlighted}
    </CodeEditor>
  );
  return (
    <section
      class="code-cell not-content"
      data-island="code-cell"
      data-ready={awake ? '' : undefined}
      aria-label={`Code: ${title}`}
    >
      <header>
        <span class="code-title">{title}</span>
        <span class="needs-script code-actions">
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
      </header>
      {twinLanguage !== undefined && (
        <div class="code-tabs">
          <input type="radio" name={id} id={`${id}-own`} defaultChecked />
          <label for={`${id}-own`}>TypeScript</label>
          <input type="radio" name={id} id={`${id}-twin`} />
          <label for={`${id}-twin`}>{twinLanguage}</label>
          <div class="code-twin">{twin}</div>
          <div class="code-own">{own}</div>
        </div>
      )}
      {twinLanguage === undefined && own}
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
    </section>
  );
}
