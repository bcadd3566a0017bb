import { useEffect, useRef } from 'preact/hooks';
import { type CodeLanguage, LANGUAGES } from '@/lessons/playground/languages.ts';
import { languageOf } from '@/lessons/playground/recognise.ts';
import { resultDiagnosis } from '@/lessons/playground/report-view.ts';
import { INITIAL } from '@/lessons/playground/state.ts';
import type { RunState } from '@/sandbox/run-state.ts';
import { CodeEditor, type CodeEditorHandle } from '../editor/CodeEditor.tsx';
import { spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { useAnnouncement } from '../frame/Island.tsx';
import type { Reply } from '../run/answering.ts';
import { prepareRun, useSandboxRun } from '../run/use-sandbox-run.ts';
import { useWorkerClient, type WorkerOptions } from '../run/worker-client.ts';
import { AboutCode, AboutPython } from './AboutCode.tsx';
import { CheckReport } from './CheckReport.tsx';
import { CheckTools } from './CheckTools.tsx';
import { PROGRAM_READER, type Wanted } from './program-reader.ts';
import { RunConsole, RunErrors } from './RunLog.tsx';
import type { Playground } from './use-playground.ts';

/** Where the way to the test file of a mode is left for the bar below. */
export type TestFiles = Partial<Record<string, () => Promise<string | undefined>>>;

export interface CodeModeProps {
  playground: Playground;
  language: CodeLanguage;
  files: TestFiles;
}

const checkCompiler = () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });

const FILE_WORKER: WorkerOptions<Reply<string>> = { ...PROGRAM_READER, failed: () => ({ kind: 'not-loaded' }) };

/** The reader's own code: a loss, its gradient and a point, checked in a sandbox. */
export function CodeMode({ playground, language, files }: CodeModeProps) {
  const { state, update, open, move, save, version, liveCode } = playground;
  const { name, field, deadline, templates } = LANGUAGES[language];
  const code = state[field];
  const { run, start, stop } = useSandboxRun(checkCompiler);
  const fileWorker = useWorkerClient<Wanted, Reply<string>>(FILE_WORKER);
  const editor = useRef<CodeEditorHandle>(null);
  const first = useRef(code);
  const text = () => editor.current?.text() ?? code;

  useEffect(() => {
    liveCode.current[field] = text;
    files[language] = () =>
      new Promise((resolve) => {
        const hear = (reply: Reply<string>) => resolve(reply.kind === 'value' ? reply.value : undefined);
        fileWorker.ask({ language, code: text() }, hear);
      });
    prepareRun(language);
    return () => {
      delete liveCode.current[field];
    };
  }, []);
  useEffect(() => {
    if (editor.current !== null && editor.current.text() !== code) {
      stop();
      editor.current.replace(code);
    }
  }, [version]);
  useAnnouncement(state.mode === language ? spoken(run) : '');

  const check = () => {
    // in a browser that runs the sandbox in the page's own process, a run that eats all memory ends both
    save();
    start({ code: text(), language, task: 'check', deadline: state[deadline] });
  };
  const add = (line: string) => {
    const longer = `${text().trimEnd()}\n${line}\n`;
    editor.current?.replace(longer);
    update({ [field]: longer });
    check();
  };
  const written = languageOf(code);
  const other = written !== undefined && written !== language ? written : undefined;
  return (
    <>
      <div class="playground-input">
        <CheckTools
          code={code}
          templates={templates}
          deadline={state[deadline]}
          run={run}
          onTemplate={(template) => open({ ...state, [field]: template.code }, 'A template stands in the editor.')}
          onDeadline={(milliseconds) => update({ [deadline]: milliseconds })}
          onCheck={check}
          onStop={stop}
        />
        {other !== undefined && (
          <p class="code-other" role="status">
            This looks like {LANGUAGES[other].name}.{' '}
            <button
              type="button"
              onClick={() => move({ ...state, mode: other, [LANGUAGES[other].field]: text(), [field]: INITIAL[field] })}
            >
              Check it as {LANGUAGES[other].name}
            </button>
          </p>
        )}
        <RunErrors run={run} onGo={(line) => editor.current?.goTo(line)} onOffer={({ line }) => add(line)} />
        <CodeEditor
          handle={editor}
          initial={first.current}
          label={`Your loss, gradient and point, in ${name}`}
          language={language}
          onEdit={(edited) => update({ [field]: edited })}
          onRun={check}
          errorLine={run.result?.report.verdict === 'pass' ? undefined : run.errors[0]?.position?.line}
          eager
        />
        {language === 'python' ? (
          <AboutPython />
        ) : (
          <p class="caption">Types are taken out, not checked. Escape, then Tab, leaves the editor.</p>
        )}
      </div>
      <div class="playground-result">
        {run.result !== undefined && (
          <>
            {run.resultOf !== code && <p class="caption check-changed">The code has changed since this check.</p>}
            <CheckReport result={run.result} stale={run.phase === 'running'} />
          </>
        )}
        <RunConsole output={run.output} />
        {run.phase === 'idle' && <AboutCode language={language} />}
      </div>
    </>
  );
}

/** Errors, and that a run was stopped, are not said here: the alert that shows them is read out by itself. */
function spoken({ phase, loading, result }: RunState): string {
  if (loading !== undefined) return 'Python is being loaded.';
  if (phase === 'running') return 'Checking.';
  return result === undefined ? '' : spokenDiagnosis(resultDiagnosis(result));
}
