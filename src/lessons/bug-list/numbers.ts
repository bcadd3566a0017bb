/** What the checker says of each least example of the bug list, asked while the site is built. */
import {
  diagnoseGradient,
  explainFinding,
  FINDING_KINDS,
  type FindingKind,
  nextStep,
  type Point,
  type PointRecord,
  titleOf,
} from '@/checker/index.ts';
import { seededRandom } from '@/checker/random.ts';
import { surenessOf } from '@/checker/words/wording.ts';
import { type BugEntry, gradientOf, type LeastExample } from '@/examples/bug-list/entry.ts';
import { bugList } from '@/examples/bug-list/index.ts';
import { sourceOf } from '@/examples/text.ts';

const literal = (x: Point): string => {
  if (typeof x === 'number') return String(x);
  if (Array.isArray(x)) return `[${x.map(literal).join(', ')}]`;
  return `{ ${Object.entries(x as PointRecord)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ')} }`;
};

/** An example as it is shown. The functions hold no types, so that their source is JavaScript. */
const programOf = ({ x, f, gradient, fresh, right }: LeastExample): string =>
  [
    `const x = ${literal(x)};`,
    `const f = ${sourceOf(f)};`,
    gradient ? `const gradient = ${sourceOf(gradient)};` : `const gradient = (${fresh && sourceOf(fresh)})();`,
    ...(right ? [`const right = ${sourceOf(right)};`] : []),
  ].join('\n');

export interface ListedBug extends Omit<BugEntry, 'example'> {
  readonly kind: FindingKind;
  readonly title: string;
  readonly mend: string;
  /** The least example, and the checker's sentence on it with how sure the name is. */
  readonly program?: string;
  /** Whether the playground says the same of it: an option of the check is none of the program's. */
  readonly playable?: boolean;
  readonly said?: { readonly text: string; readonly sureness: string };
}

/** Runs an example whose functions may call Math.random, seeded meanwhile: every build prints the same sentence. */
function seeded<T>(run: () => T): T {
  const own = Math.random;
  Math.random = seededRandom(1);
  try {
    return run();
  } finally {
    Math.random = own;
  }
}

function listed(kind: FindingKind): ListedBug {
  const { example, ...entry } = bugList[kind];
  const finding =
    example &&
    seeded(() => diagnoseGradient(example.f, gradientOf(example), example.x, example.options)).findings.find(
      (each) => each.kind === kind,
    );
  return {
    ...entry,
    kind,
    title: titleOf(kind),
    mend: nextStep({ kind, evidence: {} }),
    ...(example && { program: programOf(example), playable: example.options === undefined }),
    ...(finding && { said: { text: explainFinding(finding), sureness: surenessOf(finding) } }),
  };
}

const FIRST_OF_CONTRACT = FINDING_KINDS.indexOf('wrong-shape');
const FIRST_OF_DOUBTS = FINDING_KINDS.indexOf('kink-at-x');

/** In the order of `FINDING_KINDS`: bugs that show in the numbers, bugs of behaviour, and findings that are no bug. */
export const listedBugs = {
  numbers: FINDING_KINDS.slice(0, FIRST_OF_CONTRACT).map(listed),
  behaviour: FINDING_KINDS.slice(FIRST_OF_CONTRACT, FIRST_OF_DOUBTS).map(listed),
  doubts: FINDING_KINDS.slice(FIRST_OF_DOUBTS).map(listed),
};
