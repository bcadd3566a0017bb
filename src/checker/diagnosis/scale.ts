/** analytic = k numeric with one k: a forgotten 1/n, a lost 2, a sign, a base of the logarithm, degrees, or another constant. */
import type { FindingKind } from '../types.ts';
import type { Evidence } from './evidence.ts';
import { atMost, barOf, confidenceOf, explain, type Fit, fitMultiple } from './fit.ts';
import { type Candidate, keyOf, type Rule } from './rule.ts';

/** Constants that a slope is off by, for a reason of their own. */
const CONSTANTS: readonly { readonly kind: FindingKind; readonly factor: number }[] = [
  { kind: 'sign', factor: -1 },
  { kind: 'factor-two', factor: 2 },
  { kind: 'factor-two', factor: 0.5 },
  ...[Math.LN10, Math.LN2, Math.LN10 / Math.LN2].flatMap((factor): { kind: FindingKind; factor: number }[] => [
    { kind: 'log-base', factor },
    { kind: 'log-base', factor: 1 / factor },
  ]),
  { kind: 'degrees', factor: 180 / Math.PI },
  { kind: 'degrees', factor: Math.PI / 180 },
];

/**
 * Up to this length of x, a factor equal to it may as well be another constant (the 3 of a cube, the 4 of a double
 * square).
 */
const SMALL = 4;

interface Size {
  readonly name: string;
  readonly size: number;
  /**
   * Given by the caller, or the length of the only group: a mean is likelier to run over it than over an entry of a
   * shape.
   */
  readonly likely: boolean;
  /** Likely, and larger than the constants that it could be mistaken for. */
  readonly certain: boolean;
}

export function sizesInSight({ sizes, groups }: Evidence): Size[] {
  const given = Object.entries(sizes).map(([name, size]) => ({ name, size, likely: true, certain: true }));
  const n = groups[0].size;
  const own = groups.length === 1 ? [{ name: 'n', size: n, likely: true, certain: n > SMALL }] : [];
  const products = given.flatMap((a, i) =>
    given
      .slice(i + 1)
      .map((b) => ({ name: `${a.name} ${b.name}`, size: a.size * b.size, likely: false, certain: false })),
  );
  const entries = groups.flatMap((g) =>
    [...g.shape, g.size].map((size) => ({ name: `the shape of ${g.name}`, size, likely: false, certain: false })),
  );
  return [...given, ...own, ...products, ...entries].filter(({ size }) => Number.isInteger(size) && size > 1);
}

/** Tests analytic = factor · numeric; the factor itself may be uncertain by `spread`. */
const fitFactor = (evidence: Evidence, scope: readonly number[], factor: number, spread = 0): Fit | undefined =>
  explain(
    evidence,
    scope,
    (i) => factor * evidence.numeric[i],
    (i) => Math.abs(factor) * barOf(evidence, i) + spread * Math.abs(evidence.numeric[i]),
    spread > 0 ? 1 : 0,
  );

/** The factor that fits best, each element weighted by its error bar, and its own uncertainty. */
export function bestFactor(evidence: Evidence, scope: readonly number[]): { factor: number; spread: number } {
  const bar = (i: number) => barOf(evidence, i);
  const { multiple: factor, spread } = fitMultiple(
    scope,
    (i) => evidence.analytic[i],
    (i) => evidence.numeric[i],
    bar,
  );
  return { factor, spread: Math.abs(factor) * spread };
}

/** A factor that has a name, and for a mean the size that it is made of. */
type KnownFactor = {
  readonly kind: FindingKind;
  readonly factor: number;
  readonly size?: number;
  readonly sizeName?: string;
  readonly certain: boolean;
};

/**
 * All factors with a name, the likelier first: sizes given by the caller, constants, entries of shapes, which equal a
 * small factor by chance.
 */
export function knownFactors(evidence: Evidence): KnownFactor[] {
  const sizes = sizesInSight(evidence);
  const means = (likely: boolean): KnownFactor[] =>
    sizes.flatMap(({ name, size, certain, ...is }) =>
      is.likely === likely
        ? [size, 1 / size].map((factor) => ({ kind: 'missing-mean', factor, size, sizeName: name, certain }))
        : [],
    );
  return [...means(true), ...CONSTANTS.map((constant) => ({ ...constant, certain: true })), ...means(false)];
}

/** The name of a factor, and how sure it is. */
function nameFactor(evidence: Evidence, scope: readonly number[]): Omit<Candidate, 'claims' | 'key'> | undefined {
  const fitting = knownFactors(evidence).flatMap((known) => {
    const fit = fitFactor(evidence, scope, known.factor);
    return fit ? [{ known, fit }] : [];
  });
  const sure = fitting.length > 0 ? confidenceOf(fitting[0].fit) : undefined;
  if (!sure) return undefined;
  const [{ known, fit }] = fitting;
  const { certain, kind, ...factor } = known;
  const rival = fitting.find((other) => other.known.kind !== kind || other.known.factor !== known.factor)?.known;
  return {
    kind,
    // where two names fit one factor neither is certain
    confidence: atMost(sure, rival || !certain ? 'medium' : 'high'),
    evidence: {
      ...factor,
      ...(rival && rival.kind !== kind ? { alternative: rival.kind } : {}),
      residual: fit.residual,
    },
  };
}

/** The whole number that the factor is, or is one over, as far as the error bars tell. */
export function wholeNumber(factor: number, spread: number): number | undefined {
  const large = Math.abs(factor) >= 1 ? Math.abs(factor) : 1 / Math.abs(factor);
  const whole = Math.round(large);
  const doubt = 4 * large * (spread / Math.abs(factor) + 1e-12);
  return whole > 1 && doubt < 0.05 && Math.abs(large - whole) <= doubt ? whole : undefined;
}

export const scale: Rule = ({ evidence }, scope) => {
  const named = nameFactor(evidence, scope);
  if (named) return { ...named, claims: scope, key: keyOf(named.evidence.factor as number) };
  const { factor, spread } = bestFactor(evidence, scope);
  const fit = fitFactor(evidence, scope, factor, spread);
  const sure = fit && confidenceOf(fit);
  if (!fit || !sure || sure === 'low' || !(Math.abs(factor) > 1e-12)) return undefined;
  const whole = wholeNumber(factor, spread);
  return {
    kind: 'constant-factor',
    claims: scope,
    key: keyOf(factor),
    // a whole number may be a size that the check was not told of
    confidence: whole ? 'medium' : sure,
    evidence: { factor, ...(whole ? { whole } : {}), residual: fit.residual },
  };
};
