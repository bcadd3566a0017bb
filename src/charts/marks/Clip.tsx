import type { ComponentChildren } from 'preact';
import type { Frame } from '../axes/frame.ts';

/**
 * Cuts off marks outside of the scales. A nested svg clips by itself, without a clipPath, whose id could stand twice on a page.
 */
export function Clip({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }) {
  const x = frame.x.range[0] - 1;
  const y = frame.y.range[1] - 1;
  const width = frame.x.range[1] - x + 1;
  const height = frame.y.range[0] - y + 1;
  return (
    <svg x={x} y={y} width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  );
}
