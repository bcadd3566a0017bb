/** The eight signatures side by side, small: where each mark stands, and the line on which a right element would be. */
import { shapesAt } from '@/charts/marks/tone.ts';
import { signatures } from './signature-list.ts';
import { type Point, SIGNATURES, type Signature } from './signatures.ts';
import type { ZooView } from './state.ts';

export const SIZE = { width: 160, height: 110 } as const;
const MARGIN = 8;
/** Numeric error of a right element is far below this share of it. */
const SAME = 1e-4;

interface Thumbnail extends Pick<Signature, 'bug' | 'title'> {
  readonly view: ZooView;
  readonly see: string;
  /** Path data: of the elements that are wrong, of the others, and of the line of right ones. */
  readonly wrong: string;
  readonly right: string;
  readonly line: string;
  readonly count: number;
}

type Place = (point: Point, index: number) => readonly [x: number, y: number];

const PLACES: Readonly<Record<(typeof SIGNATURES)[number]['view'], Place>> = {
  scatter: ({ numeric, analytic }) => [numeric, analytic],
  ratio: ({ numeric, analytic }, index) => [index, analytic / numeric],
  parameter: ({ x, numeric, analytic }) => [x, analytic - numeric],
};

const isWrong = ({ analytic, numeric }: Point): boolean =>
  Math.abs(analytic - numeric) > SAME * Math.max(Math.abs(analytic), Math.abs(numeric));

/** A linear scale over some values, onto the picture. */
function scaleOver(values: readonly number[], length: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (value) => MARGIN + ((length - 2 * MARGIN) * (value - low)) / (high - low || 1);
}

function drawn({ points }: Signature, view: keyof typeof PLACES): Pick<Thumbnail, 'wrong' | 'right' | 'line'> {
  const placed = points
    .map((point, i) => [point, PLACES[view](point, i)] as const)
    .filter(([, [, y]]) => Number.isFinite(y));
  const [xs, ys] = [0, 1].map((axis) => placed.map(([, place]) => place[axis]));
  // the value of a right element, the diagonal or the line at 1 or 0, is within the picture
  const both = view === 'scatter' ? [...xs, ...ys] : undefined;
  const across = scaleOver(both ?? xs, SIZE.width);
  const up = scaleOver(both ?? [...ys, view === 'ratio' ? 1 : 0], SIZE.height);
  const at = ([x, y]: readonly [number, number]) => [across(x), SIZE.height - up(y)] as const;
  const marks = (wrong: boolean) =>
    shapesAt(
      placed.filter(([point]) => isWrong(point) === wrong).map(([, place]) => at(place)),
      wrong ? 'diamond' : 'circle',
    );
  const ends = both
    ? ([Math.min(...both), Math.max(...both)] as const).map((v) => at([v, v]))
    : [Math.min(...xs), Math.max(...xs)].map((x) => at([x, view === 'ratio' ? 1 : 0]));
  return {
    wrong: marks(true),
    right: marks(false),
    line: ends.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''),
  };
}

export const thumbnails: readonly Thumbnail[] = SIGNATURES.map(({ bug, view, see }) => {
  const signature = signatures.find((one) => one.bug === bug)!;
  const { title, points } = signature;
  return { bug, title, view, see, count: points.filter(isWrong).length, ...drawn(signature, view) };
});
