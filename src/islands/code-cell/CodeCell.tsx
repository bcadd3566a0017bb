import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RunMessage, SourcePosition, StopReason } from '@/sandbox/protocol.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { useSandboxRun } from '../run/use-sandbox-run.ts';
import './code-cell.css';
import { ScrollRegion } from '../controls/ScrollTable.tsx';

interface Line {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}

interface Props {
  code: string;
  title: string;
  /** What the code printed when the site was built. */
  output: readonly Line[];
  highlighted?: ComponentChildren;
  twin?: ComponentChildren;
  twinLanguage?: string;
}

/** A cell of code: run it, edit it, put it back. What it prints is there before any script. */
export default function CodeCell({ code, title, output, highlighted, twin, twinLanguage }: Props) {
  const id = useId();
  const [awake, setAwake] = useState(false);
  const [changed, setChanged] = useState(false);
  const [lines, setLines] = useState(output);
  const [state, setState] = useState<'idle' | 'running'>('idle');
  const [place, setPlace] = useState<SourcePosition | undefined>(undefined);
  const [stopped, setStopped] = useState<{ reason: StopReason; text: string } | undefined>(undefined);
  const [status, setStatus] = useState('');
  const editor = useRef<CodeEditorHandle>(null);
  const run = useSandboxRun();
  useEffect(() => setAwake(true), []);

  const start = () => {
    setState('running');
    setPlace(undefined);
    setStopped(undefined);
    setStatus('Running.');
    const collected: Line[] = [];
    const hear = (message: RunMessage) => {
      if (message.kind === 'output') collected.push({ level: message.level, text: message.text });
      if (message.kind === 'error') {
        const where = message.position === undefined ? '' : `Line ${message.position.line}: `;
        collected.push({ level: 'error', text: `${where}${message.text}` });
        setPlace(message.position);
      }
      if (message.kind === 'stopped') setStopped(message);
      if (message.kind === 'done' || message.kind === 'stopped') {
        setLines(collected);
        setState('idle');
        setStatus(collected.length === 0 ? 'Nothing was printed.' : collected.map((line) => line.text).join('. '));
      }
    };
    run.start(editor.current?.text() ?? code, { task: 'run', onMessage: hear });
  };

  const reset = () => {
    run.stop();
    editor.current?.replace(code);
    setChanged(false);
    setLines(output);
    setPlace(undefined);
    setStopped(undefined);
    setState('idle');
    setStatus('The code is as it came.');
  };

  const own = (
    <CodeEditor
      ref={editor}
      initial={code}
      label={title}
      onEdit={(text) => setChanged(text !== code)}
      onRun={start}
      errorLine={place?.line}
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
          {state === 'running' ? (
            <button type="button" onClick={run.stop}>
              Stop
            </button>
          ) : (
            <button type="button" class="primary" onClick={start}>
              Run
            </button>
          )}
          <button type="button" onClick={reset} disabled={!changed && lines === output && stopped === undefined}>
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
        {stopped !== undefined && <div data-level="error">{stopped.text}</div>}
        {lines.length === 0 && stopped === undefined && <div class="caption">Nothing was printed.</div>}
      </ScrollRegion>
      <p class="sr-only" role="status">
        {status}
      </p>
    </section>
  );
}
