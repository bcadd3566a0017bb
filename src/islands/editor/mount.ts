/** CodeMirror, set up for this site. It weighs more than the rest of a page: import this file dynamically, on first use. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  type LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { unseenMarks } from './marks.ts';

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Reads the text, for its colours and indentation. */
  readonly language: LanguageSupport;
  /** What a level of indentation is. */
  readonly indent: string;
  /** The reader has changed the text; what `replace` does is no news. */
  readonly onChange: () => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onRun: () => void;
}

export interface Editor {
  readonly text: () => string;
  readonly replace: (text: string) => void;
  readonly focus: () => void;
  /** Puts the cursor on a line (from 1), into view. */
  readonly goTo: (line: number) => void;
  /** Marks a line (from 1) as the place of an error; undefined clears the mark. */
  readonly markLine: (line: number | undefined) => void;
  readonly destroy: () => void;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword], color: 'var(--gc-code-keyword)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--gc-code-number)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--gc-code-string)' },
  { tag: tags.comment, color: 'var(--gc-ink-soft)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.className], color: 'var(--gc-code-type)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--gc-code-function)' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--gc-paper-soft)', color: 'var(--gc-ink)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--gc-accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--gc-font-code)', lineHeight: '1.6', overflowX: 'auto' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--gc-ink)' },
  '.cm-line': { padding: '0 1rem 0 0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--gc-ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--gc-ink-soft)', border: '0' },
  '.cm-error-line': { backgroundColor: 'var(--gc-fail-soft)', boxShadow: 'inset 3px 0 0 var(--gc-fail)' },
  '.cm-matchingBracket': { outline: '1px solid var(--gc-control)', backgroundColor: 'transparent !important' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--gc-accent) 28%, transparent) !important',
  },
});

const fromOutside = Annotation.define<boolean>();
const setErrorLine = StateEffect.define<number | undefined>();
const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(setErrorLine)) continue;
      const { value } = effect;
      next =
        value === undefined || value < 1 || value > transaction.state.doc.lines
          ? Decoration.none
          : Decoration.set(Decoration.line({ class: 'cm-error-line' }).range(transaction.state.doc.line(value).from));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Puts an editor into `parent`. Escape, then Tab, leaves it. */
export function mountEditor({ parent, text, label, language, indent, onChange, onRun }: EditorOptions): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        unseenMarks,
        history(),
        bracketMatching(),
        indentOnInput(),
        indentUnit.of(indent),
        language,
        syntaxHighlighting(colours),
        theme,
        errorLine,
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              onRun();
              return true;
            },
          },
          indentWithTab,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({
          tabindex: '0',
          'aria-label': `${label}. Escape, then Tab, leaves the editor.`,
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((each) => each.annotation(fromOutside))) onChange();
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: fromOutside.of(true),
      }),
    focus: () => view.focus(),
    goTo: (line) => {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    markLine: (line) => view.dispatch({ effects: setErrorLine.of(line) }),
    destroy: () => view.destroy(),
  };
}
