/** The number that shows each rule at work, computed while the site is built. A rule's words stand round its numbers. */
import { gradientCheck } from '@/checker/textbook/gradient-check.ts';
import { numericalGradient } from '@/checker/textbook/numerical-gradient.ts';
import { relativeError } from '@/checker/textbook/relative-error.ts';
import { gradientOf } from '@/examples/programs/program.ts';
import { normalData } from '@/examples/random.ts';
import { scores } from '../accuracy/numbers.ts';
import { EARLY, early } from '../constraints/numbers.ts';
import { million } from '../directions/numbers.ts';
import { dropout, kinkNear } from '../kinks/numbers.ts';
import { bugsOf, network } from '../network/backprop.ts';
import { flatWeights } from '../network/data.ts';
import { sizeAt } from '../network/weight-size.ts';
import { offset, recommended, single } from '../step-size/numbers.ts';
import { hidden, raised } from '../thresholds/numbers.ts';
import { trained } from '../training/numbers.ts';
import { flat, named, RUNS, ridge, loss as ridgeLoss, start } from '../training/problem.ts';
import { crossings } from './crossings.ts';

/** Text and numbers in turn. */
export type RuleText = readonly (string | number)[];

const said = (texts: TemplateStringsArray, ...numbers: readonly number[]): RuleText =>
  texts.flatMap((text, i) => [text, ...numbers.slice(i, i + 1)]).filter((part) => part !== '');

/** The relative error of the network's gradient with one bug in a line, where the weight decay is λ. */
function withDecay(line: string, bug: string, lambda: number): number {
  const planted = bugsOf(line).find(({ id }) => id === bug)!;
  const gradient = (...bugs: (typeof planted)[]) =>
    flatWeights(gradientOf(network, ...bugs)(network.point, { lambda }));
  return relativeError(gradient(planted), gradient());
}

const [HEAVY, LIGHT] = [1e6, 1e-6];
const slope = { off: withDecay('dZ', 'no-slope', 0), heavy: withDecay('dZ', 'no-slope', HEAVY) };
const decay = { light: withDecay('dW2', 'decay', LIGHT), heavy: withDecay('dW2', 'decay', HEAVY) };

/** A gradient with the wrong sign, as small as a mean over many samples can be, and the same loss rescaled. */
const TINY = 1e-14;
const wrongSign = (size: number): number => relativeError([size], [-size]);

/** Analytic over numeric, where the 1/n has been forgotten over a dozen samples. */
export const ratios = (() => {
  const forgotten = flat(RUNS.find(({ id }) => id === 'mean')!.gradient(start));
  const numeric = numericalGradient((x: number[]) => ridgeLoss(named(x)), flat(start));
  return forgotten.map((value, i) => value / numeric[i]);
})();

/** A gradient that is added to what the last call returned: right once. */
const accumulated = (() => {
  const f = ([a, b]: number[]) => Math.sin(a) * Math.exp(b);
  const kept = [0, 0];
  const gradient = ([a, b]: number[]) => {
    kept[0] += Math.cos(a) * Math.exp(b);
    kept[1] += Math.sin(a) * Math.exp(b);
    return [...kept];
  };
  const x = normalData(3).vector(2);
  const check = () => gradientCheck(f, gradient, x).relativeError;
  return { first: check(), second: check() };
})();

/** Digits of a slope in float32, at the best step of a central difference for an f of order 1. */
const singleDigits = -Math.log10(single.epsilon / single.cubeRoot + single.cubeRoot ** 2 / 6);

const large = crossings({ samples: 300, step: 1e-2 });
const small = crossings({ samples: 300, step: 1e-5 });
const few = crossings({ samples: 3, step: 1e-2 });

const scoreOf = (id: string) => scores.find((score) => score.id === id)!;
const [textbook, production] = [scoreOf('textbook'), scoreOf('production')];

export const shown = {
  before: said`With the 1/n forgotten, training ends ${Math.round(trained.right / trained.mean)} times nearer to the minimum after ${trained.steps} steps.`,
  step: said`Error ${recommended.error} there; with 10⁸ added to the loss, ${offset.recommended.error}.`,
  threshold: said`Of ${raised.count} right gradients under a large constant, ${raised.mistaken} are rejected.`,
  all: said`One wrong element of ${million.n} was named in ${million.evaluations} evaluations.`,
  groups: said`Forgotten bias: ${hidden.bias.relativeError} on its own, ${hidden.global.relativeError} in one norm.`,
  point: said`A forgotten slope of tanh: ${sizeAt(1).error} at random weights, ${sizeAt(0).error} at zero.`,
  repeatable: said`Under noise of ${dropout.noise} a right gradient shows an error of ${dropout.textbook.relativeError}.`,
  kinks: said`At ${kinkNear.distance} from a kink, a right gradient shows an error of ${kinkNear.textbook.relativeError}.`,
  solver: said`A fixed-point iteration that stops at ${EARLY} puts the slope off by ${early.fixedPoint.off}.`,
  double: said`In float32 ${Number(singleDigits.toPrecision(2))} digits of a slope are left.`,
  ratio: said`Forgotten 1/n over ${ridge.sizes['n']} samples: every ratio is ${ratios[0]}.`,
  twice: said`A gradient that adds up: error ${accumulated.first} at the first call, ${accumulated.second} at the second.`,
  inconclusive: said`Wrong verdicts on the cases there: ${100 * textbook.share} % with two words, ${100 * production.share} % with three.`,
  regulariser: said`A forgotten slope of tanh: error ${slope.off} with the decay off, ${slope.heavy} at λ = ${HEAVY}.`,
  terms: said`A forgotten decay: error ${decay.light} at λ = ${LIGHT}, ${decay.heavy} at ${HEAVY}.`,
  rescale: said`A slope of ${TINY} with the wrong sign: error ${wrongSign(TINY)}; rescaled to order 1, ${wrongSign(1)}.`,
  winners: said`A step of ${large.step} changes winners along ${large.changed} of ${large.elements} elements; one of ${small.step}, along ${small.changed}.`,
  samples: said`A step of ${few.step} crosses kinks along ${large.changed} of ${large.elements} elements with ${large.samples} samples, along ${few.changed} with ${few.samples}.`,
};
