import type { ComponentChildren } from 'preact';
import './program.css';

/** Lines of code with their numbers. */
export function Program({
  title,
  first = 1,
  children,
}: {
  title: string;
  first?: number;
  children: ComponentChildren;
}) {
  return (
    <ol class="program" aria-label={title} start={first} style={{ '--first': first - 1 }}>
      {children}
    </ol>
  );
}

/** A line as it runs; where it is wrong, the right line stands below, marked + as in a diff. */
export function ProgramLine({ code, mend }: { code: string; mend?: string | undefined }) {
  if (mend === undefined) return <code class="program-line">{code}</code>;
  return (
    <>
      <code class="program-line removed">
        <span class="sr-only">wrong: </span>
        {code}
      </code>
      <code class="program-line added">
        <span class="sr-only">right: </span>
        {mend}
      </code>
    </>
  );
}
