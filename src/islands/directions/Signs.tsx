import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import { PATTERN_OPTIONS } from '@/lessons/directions/miss.ts';
import {
  type Direction,
  fields,
  nextToss,
  type OffCount,
  SIGNS,
  signsModel,
  TOSSES,
} from '@/lessons/directions/signs.ts';
import { Choice, Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './signs.css';

/** A coin for each of a dozen elements: the two slopes that it gives, and how far apart they are for hundreds of such tosses. */
export default function Signs() {
  const { state, update, bind, awake } = useUrlState('signs', fields);
  const { shown, outcomes } = useMemo(() => signsModel(state), [state]);
  return (
    <Island name="signs" title="A dozen elements, a coin for each" awake={awake} says={saysOf(shown)}>
      <div class="controls">
        <Select label="Errors" options={PATTERN_OPTIONS} {...bind('errors')} />
        <Choice label="Signs" options={SIGNS} {...bind('signs')} />
        <p class="signs-toss needs-script">
          <button type="button" onClick={() => update({ toss: nextToss(state.toss) })}>
            Toss again
          </button>
        </p>
      </div>
      <Row direction={shown} />
      <p class="signs-says" data-verdict={Math.round(shown.off) === 0 ? 'fail' : 'pass'}>
        Slope <span class="gc-analytic">written</span> <NumberText value={shown.analytic} digits={5} />,{' '}
        <span class="gc-numeric">measured</span> <NumberText value={shown.numeric} digits={5} />: {offText(shown)}
      </p>
      <Spread outcomes={outcomes} />
    </Island>
  );
}

/** `+e`, `−2e` */
const errors = (count: number): string => `${count > 0 ? '+' : '−'}${Math.abs(count) === 1 ? '' : Math.abs(count)}e`;

const offText = ({ off }: Direction): string =>
  Math.round(off) === 0 ? 'the errors cancel, and nothing shows.' : `off by ${errors(Math.round(off))}, which shows.`;

const saysOf = (shown: Direction): string =>
  `Written ${numberText(shown.analytic, { digits: 4 })}, measured ${numberText(shown.numeric, { digits: 4 })}: ${offText(shown)}`;

function Row({ direction: { elements } }: { readonly direction: Direction }) {
  return (
    <ol class="signs-row" aria-label="Signs of the elements; a wrong element has its error below">
      {elements.map(({ sign, error }, i) => (
        <li key={i} data-wrong={error === 0 ? undefined : ''}>
          <b>{sign > 0 ? '+' : '−'}</b>
          {error !== 0 && <span>{errors(sign * error)}</span>}
        </li>
      ))}
    </ol>
  );
}

/** A bar for each difference that occurred. */
function Spread({ outcomes }: { readonly outcomes: readonly OffCount[] }) {
  const most = Math.max(...outcomes.map(({ count }) => count));
  return (
    <div class="signs-spread">
      <p class="caption">How far off the two slopes are in {TOSSES} such tosses, in errors e:</p>
      <ol>
        {outcomes.map(({ off, count }) => (
          <li key={off} data-off={off} data-count={count}>
            <span>{off === 0 ? '0, unseen' : errors(off)}</span>
            <i style={{ width: `${Math.round((100 * count) / most)}%` }} />
            <span>{count}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
