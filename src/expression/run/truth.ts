import { Budget } from '../budget.ts';
import { Refusal } from '../errors.ts';
import { type GraphNode, inOrder } from '../graph/graph.ts';
import { LIMITS, TRUTH_DIGITS } from '../limits.ts';
import { decimalArithmetic, exactly, type Incidents, TIE_BREAKS, type TieBreak } from './arithmetic/decimal.ts';
import { type Decimal, Decimal64, Decimal96, type DecimalClass } from './arithmetic/decimal-class.ts';
import { Tape } from './tape.ts';

/** Why there is no true value: f has a kink or a jump at this very point, is outside its domain, and so on. */
export type NoTruth = 'kink' | 'jump' | 'infinite' | 'undefined' | 'cancellation' | 'too-slow';

/** A number from 64-digit arithmetic. */
export type TrueNumber =
  | {
      readonly ok: true;
      /** 64 significant digits. */
      readonly decimal: string;
      /** The double nearest to it. */
      readonly double: number;
      /** How many of the digits a second run at 96 digits confirms. */
      readonly digits: number;
    }
  | {
      readonly ok: false;
      readonly reason: NoTruth;
      /** At a kink: the slopes that the rules allow, smallest and largest. */
      readonly slopes?: readonly [number, number];
    };

export interface Truth {
  readonly value: TrueNumber;
  /** One an element, in order. */
  readonly gradient: readonly TrueNumber[];
}

/** A result with fewer confirmed digits than a double has does not count as the truth. */
const ENOUGH_DIGITS = 17;

/** A result that shrinks by this factor when 32 digits are added is the round-off of 0. */
const SHRINKS_BY = 1e-20;

const STEPS: ReadonlySet<string> = new Set(['sign', 'floor', 'ceil', 'round']);

interface Run {
  readonly values: readonly Decimal[];
  readonly incidents: Incidents;
}

/**
 * f and its gradient at a point of doubles, taken exactly as they are, by the symbolic derivative in 64-digit
 * arithmetic and again in 96 digits.
 *
 * @param root f
 * @param gradient its symbolic derivative, a node an element
 * @param point the elements' values
 */
export function truthAt(root: GraphNode, gradient: readonly GraphNode[], point: readonly number[]): Truth {
  const whole = { position: 0, length: 0 };
  const budget = new Budget(Number.POSITIVE_INFINITY, whole, LIMITS.truthMilliseconds);
  // each step is worth a look at the clock: some take a millisecond
  const run = (Class: DecimalClass, roots: readonly GraphNode[], tieBreak?: TieBreak): Run => {
    const incidents = { tie: false, jump: false };
    const tape = new Tape(roots, point.length, decimalArithmetic(Class, tieBreak, incidents));
    const exact = point.map((value) => exactly(Class, value));
    return { values: tape.run(exact, () => budget.spend(256)), incidents };
  };
  try {
    const roots = [root, ...gradient];
    const [first, control] = [run(Decimal64, roots), run(Decimal96, roots)];
    const [value, ...elements] = first.values.map((coarse, at) => compare(coarse, control.values[at]));
    const steps = run(Decimal64, [root]).incidents;
    const atJump = steps.jump || steps.tie;
    const stepped = atJump ? elementsBelowSteps(root) : new Set<number>();
    const choices = first.incidents.tie ? TIE_BREAKS.map((tieBreak) => run(Decimal64, gradient, tieBreak).values) : [];
    return {
      value,
      gradient: elements.map((element, at): TrueNumber => {
        if (stepped.has(at)) return { ok: false, reason: 'jump' };
        const slopes = choices.map((values) => values[at].toNumber());
        if (slopes.some((slope) => !same(slope, slopes[0]))) {
          return { ok: false, reason: 'kink', slopes: [Math.min(...slopes), Math.max(...slopes)] };
        }
        return value.ok || !element.ok ? element : { ok: false, reason: value.reason };
      }),
    };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const late = { ok: false, reason: 'too-slow' } as const;
    return { value: late, gradient: gradient.map(() => late) };
  }
}

const same = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-15 * Math.max(Math.abs(a), Math.abs(b));

function compare(coarse: Decimal, fine: Decimal): TrueNumber {
  if (coarse.isNaN() || fine.isNaN()) return { ok: false, reason: 'undefined' };
  if (!coarse.isFinite() || !fine.isFinite()) return { ok: false, reason: 'infinite' };
  const [a, b] = [new Decimal96(coarse).abs(), fine.abs()];
  const bound = new Decimal96(SHRINKS_BY);
  const roundOff = b.cmp(a.times(bound)) < 0 || a.cmp(b.times(bound)) < 0;
  if (b.isZero() || roundOff) return { ok: true, decimal: '0', double: 0, digits: TRUTH_DIGITS };
  const relative = new Decimal96(coarse).minus(fine).abs().div(b);
  const digits = relative.isZero() ? TRUTH_DIGITS : Math.floor(-Math.log10(Math.max(relative.toNumber(), 1e-300)));
  if (digits < ENOUGH_DIGITS) return { ok: false, reason: 'cancellation' };
  const rounded = fine.toSignificantDigits(TRUTH_DIGITS);
  return { ok: true, decimal: rounded.toString(), double: rounded.toNumber(), digits: Math.min(digits, TRUTH_DIGITS) };
}

/** The elements that a step function of f depends on. */
function elementsBelowSteps(root: GraphNode): Set<number> {
  const steps = inOrder([root]).filter(({ op }) => STEPS.has(op));
  return new Set(inOrder(steps).flatMap((node) => (node.op === 'variable' ? [node.element] : [])));
}

/** Decimal digits of f that double arithmetic lost, of about 16; 0 where it is right to the last. */
export function digitsLost(computed: number, truth: TrueNumber): number {
  if (!truth.ok || !Number.isFinite(computed)) return Number.NaN;
  if (truth.decimal === '0') return computed === 0 ? 0 : Number.POSITIVE_INFINITY;
  const exact = new Decimal96(truth.decimal);
  const relative = exactly(Decimal96, computed).minus(exact).abs().div(exact.abs()).toNumber();
  return Math.max(0, Math.log10(relative / (Number.EPSILON / 2)));
}
