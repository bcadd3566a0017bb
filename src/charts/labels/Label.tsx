import { runs } from '../figure/rich.ts';

export interface LabelProps {
  readonly x: number;
  /** Middle of the line of text. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** With the markup of `rich.ts`. */
  readonly text: string;
  readonly class?: string;
}

const RAISE = 4.5;
const SHIFTS = { plain: 0, italic: 0, raised: -RAISE, lowered: RAISE * 0.6 } as const;
const CLASSES = { plain: undefined, italic: 'gc-italic', raised: 'gc-small', lowered: 'gc-small' } as const;

/** A line of text in a drawing, with raised, lowered and italic runs. */
export function Label({ x, y, anchor = 'start', text, class: name }: LabelProps) {
  let baseline = 0;
  const parts = runs(text);
  return (
    <text x={x} y={y} dy=".34em" text-anchor={anchor} class={name}>
      {parts.length === 1 && parts[0].style === 'plain'
        ? text
        : parts.map((run, index) => {
            const shift = SHIFTS[run.style] - baseline;
            baseline = SHIFTS[run.style];
            return (
              <tspan key={index} dy={shift || undefined} class={CLASSES[run.style]}>
                {run.text}
              </tspan>
            );
          })}
    </text>
  );
}
