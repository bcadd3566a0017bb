import type { Transform } from './built.ts';
import { minifiedText } from './minified.ts';

const CLASSIC = /<script( aria-hidden="true")?>([\s\S]*?)<\/script>/g;
const MODULE = /<script type="module">([\s\S]*?)<\/script>/g;
/** Classic scripts with nothing between them. */
const IN_A_ROW = /<script>(?:(?!<\/script>)[\s\S])*<\/script>(?:<script>(?:(?!<\/script>)[\s\S])*<\/script>)+/g;
/** What a script must not contain if it becomes part of another. */
const OWN_FILE = /\b(?:import|export|await)\b/;

/**
 * Starlight and Astro write up to fifteen small scripts into a page, and the policy names each by its hash. Comments and
 * spaces are taken out; scripts that follow one another directly become one; and so do the modules, at the end of the
 * body, which is when they run anyway.
 */
export const fewerScripts: Transform = (html) => {
  const modules: string[] = [];
  return html
    .replace(CLASSIC, (_, attribute = '', text: string) => `<script${attribute}>${minifiedText(text)}</script>`)
    .replace(IN_A_ROW, (scripts) => scripts.replaceAll('</script><script>', ';'))
    .replace(MODULE, (tag, text: string) => {
      if (OWN_FILE.test(text)) return tag;
      modules.push(`(()=>{${text}})();`);
      return '';
    })
    .replace(/<\/body>|$/, (end) =>
      modules.length > 0 ? `<script type="module">${modules.join('')}</script>${end}` : end,
    );
};
