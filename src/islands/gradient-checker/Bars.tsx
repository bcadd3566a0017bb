import type { Arrows } from '@/lessons/gradient-checker/arrows.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** The lengths laid end to end, the floor behind them, and the distance above on the same scale: their ratio is the error. */
export function Bars({ lengths, floor }: { readonly lengths: Arrows['lengths']; readonly floor: number }) {
  const { analytic, numeric, distance } = lengths;
  const whole = analytic + numeric + floor;
  return (
    <div class="arrows-bars" aria-hidden="true">
      <div>
        <span class="gc-error" style={{ width: percent(distance / whole) }}>
          ‖a − n‖
        </span>
      </div>
      <div>
        <span class="gc-analytic" style={{ width: percent(analytic / whole) }}>
          ‖a‖
        </span>
        <span class="gc-numeric" style={{ width: percent(numeric / whole) }}>
          ‖n‖
        </span>
        <span class="arrows-floor" style={{ width: percent(floor / whole) }}>
          floor
        </span>
      </div>
    </div>
  );
}
