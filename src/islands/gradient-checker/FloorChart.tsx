import { LineChart } from '@/charts/LineChart.tsx';
import { floorDrawing } from '@/lessons/gradient-checker/floor.ts';

/** Drawn once, when the site is built: nothing in it moves. */
export default function FloorChart() {
  return (
    <div class="island not-content">
      <LineChart
        {...floorDrawing}
        compact
        ratio={0.32}
        title="A wrong sign, by the size of the gradient"
        description="The relative error of a gradient whose every sign is wrong, against its size, on logarithmic axes: 1 as long as the gradient is large beside the constant in the denominator, and falling with it below."
        fileName="floor"
        caption="A wrong sign reads 1 while the gradient is large beside 10⁻⁸; to the left it fades, and in the end it passes."
      />
    </div>
  );
}
