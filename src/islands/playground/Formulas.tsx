import type { FormulaPage, ShownFormula } from '@/lessons/playground/formula-page.ts';
import { ScrollRegion } from '../controls/ScrollTable.tsx';

/** The symbolic gradient, typeset. */
export function Formulas({ gradient }: { gradient: FormulaPage['math']['gradient'] }) {
  return (
    <div class="formula-symbolic">
      <p class="gc-figure-title">The symbolic gradient</p>
      {typeof gradient === 'string' ? (
        <p class="caption">There is none: {gradient}.</p>
      ) : (
        <ScrollRegion class="formula-math formula-list" label="The symbolic gradient">
          {gradient.map((line) => (
            <Typeset key={line.text} {...line} />
          ))}
        </ScrollRegion>
      )}
    </div>
  );
}

export function Typeset({ html, text }: ShownFormula) {
  if (html === undefined) return <p class="caption">{text}</p>;
  // KaTeX's own output, of TeX that was made from a syntax tree: nothing of the reader's text is HTML in it.
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
