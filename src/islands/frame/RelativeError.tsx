import { scientific } from '@/checker/words/scientific.ts';

/** A relative error as the textbook check prints it, 3.33e-01, with the raw double on hover. */
export function RelativeError({ value, class: name }: { readonly value: number; readonly class?: string }) {
  const raw = String(value);
  return (
    <data class={name} value={raw} data-value={raw} title={raw}>
      {scientific(value)}
    </data>
  );
}
