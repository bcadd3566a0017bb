/**
 * Labels with a little mathematics: `*h*` is italic, `10^{-5}` raised, `x_{i}` lowered. SVG text has no `<sup>`, so a
 * label is cut into runs, and `marks/Label.tsx` sets each run as a tspan.
 */

export interface TextRun {
  readonly text: string;
  readonly style: 'plain' | 'italic' | 'raised' | 'lowered';
}

const MARKUP = /\*([^*]+)\*|\^\{([^}]*)\}|_\{([^}]*)\}/g;
/** Average advance of the text face in units of its size; tabular digits are 0.5, lower-case prose about 0.47. */
const ADVANCE = 0.52;
const RAISED_SIZE = 0.76;

/** Cuts a label into runs of one style each. */
export function runs(label: string): TextRun[] {
  const found: TextRun[] = [];
  let end = 0;
  for (const match of label.matchAll(MARKUP)) {
    if (match.index > end) found.push({ text: label.slice(end, match.index), style: 'plain' });
    if (match[1] !== undefined) found.push({ text: match[1], style: 'italic' });
    else if (match[2] !== undefined) found.push({ text: match[2], style: 'raised' });
    else found.push({ text: match[3], style: 'lowered' });
    end = match.index + match[0].length;
  }
  if (end < label.length) found.push({ text: label.slice(end), style: 'plain' });
  return found;
}

/** The label without its markup, for accessible names, file names and CSV headings. */
export function plainLabel(label: string): string {
  return runs(label)
    .map((run) => (run.style === 'raised' ? `^${run.text}` : run.text))
    .join('')
    .replaceAll('10^−', '10^-');
}

/** Width a label is likely to take, in the units of `size`. A guess on the wide side: there is no DOM at build time. */
export function labelWidth(label: string, size: number): number {
  let width = 0;
  for (const { text, style } of runs(label)) {
    const scale = style === 'raised' || style === 'lowered' ? RAISED_SIZE : 1;
    width += [...text].length * ADVANCE * scale;
  }
  return width * size;
}
