import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { Language } from '../run/use-sandbox-run.ts';
import { type CellCode, CellProgram } from './CellProgram.tsx';
import './code-cell.css';

/** What the tab of a language says. */
const TABS: Readonly<Record<Language, string>> = { typescript: 'TypeScript', python: 'NumPy' };

interface Props extends Partial<Record<Language, ComponentChildren>> {
  title: string;
  /** The same program in one language or in two. */
  programs: readonly CellCode[];
}

/** A cell of code that runs. What it prints is there before any script. */
export default function CodeCell({ title, programs, ...highlighted }: Props) {
  const id = useId();
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <section
      class="code-cell not-content"
      data-island="code-cell"
      data-ready={awake ? '' : undefined}
      aria-label={`Code: ${title}`}
    >
      <span class="code-title">{title}</span>
      {programs.length > 1 && (
        <div class="code-tabs">
          {programs.map(({ language }, place) => (
            <span key={language}>
              <input type="radio" name={id} id={`${id}-${language}`} value={language} defaultChecked={place === 0} />
              <label for={`${id}-${language}`}>{TABS[language]}</label>
            </span>
          ))}
        </div>
      )}
      {programs.map((program) => (
        <CellProgram key={program.language} {...program} title={title}>
          {highlighted[program.language]}
        </CellProgram>
      ))}
    </section>
  );
}
