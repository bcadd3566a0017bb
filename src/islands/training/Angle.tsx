import { useMemo } from 'preact/hooks';
import { Drawing } from '@/charts/figure/Drawing.tsx';
import { Figure } from '@/charts/figure/Figure.tsx';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { numberText } from '@/charts/format.ts';
import {
  arrowTips,
  CONTOURS,
  type Descent,
  descentOf,
  fields,
  HEIGHT,
  minimumPlace,
  pathData,
  STEPS,
  startPlace,
  WIDTH,
} from '@/lessons/training/angle.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import './training.css';

const LAYOUT = { name: 'wide', width: WIDTH, height: HEIGHT, sideLabels: false } as const;
const TABLE_EVERY = 25;

/** A bowl seen from above, and descent along a gradient that points somewhere else. */
export default function Angle() {
  const { state, bind, awake } = useUrlState('training-angle', fields);
  const descent = useMemo(() => descentOf(state), [state]);
  const [downhill, taken] = arrowTips(state);
  const says = saysOf(descent);
  return (
    <Island name="training-angle" title="A gradient that points somewhere else" awake={awake} says={says}>
      <Figure
        title="Descent on a bowl, seen from above"
        description={`Ellipses are contours of the loss. The path starts at the upper left and follows the turned gradient. ${says}`}
        fileName="training-angle"
        compact
        table={() => tableOf(descent)}
      >
        {(describedBy) => (
          <Drawing layout={LAYOUT} title="Descent on a bowl, seen from above" describedBy={describedBy}>
            {CONTOURS.map(([rx, ry]) => (
              <ellipse key={rx} class="angle-contour" cx={minimumPlace[0]} cy={minimumPlace[1]} rx={rx} ry={ry} />
            ))}
            <path class="angle-path" d={pathData(descent.path)} />
            <circle class="angle-minimum" cx={minimumPlace[0]} cy={minimumPlace[1]} r={4} />
            <path class="angle-right" d={`M${startPlace.join(' ')}L${downhill.join(' ')}`} />
            <path class="angle-taken" d={`M${startPlace.join(' ')}L${taken.join(' ')}`} />
            <circle class="angle-minimum" cx={startPlace[0]} cy={startPlace[1]} r={4} />
          </Drawing>
        )}
      </Figure>
      <div class="controls">
        <SliderField label="Turned by, in degrees" {...bind('angle')} step={5} />
        <SliderField label="Stretched by a factor of" {...bind('factor')} scale="log" digits={2} />
      </div>
      <p>
        Dashed: straight downhill. Solid: the step that is taken. ∇<i>f</i> · <i>g</i>{' '}
        {descent.cosine > 1e-9 ? '> 0, downhill' : descent.cosine < -1e-9 ? '< 0, uphill' : '= 0, level'}. After {STEPS}{' '}
        steps the loss has gone from <NumberText value={descent.first} digits={3} /> to{' '}
        <NumberText value={descent.last} digits={3} />.
      </p>
    </Island>
  );
}

const saysOf = ({ first, last }: Descent): string =>
  `After ${STEPS} steps the loss has gone from ${numberText(first, { digits: 3 })} to ${numberText(last, { digits: 3 })}.`;

const tableOf = ({ path }: Descent) => {
  const shown = path.map(([x, y], step) => ({ step, x, y })).filter(({ step }) => step % TABLE_EVERY === 0);
  return [
    { label: 'step', values: shown.map(({ step }) => step) },
    { label: '*x*', values: shown.map(({ x }) => x) },
    { label: '*y*', values: shown.map(({ y }) => y) },
  ];
};
