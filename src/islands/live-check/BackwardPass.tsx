import { NO_BUG } from '@/lessons/bug-zoo/state.ts';
import type { LiveLine } from '@/lessons/live-check/model.ts';
import { type BugChoice, CHOICES } from '@/lessons/live-check/state.ts';
import { Program, ProgramLine } from '../frame/Program.tsx';

interface BackwardPassProps {
  readonly lines: readonly LiveLine[];
  readonly onPlant: (bug: BugChoice) => void;
}

const labelOf = (bug: BugChoice) => CHOICES.find(({ value }) => value === bug)?.label;

/** The program. A line that a bug can be planted in is pressed to break it, and again to put it right. */
export function BackwardPass({ lines, onPlant }: BackwardPassProps) {
  return (
    <Program title="The backward pass">
      {lines.map(({ name, code, mend, bug }, i) => {
        const broken = mend !== undefined;
        return (
          <li key={name} data-whole={bug && !broken ? '' : undefined}>
            <ProgramLine code={code} mend={mend} />
            {bug && (
              <button
                type="button"
                class="live-break needs-script"
                aria-label={broken ? `Put line ${i + 1} right` : `Break line ${i + 1}: ${labelOf(bug)}`}
                onClick={() => onPlant(broken ? NO_BUG : bug)}
              />
            )}
          </li>
        );
      })}
    </Program>
  );
}
