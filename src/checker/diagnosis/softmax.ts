/**
 * Softmax cross-entropy without its target. The slopes of the logits sum to 0 over the classes, because adding a constant to
 * all logits changes nothing; without the target they sum to 1 (times the weight of the sample), all of it in the target columns.
 */
import type { Block } from '../point/layout.ts';
import { barOf } from './fit.ts';
import { type Candidate, type Disagreement, indicesOf, linesOf, type Rule } from './rule.ts';

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);

/**
 * The sum of the errors over the classes; undefined unless the numeric slopes sum to 0 within the bars, as slopes of
 * logits do.
 */
function overClasses(
  { evidence, error }: Disagreement,
  line: readonly number[],
): { mass: number; bar: number } | undefined {
  const bar = sum(line.map((i) => barOf(evidence, i)));
  const size = sum(line.map((i) => Math.abs(evidence.numeric[i])));
  const balanced = Math.abs(sum(line.map((i) => evidence.numeric[i]))) <= bar && size > 1e3 * bar;
  return balanced ? { mass: sum(line.map((i) => error[i])), bar } : undefined;
}

/** The same where no error is negative, as the targets would make it. */
function targetMass(scene: Disagreement, line: readonly number[]): { mass: number; bar: number } | undefined {
  const found = overClasses(scene, line);
  const oneSided = line.every((i) => scene.error[i] >= -barOf(scene.evidence, i));
  return found && oneSided && found.mass > 1e3 * found.bar ? found : undefined;
}

/** A bias of the output layer: its errors are the shares of the classes, which sum to one (or to the size of the batch). */
function massOfBias(scene: Disagreement, line: readonly number[]): number | undefined {
  const found = line.length > 1 ? targetMass(scene, line) : undefined;
  const whole = found && found.mass > 0.5 && Math.abs(found.mass - Math.round(found.mass)) <= found.bar;
  return whole ? found.mass : undefined;
}

/** The logits themselves: one wrong element in each row, by the same amount. */
function massOfLogits(scene: Disagreement, { start, size, shape }: Block): number | undefined {
  const wrong = new Set(scene.wrong);
  const rows = linesOf(start, size, shape[shape.length - 1], false);
  const found = rows.map((row) => targetMass(scene, row));
  // a single row has no other to agree with: its error must be the whole target
  const expected = rows.length === 1 ? 1 : found[0]?.mass;
  const agree = rows.every((row, r) => {
    const one = found[r];
    const alone = row.length > 2 && row.filter((i) => wrong.has(i)).length === 1;
    return alone && one && expected && Math.abs(one.mass - expected) <= 2 * one.bar;
  });
  return agree ? expected : undefined;
}

/** The most classes that are looked for in a flattened vector. */
const MOST_CLASSES = 1000;

/** Weights and bias of an output layer, flattened into one vector, the bias last. */
function massOfFlattened(scene: Disagreement, { start, size, shape }: Block): number | undefined {
  if (shape.length !== 1) return undefined;
  for (let classes = 3; classes * 2 <= size && classes <= MOST_CLASSES; classes++) {
    const weights = size - classes;
    const mass = massOfBias(scene, linesOf(start + weights, classes, classes, false)[0]);
    if (mass === undefined || weights % classes > 0) continue;
    const balanced = [true, false].some((across) =>
      linesOf(start, weights, across ? weights / classes : classes, across).every((line) => overClasses(scene, line)),
    );
    if (balanced) return mass;
  }
  return undefined;
}

/**
 * Finds the bias of the output layer: its errors are as if the targets were missing, and no later group but its weights is
 * wrong.
 */
function biasOfClasses(scene: Disagreement): { bias: Block; mass: number } | undefined {
  const { groups } = scene.evidence;
  for (const [position, bias] of groups.entries()) {
    const mass = bias.shape.length === 1 ? massOfBias(scene, indicesOf(bias)) : undefined;
    const beyond = groups.slice(position + 2).some((g) => scene.wrongIn(g).length > 0);
    if (mass !== undefined && !beyond) return { bias, mass };
  }
  return undefined;
}

export const softmaxTarget: Rule = (scene, scope, group) => {
  const named = (mass: number, bias: string, sure: boolean): Candidate => ({
    kind: 'softmax-target',
    claims: scope,
    key: '',
    confidence: sure ? 'high' : 'medium',
    implies: ['constant-offset'],
    evidence: { mass, bias },
  });
  if (group) {
    const mass = massOfLogits(scene, group);
    if (mass !== undefined) return named(mass, '', scope.length > 2);
    const flattened = scene.evidence.groups.length === 1 ? massOfFlattened(scene, group) : undefined;
    return flattened === undefined ? undefined : named(flattened, '', false);
  }
  const found = biasOfClasses(scene);
  return found && named(found.mass, found.bias.name, found.bias.size > 2);
};
