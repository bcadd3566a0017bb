import { placeOnScale } from '@/lessons/check-runner/model.ts';

const LABELS = [-16, -12, -8, -4, 0];

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

/** A bar from 1e-16 to 1 with marks for the error and the threshold. Hidden from assistive technology: the verdict says the same. */
export function ErrorScale({ error, threshold }: { error: number; threshold: number }) {
  const mark = placeOnScale(error);
  const cut = placeOnScale(threshold) ?? 0;
  return (
    <div class="error-scale" aria-hidden="true">
      <div class="error-scale-band">
        <span class="error-scale-pass" style={{ width: percent(cut) }} />
        <span class="error-scale-cut" style={{ insetInlineStart: percent(cut) }} />
        {mark !== null && <span class="error-scale-mark" style={{ insetInlineStart: percent(mark) }} />}
      </div>
      <div class="error-scale-labels">
        {LABELS.map((power) => (
          <span key={power} style={{ insetInlineStart: percent((power + 16) / 16) }}>
            {power === 0 ? (
              '1'
            ) : (
              <>
                10<sup>−{-power}</sup>
              </>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
