import { useMemo } from 'preact/hooks';
import { NumberText } from '@/charts/figure/NumberText.tsx';
import { LineChart } from '@/charts/LineChart.tsx';
import { CORNERS } from '@/lessons/corners/corners.ts';
import type { MeasuredCorner } from '@/lessons/corners/measured.ts';
import { cornerDrawing, cornerOf, fields } from '@/lessons/corners/model.ts';
import { Select } from '../controls/choice-controls.tsx';
import { Diagnosis, spokenDiagnosis } from '../frame/Diagnosis.tsx';
import { Island } from '../frame/Island.tsx';
import { useUrlState } from '../state/use-url-state.ts';

const OPTIONS = CORNERS.map(({ id, label }) => ({ value: id, label }));

/** A function where it has no derivative, the slope that a library returns there, and what the check says of it. */
export default function Corners({ measured }: { readonly measured: Readonly<Record<string, MeasuredCorner>> }) {
  const { state, bind, awake } = useUrlState('corners', fields);
  const corner = cornerOf(state);
  const { left, right, diagnosis } = measured[corner.id];
  const spec = useMemo(() => cornerDrawing(corner), [corner]);
  return (
    <Island name="corners" title="What is returned at a corner" awake={awake} says={spokenDiagnosis(diagnosis)}>
      <Select label="Function and place" options={OPTIONS} {...bind('corner')} />
      <div class="island-pair">
        <LineChart
          {...spec}
          compact
          narrow
          ratio={0.38}
          title={`${corner.formula} near ${corner.x}`}
          description={corner.why}
          fileName="corner"
          caption={corner.why}
        />
        <div class="island-column">
          <p>
            Slope to the left <NumberText value={left} digits={3} />, to the right{' '}
            <NumberText value={right} digits={3} />. Returned: <NumberText value={corner.returned} digits={3} />.
          </p>
          <Diagnosis diagnosis={diagnosis} />
        </div>
      </div>
    </Island>
  );
}
