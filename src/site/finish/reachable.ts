/** A table with the tag before it, where that takes the focus: such a box scrolls in the table's place. */
const TABLE = /(<[a-z]+[^>]*\stabindex="0"[^>]*>\s*)?<table(?![^>]*\stabindex)/g;

/**
 * Code and tables scroll on a narrow screen, and what scrolls must be reachable by keyboard: from the first paint, not
 * once a script has measured it. One stop each: a table within a box that has one already gets none.
 */
export const reachable = (html: string): string =>
  html
    .replaceAll('<pre data-language=', '<pre tabindex="0" data-language=')
    .replace(TABLE, (tag, box) => (box === undefined ? `<table tabindex="0"` : tag));
