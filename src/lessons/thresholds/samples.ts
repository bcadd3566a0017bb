/** Gradients of known truth: right and wrong ones, at ordinary points and at hard ones. Same seeds, same gradients. */
import type { Gradient, Loss, Point, PointRecord } from '@/checker/types.ts';
import { families as all, type Family, type PlantedBug } from '@/examples/index.ts';
import { mapPoint, numbersOf } from '@/examples/programs/planted.ts';
import { normalData } from '@/examples/random.ts';

export interface GradientSample {
  readonly label: string;
  readonly right: boolean;
  readonly f: Loss;
  /** A gradient with fresh state. */
  readonly make: () => Gradient;
  readonly x: Point;
}

type Change = (value: number) => number;

/** Here points are moved and scaled, and values rounded: families whose parameters or values are of a special kind stay out. */
const SPECIAL = ['ratings', 'normal', 'metric', 'mixture', 'equaliser', 'headings', 'quantised'];
const families = all.filter(({ id }) => !SPECIAL.includes(id));

/** How far the points of one family lie apart. */
const SPREAD = 0.25;

const movedPoint = (family: Family, seed: number): PointRecord => {
  const { vector } = normalData(1000 + seed);
  return mapPoint(family.point, (value) => value + vector(1, SPREAD)[0]);
};

/** A planted bug need not show at every point: a wrong gradient is one that differs from the right one by more than rounding. */
const DIFFERS = 1e-8;

function shows(family: Family, bug: PlantedBug, x: PointRecord): boolean {
  if (bug.stateful) return true;
  const [wrong, right] = [bug.make()(x), family.gradient(x)].map(numbersOf);
  return (
    wrong.length === right.length &&
    wrong.some((value, i) => !(Math.abs(value - right[i]) <= DIFFERS * Math.max(Math.abs(value), Math.abs(right[i]))))
  );
}

const rightAt = (family: Family, seed: number, label: string): GradientSample => ({
  label,
  right: true,
  f: family.f as Loss,
  make: () => family.gradient as Gradient,
  x: movedPoint(family, seed),
});

const bugAt = (family: Family, bug: PlantedBug, seed: number, label: string): GradientSample[] => {
  const x = movedPoint(family, seed);
  return shows(family, bug, x)
    ? [{ label, right: false, f: family.f as Loss, make: () => bug.make() as Gradient, x }]
    : [];
};

const lasting = (family: Family): PlantedBug[] => family.bugs.filter(({ stateful }) => !stateful);

/** f with its values changed; the gradient stays what it was. */
const valued = (sample: GradientSample, label: string, change: Change): GradientSample => ({
  ...sample,
  label,
  f: (x) => change(sample.f(x)),
});

/** The same function of parameters that are `size` times as large. */
const resized = (sample: GradientSample, label: string, size: number): GradientSample => ({
  ...sample,
  label,
  f: (x) => sample.f(mapPoint(x, (value) => value / size)),
  make: () => {
    const gradient = sample.make();
    return (x) => mapPoint(gradient(mapPoint(x, (value) => value / size)), (value) => value / size);
  },
  x: mapPoint(sample.x, (value) => value * size),
});

const scaled = (sample: GradientSample, label: string, factor: number): GradientSample => ({
  ...sample,
  label,
  right: false,
  make: () => {
    const gradient = sample.make();
    return (x) => mapPoint(gradient(x), (value) => value * factor);
  },
});

/** Two losses added, the second with a small weight: `{ main, extra }`. */
const together = (main: GradientSample, extra: GradientSample, weight: number, label: string): GradientSample => ({
  label,
  right: main.right && extra.right,
  f: (x) => main.f((x as PointRecord)['main']) + weight * extra.f((x as PointRecord)['extra']),
  make: () => {
    const [first, second] = [main.make(), extra.make()];
    return (x) => ({
      main: first((x as PointRecord)['main']),
      extra: mapPoint(second((x as PointRecord)['extra']), (value) => weight * value),
    });
  },
  x: { main: main.x, extra: extra.x },
});

/** A label by which the chapter asks for these samples. */
export const LARGE_CONSTANT = 'a large constant added to f';

type Terms = readonly [f: Change, slope: Change];

/** A right gradient of a sum of one function at several places. */
const sumOf = ([f, slope]: Terms, x: readonly number[], label: string): GradientSample => ({
  label,
  right: true,
  f: (at) => (at as number[]).reduce((total, value) => total + f(value), 0),
  make: () => (at) => (at as number[]).map(slope),
  x: [...x],
});

const RELU: Terms = [(x) => Math.max(0, x), (x) => (x > 0 ? 1 : 0)];
const ROOT: Terms = [Math.sqrt, (x) => 0.5 / Math.sqrt(x)];
const wave = (frequency: number): Terms => [(x) => Math.sin(frequency * x), (x) => frequency * Math.cos(frequency * x)];

/** Every sample, the right ones first. */
export function samples(): GradientSample[] {
  const ordinary = (seed: number) => families.map((family) => rightAt(family, seed, 'an ordinary point'));
  const bugs = (seed: number) =>
    families.flatMap((family) => lasting(family).flatMap((bug) => bugAt(family, bug, seed, 'a planted bug')));
  /** One bug a family, another for each seed. */
  const oneBug = (seed: number, label: string) =>
    families.flatMap((family, i) => {
      const choices = lasting(family);
      return bugAt(family, choices[(i + seed) % choices.length], seed, label);
    });
  return [
    ...[0, 1, 2, 3, 4, 5].flatMap(ordinary),
    ...[1e4, 1e6, 1e8].flatMap((offset, i) =>
      ordinary(10 + i).map((one) => valued(one, LARGE_CONSTANT, (value) => value + offset)),
    ),
    ...[20, 21].flatMap((seed) => ordinary(seed).map((one) => valued(one, 'f rounded to float32', Math.fround))),
    ...ordinary(30).map((one) => resized(one, 'parameters of size 1e6', 1e6)),
    ...ordinary(31).map((one) => resized(one, 'parameters of size 1e-6', 1e-6)),
    ...[1e-9, 1e-8, 1e-7, 3e-7, 1e-6, 2e-6, 4e-6, 8e-6].map((distance) =>
      sumOf(RELU, [0.7, distance, -0.4, -1.2, 0.3], 'a kink within reach'),
    ),
    ...[100, 300, 1000, 3000, 10_000, 30_000].map((frequency) => sumOf(wave(frequency), [0.31, -0.83], 'a fast wave')),
    ...[1e-8, 1e-7, 1e-6, 2e-6, 4e-6].map((gap) => sumOf(ROOT, [0.9, gap, 2.3], 'the edge of the domain')),
    ...[0, 1].flatMap(bugs),
    ...families.flatMap((family) =>
      family.bugs
        .filter(({ stateful }) => stateful)
        .flatMap((bug) => bugAt(family, bug, 2, 'a bug that lives between calls')),
    ),
    ...[1e-6, 1e-5, 1e-4].flatMap((slight, i) =>
      ordinary(40 + i).map((one) => scaled(one, 'every element slightly too large', 1 + slight)),
    ),
    ...[1e-3, 1e-5, 1e-7].flatMap((weight, i) =>
      oneBug(50 + i, 'a bug in a small term').map((extra, k) =>
        together(rightAt(families[(k + 3) % families.length], 60 + i, ''), extra, weight, 'a bug in a small term'),
      ),
    ),
    ...oneBug(70, '').map((one) => valued(one, 'a planted bug, with a large constant', (value) => value + 1e6)),
    ...oneBug(71, '').map((one) => valued(one, 'a planted bug, f rounded to float32', Math.fround)),
  ];
}
