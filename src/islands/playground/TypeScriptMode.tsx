import { useEffect, useRef, useState } from 'preact/hooks';
import { saveDraft } from '@/lessons/playground/draft.ts';
import { typescriptTestFile } from '@/lessons/playground/program-test-file.ts';
import { TEMPLATES, type Template } from '@/lessons/playground/templates.ts';
import { diagnosisOf } from '@/lessons/report/diagnosis.ts';
import { DEADLINE } from '@/sandbox/protocol.ts';
import { placed, type RunState } from '@/sandbox/run-state.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { useAnnouncement } from '../frame/Island.tsx';
import { useSandboxRun } from '../run/use-sandbox-run.ts';
import { CheckReport } from './CheckReport.tsx';
import { CheckTools } from './CheckTools.tsx';
import { RunConsole, RunErrors } from './RunLog.tsx';
import type { Playground } from './use-playground.ts';

export interface TypeScriptProps {
  playground: Playground;
  /** Where the way to the test file is left for the bar below. */
  files: { typescript?: () => Promise<string | undefined> };
}

/** The reader's own code: a loss, its gradient and a point, checked in a sandbox. */
export function TypeScriptMode({ playground, files }: TypeScriptProps) {
  const { state, update, version, liveCode } = playground;
  const { run, start, stop } = useSandboxRun();
  const editor = useRef<CodeEditorHandle>(null);
  const first = useRef(state.code);
  const [before, setBefore] = useState<string>();
  const text = () => editor.current?.text() ?? state.code;

  useEffect(() => {
    liveCode.current = text;
    files.typescript = async () => typescriptTestFile(text());
    return () => {
      liveCode.current = null;
    };
  }, []);
  useEffect(() => {
    if (editor.current !== null && editor.current.text() !== state.code) {
      stop();
      editor.current.replace(state.code);
      setBefore(undefined);
    }
  }, [version]);
  useAnnouncement(spoken(run));

  const put = (code: string) => {
    editor.current?.replace(code);
    update({ code });
  };
  const onTemplate = ({ code }: Template) => {
    const own = text();
    setBefore(own === code || TEMPLATES.some((each) => each.code === own) ? undefined : own);
    put(code);
  };
  const check = () => {
    // in a browser that runs the sandbox in the page's own process, a run that eats all memory ends both
    saveDraft(playground.current());
    start(text(), 'check', state.deadline);
  };
  const position = run.errors[0]?.position;
  return (
    <>
      <CheckTools
        code={state.code}
        deadline={Math.min(DEADLINE.longest, state.deadline)}
        run={run}
        onTemplate={onTemplate}
        onDeadline={(deadline) => update({ deadline })}
        onCheck={check}
        onStop={stop}
      />
      {before !== undefined && (
        <div class="playground-notice" role="status">
          <p>Your code has made room for the template.</p>
          <button
            type="button"
            onClick={() => {
              put(before);
              setBefore(undefined);
            }}
          >
            Bring back mine
          </button>
        </div>
      )}
      <CodeEditor
        ref={editor}
        initial={first.current}
        label="Your loss, gradient and point, in TypeScript"
        onEdit={(code) => update({ code })}
        onRun={check}
        errorLine={run.code === undefined ? undefined : position?.line}
        eager
      />
      <RunErrors run={run} onGo={(line) => editor.current?.goTo(line)} />
      {run.result !== undefined && (
        <>
          {run.resultOf !== state.code && <p class="caption check-changed">The code has changed since this check.</p>}
          <CheckReport result={run.result} stale={run.phase === 'running'} />
        </>
      )}
      <RunConsole output={run.output} />
      {run.phase === 'idle' && (
        <p class="caption">
          The code exports <code>loss</code>, <code>gradient</code> and <code>x</code>, and <code>sizes</code> if there
          is a batch to know of. It runs in a sandbox in your browser, without a network; nothing is sent anywhere.
          Escape, then Tab, leaves the editor.
        </p>
      )}
    </>
  );
}

function spoken({ phase, result, errors, stopped }: RunState): string {
  if (phase === 'running') return 'Checking.';
  if (errors.length > 0) return placed(errors[0]);
  if (stopped !== undefined) return stopped.text;
  return result === undefined ? '' : spokenDiagnosis(diagnosisOf(result.report));
}
