import { useId } from 'preact/hooks';
import { bare, type ShownLine, shownLines } from '@/examples/programs/program.ts';
import { textOf } from '@/examples/text.ts';
import { bugsIn, bugsOf, network, type PlantedLines } from '@/lessons/network/backprop.ts';
import { NO_BUG, type State } from '@/lessons/network/state.ts';
import { Program, ProgramLine } from '../frame/Program.tsx';

interface CodeProps {
  readonly planted: PlantedLines;
  readonly onPlant: (change: Partial<State>) => void;
}

/** The program of the network. A line of the backward pass opens to the bugs that can be planted in it. */
export function CodeLines({ planted, onPlant }: CodeProps) {
  const accordion = useId();
  const { forward, backward } = shownLines(network, ...bugsIn(planted));
  return (
    <div class="network-code">
      <p class="island-title">Forward</p>
      <Program title="Forward pass">
        {forward.map((line) => (
          <li key={line.name}>
            <Line {...line} />
          </li>
        ))}
      </Program>
      <p class="island-title">
        Backward <span class="caption">– open a line to plant a bug in it</span>
      </p>
      <Program title="Backward pass" first={forward.length + 1}>
        {backward.map((line) =>
          line.name in network.backward ? (
            <BugLine key={line.name} line={line} planted={planted} onPlant={onPlant} accordion={accordion} />
          ) : (
            <li key={line.name}>
              <Line {...line} />
            </li>
          ),
        )}
      </Program>
    </div>
  );
}

const Line = ({ code, mend }: ShownLine) => <ProgramLine code={bare(code)} mend={mend && bare(mend)} />;

function BugLine({ line, planted, onPlant, accordion }: CodeProps & { line: ShownLine; accordion: string }) {
  const group = useId();
  const name = line.name as keyof typeof network.backward & keyof State;
  const bugs = bugsOf(name).map(({ id, title, wrong }) => ({ id, title, line: wrong[name] }));
  const choices = [{ id: NO_BUG, title: 'As it should be', line: network.backward[name] }, ...bugs];
  const chosen = bugs.find(({ id }) => id === planted[name])?.id;
  return (
    <li data-line={name} data-planted={chosen}>
      <details name={accordion}>
        <summary>
          <Line {...line} />
        </summary>
        <fieldset>
          <legend class="sr-only">What the line {name} computes</legend>
          {choices.map(({ id, title, line: choice }) => (
            <label key={id}>
              <input
                type="radio"
                name={group}
                value={id}
                checked={id === (chosen ?? NO_BUG)}
                onChange={() => onPlant({ [name]: id })}
              />
              <span>
                {title} <code>{choice && textOf(choice)}</code>
              </span>
            </label>
          ))}
        </fieldset>
      </details>
    </li>
  );
}
