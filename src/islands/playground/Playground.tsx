import type { ComponentType } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FormulaPage } from '@/lessons/playground/formula-page.ts';
import type { PlaygroundMode } from '@/lessons/playground/state.ts';
import { Choice } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { FormulaMode } from './FormulaMode.tsx';
import { ShareBar } from './ShareBar.tsx';
import type { TypeScriptProps } from './TypeScriptMode.tsx';
import { type Playground as State, usePlayground } from './use-playground.ts';
import './playground.css';

const MODES: readonly { value: PlaygroundMode; label: string }[] = [
  { value: 'formula', label: 'A formula' },
  { value: 'typescript', label: 'TypeScript' },
];

type TestFile = () => Promise<string | undefined>;

/**
 * Bring your own function and gradient. `first` is what the example shows, made at build time: use it through
 * `components/Playground.astro`.
 */
export default function Playground({ first }: { first: FormulaPage }) {
  const playground = usePlayground();
  const { state, update, startOver, current, awake } = playground;
  const files = useRef<Partial<Record<PlaygroundMode, TestFile>>>({});
  const onFormulaFile = useCallback((testFile: TestFile) => {
    files.current.formula = testFile;
  }, []);
  const typescript = state.mode === 'typescript';
  return (
    <Island name="playground" title="Your function, your gradient" awake={awake}>
      <Notice {...playground} />
      <div class="playground-switch">
        <Choice label="Written as" options={MODES} value={state.mode} onValue={(mode) => update({ mode })} />
      </div>
      {!typescript && (
        <div class="playground-mode">
          <FormulaMode state={state} update={update} first={first} onTestFile={onFormulaFile} />
        </div>
      )}
      <TypeScriptPane playground={playground} files={files.current} />
      <ShareBar
        current={current}
        testFile={() => files.current[state.mode]?.() ?? Promise.resolve(undefined)}
        onReset={startOver}
      />
    </Island>
  );
}

/** What was put in place of the reader's own, and the way back to that. */
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

/** The other mode with its editor, loaded when it is first asked for and kept from then on. */
function TypeScriptPane({
  playground,
  files,
}: {
  playground: State;
  files: Partial<Record<PlaygroundMode, TestFile>>;
}) {
  const wanted = playground.state.mode === 'typescript';
  const [Mode, setMode] = useState<ComponentType<TypeScriptProps>>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    import('./TypeScriptMode.tsx').then(
      (loaded) => setMode(() => loaded.TypeScriptMode),
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (wanted && Mode === undefined) load();
  }, [wanted]);
  return (
    <div hidden={!wanted} class="playground-mode">
      {Mode !== undefined && <Mode playground={playground} files={files} />}
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
