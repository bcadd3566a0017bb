import { describe, expect, it } from 'vitest';
import { withSketches } from '../../src/site/finish/sketches.ts';

const chart = (curve: string) =>
  `<div class="sl-markdown-content"><svg class="gc-drawing gc-narrow" viewBox="0 0 320 200">
    <path class="gc-grid" d="M38 129H304M78 56V161"></path><path class="gc-base" d="M38 161H304"></path>
    <text>error</text>
    <g class="gc-series gc-tone-numeric"><svg x="37"><path id="p" tabindex="0" class="gc-line" d="${curve}"></path></svg></g>
  </svg></div>`;
const LIGHT = chart('M38,59l5,2');
const HEAVY = chart(`M38,59${'l5.1,2.2'.repeat(1000)}`);
const sketch = (chapter: string) =>
  withSketches('<span class="sketch astro-x" data-of="method/choosing-h"></span>', (page) =>
    page === 'method/choosing-h/index.html' ? chapter : '',
  );

describe('the picture of a chapter on the first page', () => {
  it('is the curves of its chart in the rectangle of the axes, without words, and nothing to focus', () => {
    expect(sketch(LIGHT)).toBe(
      '<span class="sketch astro-x" data-of="method/choosing-h"><svg viewBox="34 52 274 113" preserveAspectRatio="none" aria-hidden="true">' +
        '<path class="gc-base" d="M38 161H304"></path>' +
        '<g class="gc-series gc-tone-numeric"><path class="gc-line" d="M38,59l5,2"></path></g></svg></span>',
    );
  });

  it('is of the first chart that is light enough', () => {
    expect(sketch(HEAVY + LIGHT)).toBe(sketch(LIGHT));
  });

  it.each([HEAVY, '<p>no chart</p>'])('is missing where there is none', (chapter) => {
    expect(sketch(chapter)).toBe('<span class="sketch astro-x" data-of="method/choosing-h"></span>');
  });
});
