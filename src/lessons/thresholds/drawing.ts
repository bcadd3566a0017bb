/** Every gradient as one dot: right ones piled up, wrong ones piled down, from a logarithmic axis of the error. */

import { type Frame, makeFrame } from '@/charts/axes/frame.ts';
import { gutterOf } from '@/charts/axes/gutter.ts';
import type { Layout } from '@/charts/axes/layout.ts';
import type { Verdict } from '@/checker/types.ts';
import type { JudgedCase } from './model.ts';

export interface Dot {
  readonly x: number;
  readonly y: number;
}

export interface PileModel {
  readonly frame: Frame;
  /** Height of the axis between the two piles. */
  readonly ground: number;
  readonly dots: readonly {
    readonly right: boolean;
    readonly said: Verdict;
    /** Mistakes are drawn larger: they are what the chart is about. */
    readonly radius: number;
    readonly mistaken: boolean;
    readonly places: readonly Dot[];
  }[];
}

export interface PileOptions {
  readonly label: string;
  readonly domain: readonly [number, number];
}

/** Piles per decade of the axis. */
const PER_DECADE = 2;
/** Room on each side of the ground for its line. */
const GROUND = 4;
/** A pile may be this many dots wide. */
const WIDEST = 8;
/** Radius of a dot, in distances between dots. */
const RADIUS = { mistaken: 0.46, other: 0.32 };
/** Dots need not be larger than this. */
const LARGEST_PITCH = 6;
const SAID: readonly Verdict[] = ['pass', 'inconclusive', 'fail'];

const clamp = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value));

/** The middle of the pile that a value belongs to; values beyond the axis go to its nearer end. */
function pileOf(frame: Frame, value: number): number {
  if (gutterOf('log', value) !== null) return frame.x.position(value);
  const [low, high] = frame.x.domain;
  const slot = Math.floor(Math.log10(clamp(value, [low, high * 0.99])) * PER_DECADE);
  return frame.x.position(10 ** ((slot + 0.5) / PER_DECADE));
}

interface Pile {
  readonly x: number;
  readonly right: boolean;
  readonly members: JudgedCase[];
}

/** In a pile those that are judged alike lie together, the wrong verdicts nearest to the ground. */
function pilesOf(judged: readonly JudgedCase[], frame: Frame): Pile[] {
  const piles = new Map<string, Pile>();
  for (const one of [...judged].sort((a, b) => Number(b.mistaken) - Number(a.mistaken))) {
    const x = pileOf(frame, one.value);
    const key = `${one.right} ${x.toFixed(1)}`;
    if (!piles.has(key)) piles.set(key, { x, right: one.right, members: [] });
    piles.get(key)!.members.push(one);
  }
  return [...piles.values()];
}

/** The fewest dots side by side, and so the largest dots, with which the tallest piles fit above each other. */
function packing(width: number, height: number, up: number, down: number) {
  const tried = Array.from({ length: WIDEST }, (_, i) => {
    const columns = i + 1;
    const pitch = Math.min(LARGEST_PITCH, width / (columns + 0.5));
    return { columns, pitch, rows: Math.ceil(up / columns) + Math.ceil(down / columns) };
  });
  const { columns, pitch, rows } = tried.find((one) => one.rows * one.pitch <= height) ?? tried[WIDEST - 1];
  // a whole number of tenths: then all steps from mark to mark are alike
  return { columns, pitch: Math.floor(10 * Math.min(pitch, height / rows)) / 10 };
}

/** Where each dot lies in one layout. */
export function pileModel(judged: readonly JudgedCase[], layout: Layout, { label, domain }: PileOptions): PileModel {
  const frame = makeFrame({
    layout,
    x: { label, kind: 'log', domain },
    y: { label: '', domain: [-1, 1] },
    xs: judged.map(({ value }) => value),
    ys: [],
  });
  const { top, bottom } = frame.plot;
  const piles = pilesOf(judged, frame);
  const tallest = (right: boolean) =>
    Math.max(1, ...piles.filter((pile) => pile.right === right).map(({ members }) => members.length));
  const width = (frame.x.range[1] - frame.x.range[0]) / (Math.log10(domain[1] / domain[0]) * PER_DECADE);
  const { columns, pitch } = packing(width, bottom - top - 2 * GROUND, tallest(true), tallest(false));
  const spare =
    bottom - top - 2 * GROUND - pitch * (Math.ceil(tallest(true) / columns) + Math.ceil(tallest(false) / columns));
  const ground = bottom - GROUND - spare / 2 - pitch * Math.ceil(tallest(false) / columns);
  const placed = piles.flatMap(({ x, right, members }) =>
    members.map((one, i) => ({
      one,
      x: x + ((i % columns) - (Math.min(columns, members.length) - 1) / 2) * pitch,
      y: ground + (right ? -1 : 1) * (GROUND + (Math.floor(i / columns) + 0.5) * pitch),
    })),
  );
  const dots = [true, false].flatMap((right) =>
    SAID.map((said) => ({
      right,
      said,
      mistaken: said === (right ? 'fail' : 'pass'),
      radius: pitch * RADIUS[said === (right ? 'fail' : 'pass') ? 'mistaken' : 'other'],
      places: placed.filter(({ one }) => one.right === right && one.said === said).map(({ x, y }) => ({ x, y })),
    })),
  );
  return { frame: { ...frame, y: { ...frame.y, ticks: [] } }, ground, dots };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/**
 * Path data of discs (right gradients), each a stroke of no length with round ends, or of crosses (wrong ones): one node for
 * many marks. Each starts from the one before: of hundreds in even rows gzip then leaves little.
 */
export function dotPath(places: readonly Dot[], right: boolean, radius: number): string {
  const r = Math.round(10 * radius);
  // where the pen is after a mark, from the middle of that mark, in tenths; and how to come from there to the next
  const [startX, startY, endX, endY] = right ? [0, 0, 0, 0] : [-r, -r, -r, r];
  const mark = right ? 'h0' : `l${r / 5} ${r / 5}m0 ${-r / 5}l${-r / 5} ${r / 5}`;
  let [penX, penY] = [0, 0];
  let path = '';
  for (const { x, y } of places) {
    const [middleX, middleY] = [Math.round(10 * x), Math.round(10 * y)];
    path += `m${tenth((middleX + startX - penX) / 10)} ${tenth((middleY + startY - penY) / 10)}${mark}`;
    [penX, penY] = [middleX + endX, middleY + endY];
  }
  return path;
}
