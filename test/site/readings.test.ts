import { describe, expect, it } from 'vitest';
import { pageInMarkdown, readingOf, withLinks } from '@/site/finish/markdown.ts';
import { notebook } from '@/site/finish/notebook.ts';

const page = (body: string) =>
  `<html><body><h1>A slope</h1><nav>Menu</nav><div class="sl-markdown-content">${body}</div></body></html>`;
const read = (body: string) =>
  pageInMarkdown(withLinks(readingOf(page(body)), (address) => new URL(address, 'https://a.org/b/').href));

const formula = (tex: string) =>
  `<span class="katex"><span class="katex-mathml"><math><semantics><mi>f</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">f</span></span>`;
const code = (language: string, ...lines: string[]) =>
  `<div class="expressive-code"><figure class="frame"><pre data-language="${language}"><code>${lines
    .map((line) => `<div class="ec-line"><div class="code"><span>${line || '\n'}</span></div></div>`)
    .join('')}</code></pre></figure></div>`;
const figure = (inside: string) =>
  `<astro-island><section class="island" data-island="secant"><p class="island-title">One drag</p>${inside}</section><!--astro:end--></astro-island>`;

describe('a page as Markdown', () => {
  it('has the title of the page, and nothing of the site around it', () =>
    expect(read('<p>Text.</p>')).toBe('# A slope\n\nText.\n'));

  it('has formulas as their author wrote them', () => {
    expect(read(`<p>Let ${formula('\\frac{h^2}{6}')} fall.</p>`)).toContain('Let $\\frac{h^2}{6}$ fall.');
    expect(read(`<div class="math-display">${formula('x^2')}</div>`)).toContain('$$\nx^2\n$$');
  });

  it('has numbers in signs that a plain text knows', () =>
    expect(read('<p>1.4<i> × 10<sup>−11</sup></i>, e<sup>x</sup></p>')).toContain('1.4 × 10⁻¹¹, e^(x)'));

  it('has the lines of a program, the empty ones too', () =>
    expect(read(code('py', 'def f(x):', '', '    return x'))).toContain('```py\ndef f(x):\n\n    return x\n```'));

  it('has a figure in words: its title, its tables and its verdicts, and not its picture or controls', () => {
    const text = read(
      figure(
        '<button>Reset</button><svg><text>axis</text></svg><p data-verdict="fail">Fail</p><table><thead><tr><th>h</th></tr></thead><tbody><tr><td>0.1</td></tr></tbody></table>',
      ),
    );
    expect(text).toContain('> **One drag**');
    expect(text).toContain('> Fail');
    expect(text).toContain('> | h |\n> | - |\n> | 0.1 |');
    expect(text).not.toMatch(/Reset|axis|astro/);
  });

  it('has links that lead to the same place', () =>
    expect(read('<p><a href="../c/?h=1#d">there</a></p>')).toContain('[there](https://a.org/c/?h=1#d)'));
});

describe('a page as a notebook', () => {
  const cellsOf = (body: string) => {
    const text = notebook(readingOf(page(body)));
    return text && JSON.parse(text);
  };

  it('has a cell for each program in Python, and the text between', () => {
    const { cells, nbformat } = cellsOf(
      `<p>First.</p>${code('py', 'a = 1', 'b = 2')}<p>Then.</p>${code('ts', 'let a;')}`,
    );
    expect(nbformat).toBe(4);
    expect(cells.map(({ cell_type, source }: Record<string, unknown>) => [cell_type, source])).toEqual([
      ['markdown', ['# A slope\n', '\n', 'First.']],
      ['code', ['a = 1\n', 'b = 2']],
      ['markdown', ['Then.\n', '\n', '```ts\n', 'let a;\n', '```']],
    ]);
  });

  it('has the program of a figure as a cell, too', () =>
    expect(cellsOf(figure(code('py', 'a = 1'))).cells.map((cell: { cell_type: string }) => cell.cell_type)).toEqual([
      'markdown',
      'code',
    ]));

  it('is not made of a page without Python', () => expect(cellsOf(code('ts', 'let a;'))).toBeUndefined());
});
