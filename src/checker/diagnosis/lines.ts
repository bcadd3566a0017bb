/**
 * Errors that are the same along each line of a matrix and differ between lines: each row has a factor or an offset of
 * its own.
 */
import type { Block } from '../point/layout.ts';
import { atMost, barOf, confidenceOf, explain, type Fit, fitMultiple, together } from './fit.ts';
import { type Candidate, type Disagreement, indicesOf, linesOf, type Rule } from './rule.ts';
import { bestFactor } from './scale.ts';

interface LineFit {
  readonly value: number;
  readonly wrong: boolean;
  readonly fit: Fit;
}

type Fitter = (scene: Disagreement, line: readonly number[]) => { value: number; fit: Fit | undefined };

const factorOfLine: Fitter = ({ evidence }, line) => {
  const { factor, spread } = bestFactor(evidence, line);
  const fit = explain(
    evidence,
    line,
    (i) => factor * evidence.numeric[i],
    (i) => Math.abs(factor) * barOf(evidence, i) + spread * Math.abs(evidence.numeric[i]),
    1,
  );
  return { value: factor, fit: Math.abs(factor) > 1e-12 ? fit : undefined };
};

const offsetOfLine: Fitter = ({ evidence, error }, line) => {
  const bar = (i: number) => barOf(evidence, i);
  const { multiple: value, spread } = fitMultiple(
    line,
    (i) => error[i],
    () => 1,
    bar,
  );
  const fit = explain(
    evidence,
    line,
    (i) => evidence.numeric[i] + value,
    (i) => bar(i) + spread,
    1,
  );
  return { value, fit };
};

/**
 * Fits every line that holds a wrong element. Undefined unless all fit, there are two or more, and their values
 * differ.
 */
function fitLines(scene: Disagreement, group: Block, across: boolean, fitter: Fitter): LineFit[] | undefined {
  const wrong = new Set(scene.wrongIn(group));
  const found: LineFit[] = [];
  for (const line of linesOf(group.start, group.size, group.shape[group.shape.length - 1], across)) {
    if (!line.some((i) => wrong.has(i))) {
      found.push({ value: Number.NaN, wrong: false, fit: { fits: 0, residual: 0, bits: 0, freedom: 0 } });
      continue;
    }
    const { value, fit } = fitter(scene, line);
    if (!fit || fit.freedom < 1) return undefined;
    found.push({ value, wrong: true, fit });
  }
  const values = found.filter((line) => line.wrong).map((line) => line.value);
  const spread = Math.max(...values) - Math.min(...values);
  return values.length >= 2 && spread > 1e-4 * Math.max(...values.map(Math.abs)) ? found : undefined;
}

function alongLines(
  fitter: Fitter,
  speak: (scene: Disagreement, group: Block, found: LineFit[], fit: Fit, per: string) => Candidate | undefined,
): Rule {
  return (scene, _scope, group) => {
    if (!group || group.shape.length < 2 || group.shape[group.shape.length - 1] < 2) return undefined;
    for (const [across, per] of [
      [false, 'row'],
      [true, 'column'],
    ] as const) {
      const found = fitLines(scene, group, across, fitter);
      if (found) return speak(scene, group, found, together(found.map((line) => line.fit)), per);
    }
    return undefined;
  };
}

/** Vectors whose elements are off by the factors of the lines: the bias that belongs to the matrix. */
function companions({ evidence, wrongIn }: Disagreement, group: Block, found: readonly LineFit[]): Block[] {
  return evidence.groups.filter(
    (other) =>
      other !== group &&
      other.size === found.length &&
      wrongIn(other).length > 0 &&
      indicesOf(other).every((i, row) => {
        const factor = found[row].wrong ? found[row].value : 1;
        const allowed = Math.abs(factor) * barOf(evidence, i) * 2 + 1e-6 * Math.abs(evidence.analytic[i]);
        return Math.abs(evidence.analytic[i] - factor * evidence.numeric[i]) <= allowed;
      }),
  );
}

/**
 * Each row has a factor of its own: the derivative of an activation is missing, or taken at the wrong argument. All
 * groups before it are then wrong too, and claimed.
 */
export const activationDerivative = alongLines(factorOfLine, (scene, group, found, fit, per) => {
  const sure = confidenceOf(fit);
  if (!sure || sure === 'low') return undefined;
  const biases = companions(scene, group, found);
  const first = Math.min(group.start, ...biases.map((g) => g.start));
  const own = new Set([group, ...biases]);
  const upstream = scene.evidence.groups.filter((g) => g.start < first && scene.wrongIn(g).length > 0);
  const claims = scene.evidence.groups
    .filter((g) => own.has(g) || upstream.includes(g))
    .flatMap((g) => scene.wrongIn(g));
  const values = found.filter((line) => line.wrong).map((line) => line.value);
  const later = scene.evidence.groups.filter((g) => g.start > first && !own.has(g));
  // where nothing right comes after it, the rows may be off by something later, such as weights of the outputs
  const { numeric } = scene.evidence;
  const tells = (g: Block) => indicesOf(g).some((i) => Math.abs(numeric[i]) > barOf(scene.evidence, i));
  const placed = later.some(tells) && later.every((g) => scene.wrongIn(g).length === 0);
  return {
    kind: 'activation-derivative',
    claims,
    key: group.name,
    confidence: atMost(sure, !placed ? 'low' : values.length > 2 ? 'high' : 'medium'),
    evidence: {
      per,
      lines: values.length,
      least: Math.min(...values),
      most: Math.max(...values),
      upstream: upstream.map((g) => g.name).join(', '),
      residual: fit.residual,
    },
  };
});

/** Each row has an offset of its own: a mean, or something like it, is not subtracted from the row. */
export const offsetPerLine = alongLines(offsetOfLine, (scene, group, found, fit, per) => {
  const sure = confidenceOf(fit);
  if (!sure || sure === 'low') return undefined;
  return {
    kind: 'constant-offset',
    claims: scene.wrongIn(group),
    key: group.name,
    confidence: sure,
    evidence: { per, lines: found.filter((line) => line.wrong).length, residual: fit.residual },
  };
});
