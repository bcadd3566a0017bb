import { useMemo } from 'preact/hooks';
import { Figure } from '@/charts/figure/Figure.tsx';
import type { Table } from '@/charts/figure/table.ts';
import { SHAPES, type Shape } from '@/charts/marks/tone.ts';
import { CLASSES, data } from '@/lessons/network/data.ts';
import type { PlaneShown } from '@/lessons/network/plane.ts';
import { SIDE } from '@/lessons/network/plane-state.ts';
import type { PlacedPoint } from '@/lessons/network/regions.ts';

const LOOKS: readonly Shape[] = ['circle', 'square', 'triangle'];

/** The input plane: the points the loss is a mean over, and the class the network gives to each part of the plane. */
export function Plane({ plane: { regions, points, missed } }: { readonly plane: PlaneShown }) {
  return (
    <Figure
      title="What the network says of the plane"
      description={`${data.m} points of three classes on spiral arms; ${missed} lie in a region of another class.`}
      fileName="network-plane"
      compact
      table={useMemo(() => () => tableOf(points), [points])}
    >
      {(describedBy) => (
        // biome-ignore lint/a11y/noSvgWithoutTitle: its image is the group within, which has a name
        <svg class="gc-drawing gc-wide" viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE}>
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of marks is no control */}
          <g role="img" aria-label="The data in the plane of inputs" aria-describedby={describedBy}>
            {regions.map(({ name, path }, c) => (
              <path key={name} class={`network-region region-${c + 1}`} d={path} />
            ))}
            <path class="network-axes" d={`M0 ${SIDE / 2}H${SIDE}M${SIDE / 2} 0V${SIDE}`} />
            <rect class="network-frame" width={SIDE} height={SIDE} />
            {points.map(({ x, y, label, right }) => (
              <g key={`${x} ${y}`} class="network-point">
                {!right && <circle class="ring" cx={x} cy={y} r={8.5} />}
                <path
                  transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(1.35)`}
                  d={`M0 0${SHAPES[LOOKS[label]]}`}
                />
              </g>
            ))}
            {regions.map(
              ({ name, label }) =>
                label && (
                  <text key={name} class="network-name" x={label[0]} y={label[1] + 7}>
                    {name}
                  </text>
                ),
            )}
          </g>
        </svg>
      )}
    </Figure>
  );
}

const tableOf = (points: readonly PlacedPoint[]): Table => [
  { label: '*x*_{1}', values: data.X.map(([x]) => x) },
  { label: '*x*_{2}', values: data.X.map(([, y]) => y) },
  { label: 'class', values: data.labels.map((label) => CLASSES[label]) },
  { label: 'right', values: points.map(({ right }) => (right ? 'yes' : 'no')) },
];
