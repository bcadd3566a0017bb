import { useMemo } from 'preact/hooks';
import type { Layout } from '@/charts/axes/layout.ts';
import { Handle } from '@/charts/cursor/Handle.tsx';
import { placeIn } from '@/charts/cursor/pointer.ts';
import { Drawing } from '@/charts/figure/Drawing.tsx';
import { Figure } from '@/charts/figure/Figure.tsx';
import type { Table } from '@/charts/figure/table.ts';
import { lazily } from '@/charts/wake/lazily.ts';
import { type SearchScene, sceneOf } from '@/lessons/directions/scene.ts';
import type { Named, Step } from '@/lessons/directions/search.ts';

export interface TreeProps {
  readonly n: number;
  readonly wrong: readonly number[];
  /** The comparisons of the search, and the elements that it has named. */
  readonly steps: readonly Step[];
  readonly named: readonly Named[];
  /** The search goes on. */
  readonly busy?: boolean;
  /** How many of the comparisons are drawn. */
  readonly shown: number;
  /** The element that the tree is spread out around. */
  readonly focus: number;
  /** Wide and narrow. */
  readonly layouts: readonly Layout[];
  readonly compact?: boolean;
  /** Without these two the wrong elements stay where they are. */
  readonly onPlant?: (index: number) => void;
  readonly onMove?: (from: number, to: number) => void;
}

/** The bar of all elements, with the wrong ones to drag, and below it the search that narrows in on them. */
export function Tree(props: TreeProps) {
  const { n, wrong, steps, named, busy = false, shown, focus, layouts, compact = false, onPlant, onMove } = props;
  const scenes = useMemo(
    () => lazily(() => layouts.map((layout) => sceneOf({ n, steps, shown, focus }, layout))),
    [n, steps, shown, focus, layouts],
  );
  const table = useMemo(() => () => tableOf(steps), [steps]);
  return (
    <Figure
      title="Where the gradients disagree"
      description={`A bar of ${n} elements, ${wrong.length} of them wrong. Below it ${steps.length} comparisons: x as a whole, then half by half. ${
        named.length > 0 ? `Named: ${named.map(({ name }) => name).join(', ')}.` : ''
      }`}
      fileName="directions"
      compact={compact}
      table={table}
      controls={<Legend />}
    >
      {(describedBy) =>
        scenes().map((scene) => (
          <Drawing
            key={scene.frame.layout.name}
            layout={scene.frame.layout}
            title="The search for the wrong elements"
            describedBy={describedBy}
            controls={
              onPlant && onMove && <Controls scene={scene} n={n} wrong={wrong} onPlant={onPlant} onMove={onMove} />
            }
          >
            <Marks scene={scene} last={shown - 1} busy={busy} />
          </Drawing>
        ))
      }
    </Figure>
  );
}

function Controls({
  scene: { frame, bar },
  n,
  wrong,
  onPlant,
  onMove,
}: Required<Pick<TreeProps, 'n' | 'wrong' | 'onPlant' | 'onMove'>> & { readonly scene: SearchScene }) {
  const indexAt = (place: number) => Math.min(n - 1, Math.max(0, Math.floor(frame.x.invert(place))));
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the box and the button below do the same for the keyboard */}
      <rect
        class="directions-bar"
        {...bar}
        y={bar.y - 6}
        height={bar.height + 12}
        onClick={(event) => onPlant(indexAt(placeIn(event)[0]))}
      />
      {wrong.map((index, i) => (
        <Handle
          key={i}
          frame={frame}
          label={`Wrong element ${i + 1}`}
          axis="x"
          value={index + 0.5}
          at={0.5}
          min={0.5}
          max={n - 0.5}
          step={Math.max(1, Math.round(n / 200))}
          tone="error"
          text={(value) => `x[${Math.floor(value)}]`}
          onChange={(value) => onMove(index, Math.floor(value))}
        />
      ))}
    </>
  );
}

function Marks({ scene, last, busy }: { readonly scene: SearchScene; readonly last: number; readonly busy: boolean }) {
  const { bar, parts, lenses, sizes, confirmed, confirmedAt, name, ends, frame } = scene;
  const { right } = frame.plot;
  return (
    <>
      <rect class="directions-x" {...bar} />
      <text class="directions-soft" x={bar.x} y={bar.y - 9}>
        {ends[0]}
      </text>
      <text class="directions-soft" x={right} y={bar.y - 9} text-anchor="end">
        {ends[1]}
      </text>
      <text class="directions-soft" x={right + 10} y={bar.y + 11}>
        elements
      </text>
      {sizes.map(({ y, text }) => (
        <text key={y} class="directions-soft" x={right + 10} y={y + 4}>
          {text}
        </text>
      ))}
      <g data-busy={busy || undefined}>
        {lenses.map((path) => (
          <path key={path} class="directions-lens" d={path} />
        ))}
        {parts.map(({ x, y, width, height, agrees, measured, step, element }) => (
          <rect
            key={`${step}-${x}-${y}-${measured}`}
            class="directions-part"
            data-agrees={agrees}
            data-measured={measured || undefined}
            data-element={element || undefined}
            data-last={step === last || undefined}
            x={x}
            y={y}
            width={width}
            height={height}
          />
        ))}
        {name && (
          <text class="directions-name" x={name.x} y={name.y} text-anchor="middle">
            {name.text}
          </text>
        )}
        {confirmed.length > 0 && (
          <text class="directions-soft" x={bar.x} y={confirmedAt}>
            {`${confirmed.length} directions over all of x agree`}
          </text>
        )}
        {confirmed.map(({ step, ...line }) => (
          <rect key={step} class="directions-confirmed" data-last={step === last || undefined} {...line} />
        ))}
      </g>
    </>
  );
}

const LEGEND = [
  { text: 'disagree', agrees: false, measured: true },
  { text: 'agree', agrees: true, measured: true },
  { text: 'dashed: follows from the rest', agrees: false, measured: false },
] as const;

function Legend() {
  return (
    <ul class="directions-legend">
      {LEGEND.map(({ text, agrees, measured }) => (
        <li key={text}>
          <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
            <rect
              class="directions-part"
              data-agrees={agrees}
              data-measured={measured || undefined}
              x={1}
              y={1}
              width={24}
              height={10}
            />
          </svg>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

const PARTS = { whole: 'all of x', group: 'a group', search: 'a part' } as const;

/** Every comparison, in the order in which they were made. */
function tableOf(steps: readonly Step[]): Table {
  const column = <T extends number | string>(label: string, of: (step: Step, index: number) => T) => ({
    label,
    values: steps.map(of),
  });
  return [
    column('comparison', (_, index) => index + 1),
    column('over', ({ part }) => PARTS[part]),
    column('first element', ({ start }) => start),
    column('elements', ({ size }) => size),
    column('analytic slope', ({ analytic }) => analytic),
    column('numeric slope', ({ numeric }) => numeric),
    column('difference', ({ analytic, numeric }) => analytic - numeric),
    column('tolerance', ({ tolerance }) => tolerance),
    column('verdict', ({ agrees }) => (agrees ? 'agree' : 'disagree')),
    column('evaluations so far', ({ evaluations }) => evaluations),
  ];
}
