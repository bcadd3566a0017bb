import { NumberText } from '@/charts/figure/NumberText.tsx';
import { initialState } from '@/input/url-state.ts';
import { data } from '@/lessons/network/data.ts';
import { FigureActions, Select, SliderField } from '../controls/controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island, useAnnouncement } from '../frame/Island.tsx';
import { NotLoaded } from '../run/NotLoaded.tsx';
import { useComputed } from '../run/use-computed.ts';
import { type UrlState, useUrlState } from '../state/use-url-state.ts';
import { CodeLines } from './CodeLines.tsx';
import { Diagram } from './Diagram.tsx';
import { HeatMaps } from './HeatMaps.tsx';
import './network.css';
import './pictures.css';
import { cellNamed, heatMapsOf, type ShownNetwork } from '@/lessons/network/shown.ts';
import { allRight, fields, lineStates, WORST } from '@/lessons/network/state.ts';
import { Readout } from './Readout.tsx';

const NAME = 'network';
const { element: _, ...INITIAL } = initialState(fields);
const load = async () => (await import('@/lessons/network/model.ts')).networkModel;

/**
 * A two-layer network whose backward pass the reader breaks line by line, and what the check makes of it. `first` is
 * what the initial state shows, made at build time.
 */
export default function Network({ first }: { first: ShownNetwork }) {
  const url = useUrlState(NAME, fields);
  return (
    <Island name={NAME} title="A network, and the backward pass behind it" awake={url.awake}>
      <Figures {...url} first={first} />
    </Island>
  );
}

function Figures({
  state,
  update,
  bind,
  reset,
  first,
}: Omit<UrlState<typeof fields>, 'awake'> & { first: ShownNetwork }) {
  const { element, ...checked } = state;
  const run = useComputed(load, checked, { state: INITIAL, value: first });
  const shown = run.value;
  const { cells, diagnosis } = shown;
  useAnnouncement(spokenDiagnosis(diagnosis));
  const look = (name: string) => update({ element: name });
  const looking = element === WORST ? undefined : element;
  return (
    <>
      {/* Above the lines: opening one must not push the verdict out of sight. */}
      <Diagnosis diagnosis={diagnosis} />
      <NotLoaded {...run} />
      <CodeLines planted={lineStates(checked)} onPlant={update} />
      <p class="network-facts">
        Loss <NumberText value={shown.loss} digits={4} />, {shown.correct} of {data.m} points right.{' '}
        <span class="nowrap">
          {shown.evaluations} evaluations of the loss, {cells.length} elements.
        </span>
      </p>
      <div class="network-figures">
        <Diagram shown={shown} selected={looking} onSelect={look} />
      </div>
      <HeatMaps maps={heatMapsOf(cells)} selected={looking} onSelect={look} />
      <Readout cell={cellNamed(cells, looking ?? shown.worst) ?? cells[0]} worst={looking === undefined} />
      <div class="controls">
        <Select
          label="Element looked at"
          options={[
            { value: WORST, label: diagnosis.verdict === 'fail' ? 'the worst' : 'the first' },
            ...cells.map(({ name }) => ({ value: name, label: name })),
          ]}
          value={element}
          onValue={look}
        />
        <SliderField label="Check after so many training steps" {...bind('steps')} step={1} />
      </div>
      <FigureActions onReset={reset}>
        <button type="button" onClick={() => update(allRight)}>
          Make every line right
        </button>
      </FigureActions>
    </>
  );
}
