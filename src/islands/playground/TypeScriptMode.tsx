import { useEffect, useRef } from 'preact/hooks';
import { exporting } from '@/lessons/playground/program.ts';
import { typescriptTestFile } from '@/lessons/playground/program-test-file.ts';
import { resultDiagnosis } from '@/lessons/playground/report-view.ts';
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
  const { state, update, open, save, version, liveCode } = playground;
  const { run, start, stop } = useSandboxRun();
  const editor = useRef<CodeEditorHandle>(null);
  const first = useRef(state.code);
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
    }
  }, [version]);
  useAnnouncement(spoken(run));

  const check = () => {
    // in a browser that runs the sandbox in the page's own process, a run that eats all memory ends both
    save();
    const code = text();
    start({ code, program: exporting(code), task: 'check', deadline: state.deadline });
  };
  const add = (line: string) => {
    const code = `${text().trimEnd()}\n${line}\n`;
    editor.current?.replace(code);
    update({ code });
    check();
  };
  return (
    <>
      <div class="playground-input">
        <CheckTools
          code={state.code}
          deadline={state.deadline}
          run={run}
          onTemplate={({ code }) => open({ ...state, code }, 'A template stands in the editor.')}
          onDeadline={(deadline) => update({ deadline })}
          onCheck={check}
          onStop={stop}
        />
        <RunErrors run={run} onGo={(line) => editor.current?.goTo(line)} onOffer={({ line }) => add(line)} />
        <CodeEditor
          ref={editor}
          initial={first.current}
          label="Your loss, gradient and point, in TypeScript"
          onEdit={(code) => update({ code })}
          onRun={check}
          errorLine={run.result?.report.verdict === 'pass' ? undefined : run.errors[0]?.position?.line}
          eager
        />
        <p class="caption">Types are taken out, not checked. Escape, then Tab, leaves the editor.</p>
      </div>
      <div class="playground-result">
        {run.result !== undefined && (
          <>
            {run.resultOf !== state.code && <p class="caption check-changed">The code has changed since this check.</p>}
            <CheckReport result={run.result} stale={run.phase === 'running'} />
          </>
        )}
        <RunConsole output={run.output} />
        {run.phase === 'idle' && (
          <p class="caption">
            The code has a <code>loss</code>, a <code>gradient</code> and a point <code>x</code> at its top level, and{' '}
            <code>sizes</code> if there is a batch to know of; or a layer as <code>forward</code> and <code>vjp</code>,
            or a <code>jacobian</code> of <code>forward</code>, or a <code>hessian</code> of <code>gradient</code>. It
            runs in a sandbox in your browser, without a network; nothing is sent anywhere.
          </p>
        )}
      </div>
    </>
  );
}

function spoken({ phase, result, errors, stopped }: RunState): string {
  if (phase === 'running') return 'Checking.';
  if (result !== undefined) return spokenDiagnosis(resultDiagnosis(result));
  if (errors.length > 0) return placed(errors[0]);
  return stopped?.text ?? '';
}
