import { decode } from '@/lessons/thresholds/cases.ts';
import { thresholdsModel } from '@/lessons/thresholds/model.ts';
import { lineFields } from '@/lessons/thresholds/state.ts';
import { Piles } from './Piles.tsx';
import './thresholds.css';

/** The same gradients, each measured by its own error bar. There is nothing to set: it is served as it is. */
export default function OwnBars({ population }: { readonly population: string }) {
  const threshold = lineFields.threshold.initial;
  return (
    <section class="island not-content" aria-label="Each gradient against its own error bar">
      <p class="island-title">Each against its own error bar</p>
      <Piles
        model={thresholdsModel(decode(population), { rule: 'production', threshold })}
        rule="production"
        threshold={threshold}
        ratio={0.32}
        compact
      />
    </section>
  );
}
