const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The two marks that short texts use, code and emphasis, as HTML. */
export const inlineHtml = (markdown: string): string =>
  markdown
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark])
    .split(/(`[^`]*`)/)
    .map((piece) =>
      piece.startsWith('`') ? `<code>${piece.slice(1, -1)}</code>` : piece.replace(/\*(\w[^*]*)\*/g, '<em>$1</em>'),
    )
    .join('');
