import { useMemo } from 'preact/hooks';
import { choiceField } from '@/input/fields.ts';
import type { Boundary as Bug } from '@/lessons/bug-zoo/boundary.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './boundary.css';

/** The groups of a network in the order of its forward pass: which of them a bug makes wrong. */
export default function Boundary({ bugs }: { readonly bugs: readonly Bug[] }) {
  const fields = useMemo(
    () => ({
      bug: choiceField(
        bugs[0].bug,
        bugs.map(({ bug }) => bug),
      ),
    }),
    [bugs],
  );
  const { state, bind, awake } = useUrlState('boundary', fields);
  const { groups, named } = bugs.find(({ bug }) => bug === state.bug)!;
  const wrong = groups.filter((group) => group.wrong > 0).map(({ name }) => name);
  const says = `Wrong: ${wrong.join(', ')}. The report says: ${named}.`;
  const layers = [groups.slice(0, 2), groups.slice(2)];
  return (
    <Island name="boundary" title="Where the wrong groups begin" awake={awake} says={says}>
      <ol class="boundary" aria-label="The network, from its input to its loss">
        <li>x</li>
        {layers.map((layer, i) => (
          <>
            <li key={i} class="boundary-groups">
              <div>
                {layer.map(({ name, wrong: count, size, verdict }) => (
                  <span key={name} class="boundary-group" data-group={name} data-verdict={verdict}>
                    <code>{name}</code> {count > 0 ? `✗ ${count}/${size}` : '✓'}
                  </span>
                ))}
              </div>
            </li>
            <li key={`${i} then`}>{i === 0 ? 'tanh' : 'softmax, loss'}</li>
          </>
        ))}
      </ol>
      <p class="reading">{says}</p>
      <Select
        label="Planted bug"
        options={bugs.map(({ bug, title }) => ({ value: bug, label: title }))}
        {...bind('bug')}
      />
    </Island>
  );
}
