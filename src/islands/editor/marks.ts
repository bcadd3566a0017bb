/** Marks in code what a reader cannot see: hidden characters, and letters that look like others. */
import { syntaxTree } from '@codemirror/language';
import type { Extension, Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { escapeOf, HIDDEN } from '@/input/hidden.ts';
import { lookAlikes } from '@/input/look-alikes.ts';

/** Hidden characters in a row are drawn together, so many at most, and the first of them written out. */
const MOST_IN_ROW = 64;
const WRITTEN_OUT = 4;

/** Hidden characters stand as their escapes, which are seen, and read aloud. */
class HiddenMark extends WidgetType {
  readonly #text: string;

  constructor(characters: string) {
    super();
    const all = [...characters].map((character) => escapeOf(character.codePointAt(0) as number));
    const more = all.length - WRITTEN_OUT;
    this.#text = all.slice(0, WRITTEN_OUT).join('') + (more > 0 ? `… (${more} more)` : '');
  }

  override eq(other: HiddenMark): boolean {
    return other.#text === this.#text;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-hidden-character';
    mark.textContent = this.#text;
    mark.title = 'characters that cannot be seen';
    return mark;
  }
}

const hiddenInRow = new MatchDecorator({
  regexp: new RegExp(`(?:${HIDDEN.source}){1,${MOST_IN_ROW}}`, HIDDEN.flags),
  decoration: ([characters]) => Decoration.replace({ widget: new HiddenMark(characters) }),
});

const hiddenMarks = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    constructor(view: EditorView) {
      this.marks = hiddenInRow.createDeco(view);
    }
    update(update: ViewUpdate) {
      this.marks = hiddenInRow.updateDeco(update, this.marks);
    }
  },
  {
    decorations: ({ marks }) => marks,
    // characters drawn together are skipped, and deleted, together
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.marks ?? Decoration.none),
  },
);

const markOf = (letter: string) =>
  Decoration.mark({
    class: 'cm-look-alike',
    attributes: { title: `${escapeOf(letter.codePointAt(0) as number)}: not the letter that it looks like` },
  });

/** In comments and strings a word may be of any language. */
const isProse = (name: string): boolean => /Comment|String|Template|RegExp/.test(name);

function lookAlikeMarks(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const tree = syntaxTree(view.state);
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges)
    for (const { at, letter } of lookAlikes(
      doc.sliceString(from, to),
      (at) => !isProse(tree.resolveInner(from + at, 1).name),
    ))
      found.push(markOf(letter).range(from + at, from + at + letter.length));
  return Decoration.set(found);
}

const lookAlikePlugin = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    constructor(view: EditorView) {
      this.marks = lookAlikeMarks(view);
    }
    update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate) {
      // the tree grows while the browser has nothing else to do
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state))
        this.marks = lookAlikeMarks(view);
    }
  },
  { decorations: ({ marks }) => marks },
);

const theme = EditorView.theme({
  '.cm-hidden-character, .cm-look-alike': {
    color: 'var(--gc-fail)',
    outline: '1px solid var(--gc-fail)',
    borderRadius: '2px',
  },
});

export const unseenMarks: Extension = [hiddenMarks, lookAlikePlugin, theme];
