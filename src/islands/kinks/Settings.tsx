import type { ComponentChild } from 'preact';
import { PRECISION_OPTIONS } from '@/lessons/differences/precisions.ts';
import { PIECES } from '@/lessons/kinks/pieces.ts';

import type { fields, Tab } from '@/lessons/kinks/state.ts';
import { Choice, Select, SliderField } from '../controls/controls.tsx';
import type { UrlState } from '../state/use-url-state.ts';

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

type Bind = UrlState<typeof fields>['bind'];

const slider = (name: 'distance' | 'noise' | 'gap' | 'offset' | 'h', label: string, bind: Bind) => (
  <SliderField label={label} {...bind(name)} scale="log" />
);

/** The knobs of each tab. */
const KNOBS: Readonly<Record<Tab, (bind: Bind) => ComponentChild>> = {
  kink: (bind) => (
    <>
      <Select label="Function" options={PIECE_OPTIONS} {...bind('piece')} />
      <Choice label="x is" options={SIDES} {...bind('side')} />
      {bind('side').value !== 'at' && slider('distance', 'Distance from it', bind)}
    </>
  ),
  noise: (bind) => slider('noise', 'Noise of the dropout mask', bind),
  float32: (bind) => (
    <Choice label="f is computed in" options={[...PRECISION_OPTIONS].reverse()} {...bind('precision')} />
  ),
  domain: (bind) => (
    <>
      <Choice label="Function" options={EDGES} {...bind('edge')} />
      {slider('gap', 'x, its distance from 0', bind)}
    </>
  ),
  offset: (bind) => slider('offset', 'Offset added to f', bind),
};

export function Settings({ tab, bind }: { readonly tab: Tab; readonly bind: Bind }) {
  return (
    <div class="controls kinks-settings">
      {KNOBS[tab](bind)}
      {slider('h', 'Step h of the textbook check', bind)}
      <Choice label="Gradient under test" options={GRADIENTS} {...bind('gradient')} />
    </div>
  );
}
