/** Forward against reverse: one number, ⟨v, J u⟩, by a jvp and by a vjp of the time step of the zoo. Loaded when first wanted. */
import { type DotProductTest, dotProductTest } from '@/checker/layers/dot-product-test.ts';
import type { Point, PointRecord } from '@/checker/types.ts';
import timeStep from '@/examples/layers/time-step.ts';
import type { State } from './pair.ts';

interface Step extends PointRecord {
  readonly u: number[];
  readonly speed: number;
  readonly spread: number;
}

const DT = 0.2;
const around = (u: number[], i: number): number => u[(i + u.length) % u.length];
const slopes = (u: number[]) => u.map((c, i) => c - around(u, i - 1));
const bends = (u: number[]) => u.map((c, i) => around(u, i + 1) - 2 * c + around(u, i - 1));

/** J d, for a change d of the field and of both parameters; `dt` multiplies the share of the parameters. */
const jvpWith =
  (dt: number) =>
  ({ u, speed, spread }: Step, d: Step): number[] => {
    const [slope, bend, dSlope, dBend] = [slopes(u), bends(u), slopes(d.u), bends(d.u)];
    return d.u.map(
      (c, i) => c + DT * (spread * dBend[i] - speed * dSlope[i]) + dt * (d.spread * bend[i] - d.speed * slope[i]),
    );
  };

const bugNamed = (id: string) => timeStep.bugs.find((bug) => bug.id === `time-step/${id}`)!.make();

/** The test of one pair. In `both`, jvp and vjp forget the same factor, so that they are still transposes of each other. */
export function dotProducts({ pair, held, draw }: State): DotProductTest {
  const vjp = { right: timeStep.vjp, vjp: bugNamed('not-reversed'), both: bugNamed('time-step-forgotten') }[pair];
  return dotProductTest<PointRecord, Point>(
    jvpWith(pair === 'both' ? 1 : DT) as never,
    vjp as never,
    timeStep.point,
    held === 'yes' ? timeStep.F : undefined,
    { seed: draw },
  );
}
