import type { ComponentChild } from 'preact';
import { PRECISION_OPTIONS } from '@/lessons/differences/precisions.ts';
import { PIECES } from '@/lessons/kinks/pieces.ts';
import type { Tab } from '@/lessons/kinks/state.ts';
import { fields, LIMITS, type State } from '@/lessons/kinks/state.ts';
import { Choice, Select, SliderField } from '../controls/controls.tsx';

interface SettingsProps {
  readonly state: State;
  readonly update: (change: Partial<State>) => void;
}

const PIECE_OPTIONS = PIECES.map(({ id, label }) => ({ value: id, label }));
const SIDES = [
  { value: 'left', label: 'left of it' },
  { value: 'at', label: 'exactly on it' },
  { value: 'right', label: 'right of it' },
] as const;
const EDGES = [
  { value: 'root', label: '√x' },
  { value: 'logarithm', label: 'ln x' },
] as const;
const GRADIENTS = [
  { value: 'right', label: 'right' },
  { value: 'wrong', label: '10 % too large' },
] as const;

type LogField = keyof typeof LIMITS;

const slider = (name: LogField, label: string, { state, update }: SettingsProps) => (
  <SliderField
    label={label}
    field={fields[name]}
    value={state[name]}
    scale="log"
    {...LIMITS[name]}
    onValue={(value) => update({ [name]: value })}
  />
);

/** The knobs of each tab. */
const KNOBS: Readonly<Record<Tab, (props: SettingsProps) => ComponentChild>> = {
  kink: (props) => (
    <>
      <Select
        label="Function"
        options={PIECE_OPTIONS}
        value={props.state.piece}
        onValue={(piece) => props.update({ piece })}
      />
      <Choice label="x is" options={SIDES} value={props.state.side} onValue={(side) => props.update({ side })} />
      {slider('distance', 'Distance from it', props)}
    </>
  ),
  noise: (props) => slider('noise', 'Noise of the dropout mask', props),
  float32: (props) => (
    <Choice
      label="f is computed in"
      options={[...PRECISION_OPTIONS].reverse()}
      value={props.state.precision}
      onValue={(precision) => props.update({ precision })}
    />
  ),
  domain: (props) => (
    <>
      <Choice label="Function" options={EDGES} value={props.state.edge} onValue={(edge) => props.update({ edge })} />
      {slider('gap', 'x, its distance from 0', props)}
    </>
  ),
  offset: (props) => slider('offset', 'Offset added to f', props),
};

export function Settings(props: SettingsProps) {
  const { state, update } = props;
  return (
    <div class="controls kinks-settings">
      {KNOBS[state.tab](props)}
      {slider('h', 'Step h of the textbook check', props)}
      <Choice
        label="Gradient under test"
        options={GRADIENTS}
        value={state.gradient}
        onValue={(gradient) => update({ gradient })}
      />
    </div>
  );
}
