/** The bar of x and the tree below it, laid out: everything that is drawn, in units of the drawing. */
import { type Axis, makeAxis } from '@/charts/axes/axis.ts';
import type { Frame } from '@/charts/axes/frame.ts';
import type { Layout } from '@/charts/axes/layout.ts';
import { numberText } from '@/charts/format.ts';
import { round } from '@/charts/marks/tone.ts';
import type { Step } from './search.ts';
import { confirmations, levelsOf, partAround, partsOf, type SearchPart } from './tree.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnPart extends Rectangle, Pick<SearchPart, 'agrees' | 'measured' | 'step'> {
  /** A single element that is wrong. */
  readonly element: boolean;
}

export interface SearchScene {
  readonly frame: Frame;
  readonly bar: Rectangle;
  readonly parts: readonly DrawnPart[];
  /** Path data of the lines along which a part is spread over the whole width. */
  readonly lenses: readonly string[];
  /** Number of elements in a part, level by level, where there is room to say it. */
  readonly sizes: readonly { readonly y: number; readonly text: string }[];
  /** Comparisons over the whole of x that agreed: a line each. */
  readonly confirmed: readonly (Rectangle & { readonly step: number })[];
  readonly confirmedAt: number;
  /** Name of the element at the end of the search, below it. */
  readonly name?: { readonly x: number; readonly y: number; readonly text: string };
  readonly ends: readonly [string, string];
}

export interface SceneView {
  readonly n: number;
  readonly steps: readonly Step[];
  /** How many of the comparisons are drawn. */
  readonly shown: number;
  /** The element that the tree is spread out around. */
  readonly focus: number;
}

const layoutsOf = (width: number, height: number): readonly [Layout, Layout] => [
  { name: 'wide', width, height, sideLabels: true },
  { name: 'narrow', width: 320, height, sideLabels: false },
];
export const LAYOUTS = layoutsOf(640, 448);
/** For a figure beside its paragraph, with its slider at its side where there is room. */
export const LOW_LAYOUTS = layoutsOf(440, 292);

const MARGIN = { left: 12, right: 66 };
const BAR = { top: 26, height: 14 };
const TREE_TOP = 58;
/** Distances above the lower edge: of the end of the tree, the name of the element found, the comparisons that agreed. */
const BELOW = { tree: 92, name: 78, label: 55, confirmed: 46 };
const NAME_HALF = 34;
const CONFIRMED = { pitch: 4, height: 2 };
/** Four halvings leave a sixteenth of the width; then the part is spread out again. */
const LEVELS_A_STAGE = 4;
const LENS = 12;
/** A part is drawn this wide at least. */
const NARROWEST = 3;
/** Rows closer than this share a label. */
const LABEL_PITCH = 15;
const GAP = 1.5;

function frameOf(layout: Layout, n: number): Frame {
  const plot = { left: MARGIN.left, right: layout.width - MARGIN.right, top: BAR.top, bottom: BAR.top + BAR.height };
  const x = makeAxis({ label: 'element', domain: [0, n] }, [], [plot.left, plot.right], 2);
  const y: Axis = { ...makeAxis({ label: '', domain: [0, 1] }, [], [plot.bottom, plot.top], 2), ticks: [] };
  return { layout, plot, x, y, above: [] };
}

/** Level 0 and the four below it are the first stage, the next four the second. */
const stageOf = (level: number): number => Math.max(0, Math.ceil(level / LEVELS_A_STAGE) - 1);

export function sceneOf({ n, steps, shown, focus }: SceneView, layout: Layout): SearchScene {
  const frame = frameOf(layout, n);
  const { left, right } = frame.plot;
  const levels = levelsOf(n);
  const stages = stageOf(levels) + 1;
  const pitch = (layout.height - BELOW.tree - TREE_TOP - LENS * (stages - 1)) / (levels + 1);
  const top = (level: number) => TREE_TOP + level * pitch + LENS * stageOf(level);
  const views = Array.from({ length: stages }, (_, stage) => partAround(focus, n, LEVELS_A_STAGE * stage));
  const across = ({ start, size }: Pick<SearchPart, 'start' | 'size'>, stage: number) => {
    const view = views[stage];
    const scale = (right - left) / view.size;
    const width = Math.max(size * scale, NARROWEST);
    const middle = left + (start + size / 2 - view.start) * scale;
    return { x: round(Math.min(Math.max(middle - width / 2, left), right - width)), width: round(width) };
  };
  const inView = ({ start, size, level }: SearchPart) => {
    const view = views[stageOf(level)];
    return start >= view.start && start + size <= view.start + view.size;
  };
  const nameAt = ({ x, width }: Pick<Rectangle, 'x' | 'width'>) => ({
    x: Math.min(Math.max(x + width / 2, left + NAME_HALF), right - NAME_HALF),
    y: layout.height - BELOW.name,
    text: `x[${focus}]`,
  });
  const seen = steps.slice(0, shown);
  const parts = partsOf(seen);
  const found = parts.find(({ start, size, agrees }) => start === focus && size === 1 && !agrees);
  const each = Math.ceil(LABEL_PITCH / pitch);
  return {
    frame,
    bar: { x: left, y: BAR.top, width: right - left, height: BAR.height },
    parts: parts.filter(inView).map(({ start, size, level, agrees, measured, step }) => ({
      ...across({ start, size }, stageOf(level)),
      y: round(top(level)),
      height: round(pitch - GAP),
      agrees,
      measured,
      step,
      element: size === 1 && !agrees,
    })),
    lenses: views.slice(1).flatMap((view, k) => {
      const level = LEVELS_A_STAGE * (k + 1);
      const reached = parts.some((part) => part.level > level && part.start >= view.start && inView(part));
      const { x, width } = across(view, k);
      const [from, to] = [round(top(level) + pitch - GAP), round(top(level + 1) - 1)];
      return reached ? [`M${x} ${from}L${left} ${to}M${x + width} ${from}L${right} ${to}`] : [];
    }),
    sizes: Array.from({ length: Math.floor(levels / each) + 1 }, (_, i) => ({
      y: round(top(i * each) + pitch / 2),
      text: numberText(Math.ceil(n / 2 ** (i * each))),
    })),
    confirmed: confirmations(seen).map((step, i) => ({
      step,
      x: left,
      width: right - left,
      y: layout.height - BELOW.confirmed + i * CONFIRMED.pitch,
      height: CONFIRMED.height,
    })),
    confirmedAt: layout.height - BELOW.label,
    ...(found && { name: nameAt(across(found, stages - 1)) }),
    ends: ['x[0]', `x[${n - 1}]`],
  };
}
