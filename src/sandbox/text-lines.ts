/** Characters after which a line without an end is shown unfinished. */
const LONGEST = 4000;

/** Turns bytes of text into lines. A last line without an end is shown when no more text comes. */
export function textLines(onLine: (text: string) => void) {
  const decoder = new TextDecoder();
  let open = '';
  const end = () => {
    if (open !== '') onLine(open);
    open = '';
  };
  return {
    add: (bytes: Uint8Array): void => {
      const whole = (open + decoder.decode(bytes, { stream: true })).split('\n');
      open = whole.pop() ?? '';
      for (const line of whole) onLine(line);
      if (open.length > LONGEST) end();
    },
    end,
  };
}
