import type { ShownBug } from '@/lessons/bug-zoo/shown.ts';
import { Program, ProgramLine } from '../frame/Program.tsx';

/** The program with its wrong line beside the right one, and why it is wrong. */
export function Planted({ shown: { bug, program, family }, open }: { shown: ShownBug; open: boolean }) {
  return (
    <div class="zoo-planted">
      <p class="island-title">{heading(bug?.title, open)}</p>
      <p class="zoo-why">{bug?.explanation ?? family.shows}</p>
      <Program title="The loss and its gradient, line by line">
        {program.map(({ code, mend }) => (
          <li key={code}>
            <ProgramLine code={code} mend={mend} />
          </li>
        ))}
      </Program>
    </div>
  );
}

function heading(title: string | undefined, open: boolean): string {
  if (open) return 'The right program; the planted bug changes one line of it';
  return title ?? 'Nothing planted';
}
