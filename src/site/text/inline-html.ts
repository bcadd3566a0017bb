const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The marks that short texts use as HTML: code, emphasis, and links within the site. */
export const inlineHtml = (markdown: string): string =>
  markdown
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark])
    .split(/(`[^`]*`)/)
    .map((piece) =>
      piece.startsWith('`')
        ? `<code>${piece.slice(1, -1)}</code>`
        : piece.replace(/\*(\w[^*]*)\*/g, '<em>$1</em>').replace(/\[([^\]]+)\]\((\/[^)\s]+)\)/g, '<a href="$2">$1</a>'),
    )
    .join('');
