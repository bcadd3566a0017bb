import type { ComponentChildren, Ref } from 'preact';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { hiddenIn, showHidden } from '@/input/hidden.ts';
import type { Editor } from './mount.ts';
import './editor.css';

export interface CodeEditorHandle {
  /** Loads the editor if need be, and puts the cursor into it. */
  readonly edit: () => void;
  readonly text: () => string;
  /** Puts another text in place of the present one; Undo brings that back once the editor is open. */
  readonly replace: (text: string) => void;
  /** Puts the cursor on a line, counted from 1. */
  readonly goTo: (line: number) => void;
}

/** What the editor needs of a language. */
const LANGUAGES = {
  typescript: () => import('./typescript.ts'),
  python: () => import('./python.ts'),
} as const;

interface Props {
  /** Holds what can be asked of the editor; named so that no page loads preact/compat for a `ref`. */
  handle: Ref<CodeEditorHandle>;
  /** What stands in it at first. From then on the editor keeps the text; ask its handle for it. */
  initial: string;
  label: string;
  language?: keyof typeof LANGUAGES;
  /** Told a moment after the reader's last key, not at every one. */
  onEdit: (text: string) => void;
  onRun: () => void;
  /** Line (from 1) at which the last run failed. */
  errorLine: number | undefined;
  /** Open the editor at once rather than on first use. */
  eager?: boolean;
  /** The highlighted code from the server, shown until the editor is asked for. */
  children?: ComponentChildren;
}

/** The methods that both the editor and the text area in its place have. */
type Opened = Pick<Editor, 'focus' | 'goTo'>;

/** Milliseconds without a key after which the text is told. */
const REST = 250;

/**
 * Code that can be edited. Until it is focused it is the server's own `<pre>`; then an editor of the same height takes
 * its place. If the editor cannot be loaded, a plain text area does its work.
 *
 * The text lives in the editor alone. A copy that followed each key and was written back would, with two keys typed
 * between two renders, overwrite the newer text with the older, over and over.
 */
export function CodeEditor({
  handle,
  initial,
  label,
  language = 'typescript',
  onEdit,
  onRun,
  errorLine,
  eager = false,
  children,
}: Props) {
  const root = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<Editor | undefined>(undefined);
  const text = useRef(initial);
  const latest = useRef({ onEdit, onRun });
  latest.current = { onEdit, onRun };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wanted = useRef<(opened: Opened) => void>(() => {});
  const [stage, setStage] = useState<'pre' | 'loading' | 'editor' | 'plain'>('pre');
  const [still, setStill] = useState(initial);
  const [hidden, setHidden] = useState('');

  const current = () => editor.current?.text() ?? area.current?.value ?? text.current;
  const untold = () => {
    const waiting = timer.current !== undefined;
    clearTimeout(timer.current);
    timer.current = undefined;
    return waiting;
  };
  const changed = () => {
    untold();
    timer.current = setTimeout(() => untold() && latest.current.onEdit(current()), REST);
  };
  const open = (then: (opened: Opened) => void) => {
    const opened = editor.current ?? (area.current === null ? undefined : plain(area.current));
    if (opened !== undefined) return then(opened);
    wanted.current = then;
    if (stage !== 'pre') return;
    setStage('loading');
    Promise.all([import('./mount.ts'), LANGUAGES[language]()]).then(
      ([{ mountEditor }, { language: reader, indent }]) => {
        if (place.current === null) return;
        editor.current = mountEditor({
          parent: place.current,
          text: text.current,
          label,
          language: reader,
          indent,
          onChange: changed,
          onRun: () => latest.current.onRun(),
        });
        setStage('editor');
        wanted.current(editor.current);
        // the server's code, which may have the focus, is about to go
        if (root.current?.contains(document.activeElement)) editor.current.focus();
      },
      () => setStage('plain'),
    );
  };

  useImperativeHandle(handle, () => ({
    edit: () => open((opened) => opened.focus()),
    text: current,
    replace: (next) => {
      untold();
      text.current = next;
      setStill(next);
      editor.current?.replace(next);
      if (area.current !== null) area.current.value = next;
    },
    goTo: (line) => open((opened) => opened.goTo(line)),
  }));
  useEffect(() => {
    if (eager) open(() => {});
    return () => {
      if (untold()) latest.current.onEdit(current());
      editor.current?.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    if (area.current !== null) wanted.current(plain(area.current));
  }, [stage]);
  useEffect(() => setHidden(hiddenIn(area.current?.value ?? '')), [stage, still]);
  useEffect(() => editor.current?.markLine(errorLine), [errorLine, stage]);

  return (
    <div ref={root} class="code-editor" data-stage={stage}>
      {(stage === 'pre' || stage === 'loading') && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a pointer may click into the code; by keyboard there is the button “Edit”.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        <div class="code-still" onClick={() => open((opened) => opened.focus())}>
          {still === initial && children !== undefined ? children : <pre class="code-plain">{showHidden(still)}</pre>}
        </div>
      )}
      {stage === 'plain' && (
        <>
          <textarea
            ref={area}
            aria-label={label}
            rows={text.current.split('\n').length + 1}
            spellcheck={false}
            defaultValue={text.current}
            onInput={(event) => {
              setHidden(hiddenIn(event.currentTarget.value));
              changed();
            }}
          />
          {hidden !== '' && <p class="caption">Characters in it that cannot be seen: {hidden}</p>}
        </>
      )}
      <div ref={place} class="code-place" />
    </div>
  );
}

const plain = (area: HTMLTextAreaElement): Opened => ({
  focus: () => area.focus(),
  goTo: (line) => {
    const before = area.value.split('\n').slice(0, line - 1);
    const start = before.join('\n').length + (before.length > 0 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start);
  },
});
