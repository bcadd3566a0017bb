import type { ComponentType } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FormulaPage } from '@/lessons/playground/formula-page.ts';
import type { CodeLanguage } from '@/lessons/playground/languages.ts';
import type { PlaygroundMode } from '@/lessons/playground/state.ts';
import { PYTHON_TEST_FILE, TEST_FILE_NAME } from '@/lessons/playground/test-file-names.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import type { CodeModeProps, TestFiles } from './CodeMode.tsx';
import { FormulaMode } from './FormulaMode.tsx';
import { ShareBar } from './ShareBar.tsx';
import { type Playground as State, usePlayground } from './use-playground.ts';
import './playground.css';

const MODES: readonly { value: PlaygroundMode; label: string }[] = [
  { value: 'formula', label: 'A formula' },
  { value: 'typescript', label: 'TypeScript' },
  { value: 'python', label: 'Python' },
];

/** Bring your own function and gradient. `first` is what the example shows, made at build time. */
export default function Playground({ first }: { first: FormulaPage }) {
  const playground = usePlayground();
  const { state, update, startOver, current, awake } = playground;
  const files = useRef<TestFiles>({});
  const onFormulaFile = useCallback((testFile: () => Promise<string | undefined>) => {
    files.current['formula'] = testFile;
  }, []);
  return (
    <Island name="playground" title="Your function, your gradient" awake={awake}>
      <Notice {...playground} />
      <div class="playground-switch">
        <Choice label="Written as" options={MODES} value={state.mode} onValue={(mode) => update({ mode })} />
      </div>
      {state.mode === 'formula' && (
        <div class="playground-mode">
          <FormulaMode state={state} update={update} first={first} onTestFile={onFormulaFile} />
        </div>
      )}
      <CodePane language="typescript" playground={playground} files={files.current} />
      <CodePane language="python" playground={playground} files={files.current} />
      <ShareBar
        current={current}
        testFile={() => files.current[state.mode]?.() ?? Promise.resolve(undefined)}
        fileName={state.mode === 'python' ? PYTHON_TEST_FILE : TEST_FILE_NAME}
        onReset={startOver}
      />
    </Island>
  );
}

/** Says which state took the place of the reader's own, with buttons that bring that back or drop it. */
function Notice({ notice, kept, bringBack, letGo }: State) {
  if (notice === undefined && kept === 0) return null;
  return (
    <div class="playground-notice" role="status">
      <p>
        {notice} {kept === 1 && 'What you had before is kept.'}
        {kept > 1 && `${kept} states of yours are kept; the last one comes back first.`}
      </p>
      {kept > 0 && (
        <p>
          <button type="button" onClick={bringBack}>
            Bring back mine
          </button>{' '}
          <button type="button" onClick={letGo}>
            Let it go
          </button>
        </p>
      )}
    </div>
  );
}

/** A mode of code with its editor, loaded when it is first asked for and kept from then on. */
function CodePane({ language, playground, files }: { language: CodeLanguage; playground: State; files: TestFiles }) {
  const wanted = playground.state.mode === language;
  const [Mode, setMode] = useState<ComponentType<CodeModeProps>>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import('./CodeMode.tsx').then(
      (loaded) => setMode(() => loaded.CodeMode),
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (wanted && Mode === undefined) load();
  }, [wanted]);
  return (
    <div hidden={!wanted} class="playground-mode">
      {Mode !== undefined && <Mode playground={playground} language={language} files={files} />}
      {wanted && Mode === undefined && (
        <div class="playground-loading">
          {failed ? (
            <>
              <p>The editor could not be loaded. Nothing is lost.</p>
              <button type="button" onClick={load}>
                Try again
              </button>
            </>
          ) : (
            <p class="caption">Loading the editor…</p>
          )}
        </div>
      )}
    </div>
  );
}
