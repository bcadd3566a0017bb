import { LineChart } from '@/charts/LineChart.tsx';
import { FAILURES } from '@/lessons/step-size/failures.ts';
import './failures.css';

/** Four error curves on the same axes, drawn when the site is built. */
export default function Failures() {
  return (
    <div class="island failures not-content">
      {FAILURES.map(({ example, drawing }) => (
        <div key={example.id}>
          <LineChart
            {...drawing}
            compact
            narrow
            ratio={0.3}
            title={`Error against step: ${example.title.toLowerCase()}`}
            description={example.shows}
            fileName={`step-size-${example.id}`}
          />
        </div>
      ))}
    </div>
  );
}
