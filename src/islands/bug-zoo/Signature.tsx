import { useMemo } from 'preact/hooks';
import { ScatterChart } from '@/charts/ScatterChart.tsx';
import { signatureView, VIEW_LABELS } from '@/lessons/bug-zoo/drawing.ts';
import { decode, fields, VIEWS } from '@/lessons/bug-zoo/signatures.ts';
import { Choice, Select } from '../controls/choice-controls.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const LOOK_AT = VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] }));

/** A right gradient and eight wrong ones, each looked at in three ways. */
export default function Signature({ text }: { readonly text: string }) {
  const { state, bind, awake } = useUrlState('signature', fields);
  const all = useMemo(() => decode(text), [text]);
  const signature = all.find(({ bug }) => bug === state.bug)!;
  const view = useMemo(() => signatureView(signature, state.view), [signature, state.view]);
  return (
    <Island
      name="signature"
      title={`${signature.title}: ${signature.family}`}
      awake={awake}
      says={`${signature.title}. ${view.title}.`}
    >
      <ScatterChart
        {...view.spec}
        compact
        ratio={0.4}
        title={view.title}
        description={view.description}
        caption={view.caption}
        fileName="signature"
      />
      <div class="controls">
        <Select
          label="Gradient"
          options={all.map(({ bug, title }) => ({ value: bug, label: title }))}
          {...bind('bug')}
        />
        <Choice label="Look at" options={LOOK_AT} {...bind('view')} />
      </div>
    </Island>
  );
}
