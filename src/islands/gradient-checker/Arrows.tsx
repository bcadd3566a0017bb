import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { scientific } from '@/checker/words/scientific.ts';
import { arrowsOf, fields, type PlaneVector } from '@/lessons/gradient-checker/arrows.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { RelativeError } from '../frame/RelativeError.tsx';
import { VerdictWord } from '../frame/VerdictBanner.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Bars } from './Bars.tsx';
import { Tip, toPicture } from './Tip.tsx';
import './arrows.css';

const SHORT = { digits: 3 } as const;

/** Two gradients to drag, and their distance divided by their lengths: the relative error. */
export default function Arrows() {
  const { state, update, bind, awake } = useUrlState('arrows', fields);
  const model = useMemo(() => arrowsOf(state), [state]);
  const { analytic, numeric, lengths, bySum, byLarger, passes } = model;
  const tip = ([x, y]: PlaneVector) => toPicture([x, y]).join(' ');
  const says = `Relative error ${scientific(bySum)} by the sum, ${scientific(byLarger)} by the larger.`;
  return (
    <Island name="arrows" title="Two gradients and the distance between them" awake={awake} says={says}>
      <div class="arrows">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: its image is the group within, which has a name */}
        <svg class="gc-drawing" viewBox="0 0 240 240" data-tones="analytic numeric error">
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of marks is no control */}
          <g
            role="img"
            aria-label={`Two arrows from one point: the analytic gradient to ${analytic.join(', ')}, the numeric to ${numeric.join(', ')}.`}
          >
            <path class="gc-grid" d="M0 120H240M120 0V240" />
            <g class="gc-series gc-tone-error">
              <path class="gc-line" stroke-dasharray="6 4" d={`M${tip(analytic)}L${tip(numeric)}`} />
            </g>
            <g class="gc-series gc-tone-analytic">
              <path class="gc-line" d={`M120 120L${tip(analytic)}`} />
            </g>
            <g class="gc-series gc-tone-numeric">
              <path class="gc-line" d={`M120 120L${tip(numeric)}`} />
            </g>
          </g>
          <Tip
            name="a"
            label="Analytic gradient"
            tone="analytic"
            at={analytic}
            onMove={([ax, ay]) => update({ ax, ay })}
          />
          <Tip
            name="n"
            label="Numeric gradient"
            tone="numeric"
            at={numeric}
            onMove={([nx, ny]) => update({ nx, ny })}
          />
        </svg>
        <div class="arrows-numbers">
          <Bars lengths={lengths} floor={state.floor} />
          <dl>
            <dt class="gc-error">distance ‖a − n‖</dt>
            <dd>
              <NumberText value={lengths.distance} {...SHORT} />
            </dd>
            <dt>over the sum, with the floor</dt>
            <dd>
              <RelativeError value={bySum} /> <VerdictWord verdict={passes ? 'pass' : 'fail'} />
            </dd>
            <dt>over the larger</dt>
            <dd>
              <RelativeError value={byLarger} />
            </dd>
          </dl>
        </div>
      </div>
      <div class="controls">
        <SliderField label="Size of the gradients" {...bind('unit')} scale="log" digits={2} />
        <SliderField label="Floor in the denominator" {...bind('floor')} scale="log" digits={2} />
      </div>
    </Island>
  );
}
