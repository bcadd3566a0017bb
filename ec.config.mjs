// @ts-check
import { defineEcConfig } from '@astrojs/starlight/expressive-code';

// Shiki leaves the rest of a line without colours once the line has taken half a second, so that a build on a busy machine
// gave other pages. Here a line is given the time that it needs.
const untimed = {
  name: 'untimed',
  preprocess: (/** @type {string} */ _code, /** @type {{ tokenizeTimeLimit?: number }} */ options) => {
    options.tokenizeTimeLimit = 0;
  },
};

export default defineEcConfig({
  shiki: { transformers: [untimed] },
  themes: ['github-dark-default', 'github-light-default'],
  styleOverrides: {
    borderRadius: '4px',
    borderColor: 'var(--gc-rule)',
    codeBackground: 'var(--gc-paper-soft)',
    codeFontFamily: 'var(--sl-font-mono), ui-monospace, monospace',
    codeFontSize: '0.875rem',
    uiFontFamily: 'var(--gc-font-ui)',
    frames: { shadowColor: 'transparent', editorTabBarBackground: 'transparent' },
  },
});
