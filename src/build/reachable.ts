/** A table or an output that scrolls on a narrow screen must be reachable by keyboard. */
export const reachableByKeyboard = (html: string): string =>
  html.replace(/<table(?![^>]*tabindex)|<div data-output=""(?![^>]*tabindex)/g, '$& tabindex="0"');
