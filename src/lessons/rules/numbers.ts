/** The rules of gradient checking: the notebook's four, those learned since, and those of CS231n; each with its number and its proof. */
import { type RuleText, shown } from './shown.ts';

export interface CourseRule {
  readonly practice: string;
  readonly rule: string;
  /** What is imprecise about it, or when it does not hold. */
  readonly but: string;
  readonly proof: { readonly href: string; readonly text: string };
  /** The number that shows it. */
  readonly shows: RuleText;
  readonly from: 'the notebook' | 'learned since' | 'CS231n';
}

export const rules: readonly CourseRule[] = [
  {
    practice: 'Always gradient check new layers',
    rule: 'Before training',
    but: 'A wrong gradient can train well enough to go unnoticed, so the loss curve is no substitute.',
    proof: { href: '/practice/checked-training/', text: 'Checked training' },
    shows: shown.before,
    from: 'the notebook',
  },
  {
    practice: 'Use h = 1e-5 for float64',
    rule: 'Optimal for the central difference',
    but: 'Nearly, and for functions of unremarkable size. A large offset, a large or tiny x, a sharp bend or float32 each need another step.',
    proof: { href: '/method/choosing-h/', text: 'Choosing h' },
    shows: shown.step,
    from: 'the notebook',
  },
  {
    practice: 'Relative error below 1e-5',
    rule: 'PASS threshold',
    but: 'No single threshold separates right from wrong. Compare each element with its own measured error bar.',
    proof: { href: '/misleads/thresholds/', text: 'Relative error and thresholds' },
    shows: shown.threshold,
    from: 'the notebook',
  },
  {
    practice: 'Test all parameters',
    rule: 'Not just a few',
    but: 'With random directions this is possible for a million of them, and one wrong element can still be named.',
    proof: { href: '/practice/at-scale/', text: 'At scale' },
    shows: shown.all,
    from: 'the notebook',
  },
  {
    practice: 'Judge group by group',
    rule: 'Never by one global norm',
    but: 'The bias of a small layer vanishes beside the weights of a large one.',
    proof: { href: '/misleads/thresholds/', text: 'Relative error and thresholds' },
    shows: shown.groups,
    from: 'learned since',
  },
  {
    practice: 'Check at a random point',
    rule: 'Never at zero, and more than one',
    but: 'Zeros, ones and symmetric points hide terms that vanish there.',
    proof: { href: '/method/three-checks/', text: 'Three checks' },
    shows: shown.point,
    from: 'learned since',
  },
  {
    practice: 'Make the loss repeatable',
    rule: 'Reset the seed inside every call',
    but: 'A loss that changes from call to call has no derivative to compare with.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    shows: shown.repeatable,
    from: 'learned since',
  },
  {
    practice: 'Stay away from kinks',
    rule: 'Or step less than the distance to them',
    but: 'A difference taken across a kink averages two slopes, and neither is wrong.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    shows: shown.kinks,
    from: 'learned since',
  },
  {
    practice: 'Let the solver finish',
    rule: 'Run it to rounding for the check',
    but: 'What it leaves undone is noise in the loss, or a slope that is off at every step.',
    proof: { href: '/practice/constraints/', text: 'Solvers and constraints' },
    shows: shown.solver,
    from: 'learned since',
  },
  {
    practice: 'Check in double precision',
    rule: 'Even if you train in float32',
    but: 'In float32 the best a central difference can do is four or five digits.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    shows: shown.double,
    from: 'learned since',
  },
  {
    practice: 'Look at the ratio',
    rule: 'Analytic over numeric, element by element',
    but: 'A constant ratio, a sign or a transposed block names the bug.',
    proof: { href: '/misleads/reading-a-failure/', text: 'Reading a failure' },
    shows: shown.ratio,
    from: 'learned since',
  },
  {
    practice: 'Call the gradient twice',
    rule: 'And at another point in between',
    but: 'Accumulated and cached gradients are right the first time only.',
    proof: { href: '/tools/bugs/', text: 'The bug list' },
    shows: shown.twice,
    from: 'learned since',
  },
  {
    practice: 'Say “inconclusive” when it is',
    rule: 'Three verdicts, not two',
    but: 'At a kink or under noise neither PASS nor FAIL is an honest answer.',
    proof: { href: '/tools/accuracy/', text: 'Accuracy' },
    shows: shown.inconclusive,
    from: 'learned since',
  },
  {
    practice: 'Switch the regulariser off, then on',
    rule: 'Two checks, not one',
    but: 'A strong regulariser has a gradient so large that a wrong loss behind it makes no difference.',
    proof: { href: '/practice/neural-network/', text: 'A neural network' },
    shows: shown.regulariser,
    from: 'CS231n',
  },
  {
    practice: 'Check the loss term by term',
    rule: 'Each term alone, at full strength',
    but: 'A term with a small weight in front of it can be forgotten, and hardly anything changes.',
    proof: { href: '/tools/bugs/#missing-l2', text: 'The bug list' },
    shows: shown.terms,
    from: 'CS231n',
  },
  {
    practice: 'Rescale a tiny loss',
    rule: 'Gradients of order 1',
    but: 'A mean over a large batch can make gradients as small as the number that keeps 0/0 out of the error.',
    proof: { href: '/method/gradient-checker/', text: 'The gradient checker' },
    shows: shown.rescale,
    from: 'CS231n',
  },
  {
    practice: 'Count the winners of max',
    rule: 'At x + h and at x − h',
    but: 'If another argument wins, a kink was crossed, and the difference says nothing of the gradient.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    shows: shown.winners,
    from: 'CS231n',
  },
  {
    practice: 'Use two or three samples',
    rule: 'Not the whole batch',
    but: 'Fewer samples have fewer kinks, and a gradient that is right for three is seldom wrong for three hundred.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    shows: shown.samples,
    from: 'CS231n',
  },
];
