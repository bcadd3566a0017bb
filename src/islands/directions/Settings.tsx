import { useId } from 'preact/hooks';
import { fields, LIMITS, planted, resized, type State } from '@/lessons/directions/state.ts';
import { FieldBox, SliderField } from '../controls/controls.tsx';

interface SettingsProps {
  readonly state: State;
  readonly update: (change: Partial<State>) => void;
}

/** Successive places as far from all before as can be: multiples of the golden section. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export function Settings({ state, update }: SettingsProps) {
  const { n, wrong, share } = state;
  const id = useId();
  const beyond = wrong.filter((index) => index >= n);
  const another = () => {
    for (let k = 1; k <= n; k++) {
      const index = Math.floor(((wrong.length + k) * GOLDEN * n) % n);
      if (!wrong.includes(index)) return update({ wrong: planted(state, index) });
    }
  };
  return (
    <>
      <div class="controls">
        <SliderField
          label="Number of elements n"
          field={fields.n}
          value={n}
          {...LIMITS.n}
          scale="log"
          digits={2}
          onValue={(value) => update(resized(state, value))}
        />
        <SliderField
          label="Error, as a share of the element"
          field={fields.share}
          value={share}
          {...LIMITS.share}
          scale="log"
          digits={2}
          step={0.1}
          onValue={(value) => update({ share: value })}
        />
      </div>
      <div class="directions-planted">
        <div>
          <FieldBox
            label="Wrong elements"
            field={fields.wrong}
            value={wrong}
            onValue={(indices) => update({ wrong: indices })}
            refusedBy={beyond.length > 0 ? id : undefined}
          />
          {beyond.length > 0 && (
            <p id={id} class="field-error" role="alert">
              x[{beyond[0]}] does not exist; the last element is x[{n - 1}].
            </p>
          )}
        </div>
        <p class="needs-script">
          <button type="button" onClick={another} disabled={wrong.length >= LIMITS.wrong}>
            Plant another
          </button>{' '}
          <button type="button" onClick={() => update({ wrong: wrong.slice(0, -1) })} disabled={wrong.length === 0}>
            Remove one
          </button>
        </p>
      </div>
    </>
  );
}
