/**
 * Looks at f and the gradient before any slope is measured: f(x), whether f repeats itself, its precision, and how the gradient
 * behaves.
 */

import { CheckError } from '../errors.ts';
import { makeFinding, whereIn } from '../findings.ts';
import { Halt } from '../point/evaluator.ts';
import { shapeText } from '../point/point.ts';
import { mismatchText } from '../point/returned-gradient.ts';
import { measurePrecision } from '../slope/measure-precision.ts';
import { evenly, FLOAT32, FLOAT64, type Precision } from '../slope/precision.ts';
import type { Finding, Gradient } from '../types.ts';
import { type Answers, askGradient } from './contract.ts';
import type { Scene } from './scene.ts';

export interface Preflight {
  /** f(x). */
  readonly value: number;
  readonly precision: Precision;
  /** f gives different values at the same x. */
  readonly noisy: boolean;
  /** Undefined where the gradient threw. */
  readonly answers: Answers | undefined;
  readonly findings: readonly Finding[];
}

/** Findings from two calls of the gradient. They mean nothing where f is noisy: two calls of f differ as well. */
const BETWEEN_CALLS: readonly Finding['kind'][] = ['accumulates', 'not-repeatable', 'stale-cache'];
const inDoubt = (finding: Finding): Finding =>
  finding.role === 'bug' && BETWEEN_CALLS.includes(finding.kind) ? { ...finding, role: 'doubt' } : finding;

/** Calls of f at x from which its noise is measured, if two of them differ. */
const REPEATS = 8;

/**
 * Calls f and the gradient at x before any slope is measured: f(x) three times; the gradient as often as its contract takes; f
 * around x for its noise and precision. Each fault becomes a finding; only bad input is thrown.
 *
 * @param precisionAt how the precision of f is measured; the layers share its evaluations among their outputs
 * @throws CheckError where f or gradient returns something that holds no numbers
 * @throws Halt where the budget is used up, or the check is stopped
 */
export function preflight<X>(
  scene: Scene<X>,
  gradient: Gradient<X>,
  precisionAt: typeof measurePrecision = measurePrecision,
): Preflight {
  const { evaluator, values, layout } = scene;
  const findings: Finding[] = [];
  const note = (kind: Finding['kind'], role: Finding['role'], evidence: Finding['evidence'], indices: number[] = []) =>
    findings.push(makeFinding(kind, role, whereIn(layout, indices), evidence));

  const value = evaluator.at(values);
  if (evaluator.thrown) note('throws', 'doubt', { by: evaluator.name, message: evaluator.thrown.message, at: 'x' });
  else if (!Number.isFinite(value)) note('not-finite', 'doubt', { by: evaluator.name, value: String(value) });
  const isThere = Number.isFinite(value);
  const repeats = [value, evaluator.at(values)];

  let answers: Answers | undefined;
  try {
    answers = askGradient(gradient, scene);
    findings.push(...answers.findings);
  } catch (error) {
    if (error instanceof Halt || error instanceof CheckError) throw error;
    // where f has no value, its gradient cannot be called wrong
    note('throws', isThere ? 'bug' : 'doubt', {
      by: 'the gradient',
      message: String((error as Error)?.message ?? error),
      at: 'x',
    });
  }
  for (const mismatch of answers?.mismatches ?? []) {
    const block = layout.blocks.find(({ name }) => name === mismatch.name);
    const indices = block ? Array.from({ length: block.size }, (_, i) => block.start + i) : [];
    note(
      'wrong-shape',
      'bug',
      {
        expected: mismatch.expected ? shapeText(mismatch.expected) : 'nothing',
        got: mismatch.actual ? shapeText(mismatch.actual) : 'nothing',
        message: mismatchText(mismatch),
      },
      indices,
    );
  }
  const missing = new Set(findings.flatMap(({ where }) => where.indices));
  const infinite = [...(answers?.analytic.keys() ?? [])].filter(
    (i) => !Number.isFinite(answers?.analytic[i]) && !missing.has(i),
  );
  if (infinite.length)
    note(
      'not-finite',
      isThere ? 'bug' : 'doubt',
      { by: 'the gradient', value: String(answers?.analytic[infinite[0]]) },
      infinite,
    );

  let precision = evenly(Number.NaN);
  if (isThere) {
    repeats.push(evaluator.at(values));
    precision = precisionAt(scene, value);
    const { noise, format, grid } = precision;
    if (format === FLOAT32) note('float32', 'note', { noise, ...(grid !== format && { inputs: grid.name }) });
    else if (format !== FLOAT64) note('half-precision', 'note', { noise, format: format.name });
  }
  const noisy = repeats.some((repeat) => !Object.is(repeat, value));
  if (noisy) {
    while (repeats.length < REPEATS && evaluator.left > 0) repeats.push(evaluator.at(values));
    const spread = Math.max(...repeats.map((repeat) => Math.abs(repeat - value)));
    precision = { ...precision, noise: Math.max(precision.noise, spread) };
  }
  if (evaluator.mutated) note('mutates-x', 'note', { by: evaluator.name });
  return { value, precision, noisy, answers, findings: noisy ? findings.map(inDoubt) : findings };
}
