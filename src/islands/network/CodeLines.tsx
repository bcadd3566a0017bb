import { useId } from 'preact/hooks';
import { backward, bugIn, forward, type Line, lossLine, type Planted, returned } from '@/lessons/network/backprop.ts';
import { lineId, NO_BUG, type State } from '@/lessons/network/state.ts';
import { Program, ProgramLine } from '../frame/Program.tsx';

interface CodeProps {
  readonly planted: Planted;
  readonly onPlant: (change: Partial<State>) => void;
}

const returns = Object.entries(returned).map(([weights, name]) => `${weights}: ${name}`);

/** The program of the network. A line of the backward pass opens to the bugs that can be planted in it. */
export function CodeLines({ planted, onPlant }: CodeProps) {
  const accordion = useId();
  return (
    <div class="network-code">
      <p class="island-title">Forward</p>
      <Program title="Forward pass">
        {forward.map(({ id, code }) => (
          <li key={id}>
            <ProgramLine code={`${id} = ${code}`} />
          </li>
        ))}
        <li>
          <ProgramLine code={`loss = ${lossLine.code}`} />
        </li>
      </Program>
      <p class="island-title">
        Backward <span class="caption">– open a line to plant a bug in it</span>
      </p>
      <Program title="Backward pass" first={forward.length + 2}>
        {backward.map((line) => (
          <BugLine key={line.id} line={line} planted={planted} onPlant={onPlant} accordion={accordion} />
        ))}
        <li>
          <ProgramLine code={`return { ${returns.join(', ')} }`} />
        </li>
      </Program>
    </div>
  );
}

function BugLine({ line, planted, onPlant, accordion }: CodeProps & { line: Line; accordion: string }) {
  const name = useId();
  const bug = bugIn(line, planted);
  const right = `${line.id} = ${line.code}`;
  const choices = [{ id: NO_BUG, title: 'As it should be', code: line.code }, ...line.bugs];
  return (
    <li data-line={line.id} data-planted={bug?.id}>
      <details name={accordion}>
        <summary>
          <ProgramLine code={bug ? `${line.id} = ${bug.code}` : right} mend={bug && right} />
        </summary>
        <fieldset>
          <legend class="sr-only">What the line {line.id} computes</legend>
          {choices.map(({ id, title, code }) => (
            <label key={id}>
              <input
                type="radio"
                name={name}
                value={id}
                checked={id === (bug?.id ?? NO_BUG)}
                onChange={() => onPlant({ [lineId(line)]: id })}
              />
              <span>
                {title} <code>{code}</code>
              </span>
            </label>
          ))}
        </fieldset>
      </details>
    </li>
  );
}
