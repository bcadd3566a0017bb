import { DEFAULT_THRESHOLD } from '@/checker/defaults.ts';
import { hiddenFields } from '@/lessons/thresholds/state.ts';
import { SliderField } from '../controls/field-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';
import { Hidden } from './Hidden.tsx';
import './thresholds.css';

/** A wrong group that one norm over everything does not see. */
export default function HiddenBlock() {
  const { state, bind, awake } = useUrlState('hidden-block', hiddenFields);
  return (
    <Island name="hidden-block" title="A wrong group beside a large one" awake={awake}>
      <Hidden label="The two groups" share={state.share} threshold={DEFAULT_THRESHOLD}>
        <SliderField label="Size of b's gradient beside W's" {...bind('share')} scale="log" />
      </Hidden>
    </Island>
  );
}
