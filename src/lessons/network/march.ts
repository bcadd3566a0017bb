/**
 * How far a mistake gets: for each line of the backward pass that may be wrong, the lines whose values are wrong for it,
 * and the verdict on each group of parameters. For build time.
 */
import type { Point, Verdict } from '@/checker/types.ts';
import { numbersOf } from '@/examples/programs/planted.ts';
import { bare, gradientOf, type ShownLine, shownLines } from '@/examples/programs/program.ts';
import { bugsOf, lines, network } from './backprop.ts';
import type { LineName } from './march-state.ts';
import { check } from './model.ts';
import { weightsAfter } from './training.ts';

export interface March {
  readonly line: LineName;
  /** Lines of the backward pass whose values are wrong, the broken line among them. */
  readonly reached: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly verdict: Verdict;
    readonly wrong: number;
    readonly size: number;
  }[];
  readonly shown?: Pick<ShownLine, 'code' | 'mend'>;
  /** Its number in the program. */
  readonly first: number;
  readonly title?: string;
}

const STEPS = 10;
const weights = weightsAfter(STEPS);

/** Every name that the lines define, with these bugs in them. */
const valuesWith = (...bugs: ReturnType<typeof bugsOf>) =>
  gradientOf({ ...network, gradient: (s) => s as never }, ...bugs)(weights) as unknown as Record<string, Point>;

/** Beyond the rounding of another order of the same operations. */
const SAME = 1e-9;

function differ(a: Point, b: Point): boolean {
  const [left, right] = [a, b].map(numbersOf);
  return left.length !== right.length || left.some((value, i) => !(Math.abs(value - right[i]) <= SAME));
}

const right = valuesWith();

function marchOf(line: LineName): March {
  const [bug] = line === 'none' ? [] : bugsOf(line);
  const bugs = bug ? [bug] : [];
  const values = valuesWith(...bugs);
  const report = check(bug ? { [line]: bug.id } : {}, weights);
  const { forward, backward } = shownLines(network, ...bugs);
  const at = backward.findIndex(({ name }) => name === line);
  const written = backward[at];
  return {
    line,
    reached: lines.filter((name) => differ(values[name], right[name])),
    groups: report.groups.map(({ name, verdict, wrong, size }) => ({ name, verdict, wrong, size })),
    first: forward.length + Math.max(0, at) + 1,
    ...(bug && { title: bug.title }),
    ...(written?.mend && { shown: { code: bare(written.code), mend: bare(written.mend) } }),
  };
}

export const marches = (): March[] => (['none', ...lines] as LineName[]).map(marchOf);
