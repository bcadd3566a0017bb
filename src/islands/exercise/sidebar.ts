/** Marks each chapter, in the side bar and on the first page, with how many of its exercises are solved, once one is. */
import { onProgress, solved } from './progress.ts';

const PLACE = 'exercise-ids';

function chapters(): Readonly<Record<string, readonly string[]>> {
  const text = document.getElementById(PLACE)?.textContent;
  return text ? JSON.parse(text) : {};
}

function mark(): void {
  const done = solved();
  const all = chapters();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sidebar-content a, .chapter-list a')) {
    const ids = all[link.pathname.split('/').at(-2) ?? ''] ?? [];
    const count = ids.filter((id) => done.has(id)).length;
    let note = link.querySelector('.exercise-mark');
    if (count === 0) {
      note?.remove();
      continue;
    }
    if (!note) {
      note = document.createElement('span');
      note.className = 'exercise-mark';
      link.append(note);
    }
    note.textContent = `${count}/${ids.length}`;
    note.setAttribute('title', `${count} of ${ids.length} exercises solved`);
  }
}

// an exercise imports this as well, and is also drawn where there is no document: on the server
if (typeof document !== 'undefined') {
  mark();
  onProgress(mark);
}
