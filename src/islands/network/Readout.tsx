import { NumberText } from '@/charts/figure/NumberText.tsx';
import type { Cell } from '@/lessons/network/shown.ts';

/** The numbers of one element, in a space of fixed size. */
export function Readout({ cell, worst }: { cell: Cell; worst: boolean }) {
  const { name, role, analytic, numeric, ratio, verdict } = cell;
  return (
    <dl class="network-readout" data-verdict={verdict} data-element={name}>
      <div>
        <dt>{worst && verdict === 'fail' ? 'Worst element' : 'Element'}</dt>
        <dd>
          {name}, {role}
        </dd>
      </div>
      <div class="gc-tone-analytic">
        <dt>analytic</dt>
        <dd>
          <NumberText value={analytic} />
        </dd>
      </div>
      <div class="gc-tone-numeric">
        <dt>numeric</dt>
        <dd>
          <NumberText value={numeric} />
        </dd>
      </div>
      <div class="gc-tone-error">
        <dt>difference, in tolerances</dt>
        <dd>
          <NumberText value={ratio} digits={3} />
        </dd>
      </div>
    </dl>
  );
}
