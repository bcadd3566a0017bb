import { DASHES, round } from '../marks/tone.ts';
import type { Annotations, Segment } from './annotations.ts';
import { Label } from './Label.tsx';

/** Shaded ranges: they lie under the data. */
export function Bands({ bands }: Pick<Annotations, 'bands'>) {
  return (
    <>
      {bands.map(({ left, right, top, bottom, tone }) => (
        <rect
          key={`${left} ${top}`}
          class={`gc-band gc-tone-${tone}`}
          x={left}
          y={top}
          width={Math.max(0, right - left)}
          height={Math.max(0, bottom - top)}
        />
      ))}
    </>
  );
}

/** Straight lines: reference lines and slope guides. */
export function Segments({
  segments,
  kind,
}: {
  readonly segments: readonly Segment[];
  readonly kind: 'rule' | 'guide' | 'diagonal';
}) {
  return (
    <>
      {segments.map(({ tone, dash, ...ends }) => (
        <line
          key={`${ends.x1} ${ends.y1} ${ends.x2}`}
          class={`gc-${kind} gc-tone-${tone}`}
          stroke-dasharray={DASHES[dash]}
          {...ends}
        />
      ))}
    </>
  );
}

/** Rings round the points to look at. */
export function Rings({ rings }: Pick<Annotations, 'rings'>) {
  return (
    <>
      {rings.map(({ x, y, tone }, index) => (
        <circle key={index} class={`gc-ring gc-tone-${tone}`} cx={round(x)} cy={round(y)} r={6} />
      ))}
    </>
  );
}

/** The labels of all of them: above everything, with a halo of paper. */
export function Labels({ labels }: Pick<Annotations, 'labels'>) {
  return (
    <>
      {labels.map(({ x, y, anchor, text, tone }) => (
        <Label
          key={`${text} ${round(x)}`}
          class={`gc-label gc-tone-${tone}`}
          x={round(x)}
          y={round(y)}
          anchor={anchor}
          text={text}
        />
      ))}
    </>
  );
}
