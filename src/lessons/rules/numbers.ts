/** The rules of gradient checking: the notebook's four, and those learned since, each with the place that proves it. */
export interface Rule {
  readonly practice: string;
  readonly rule: string;
  /** What is imprecise about it, or when it does not hold. */
  readonly but: string;
  readonly proof: { readonly href: string; readonly text: string };
  readonly from: 'the notebook' | 'learned since';
}

export const rules: readonly Rule[] = [
  {
    practice: 'Always gradient check new layers',
    rule: 'Before training',
    but: 'A wrong gradient can train well enough to go unnoticed, so the loss curve is no substitute.',
    proof: { href: '/practice/checked-training/', text: 'Checked training' },
    from: 'the notebook',
  },
  {
    practice: 'Use h = 1e-5 for float64',
    rule: 'Optimal for the central difference',
    but: 'Nearly, and for functions of unremarkable size. A large offset, a large or tiny x, a sharp bend or float32 each need another step.',
    proof: { href: '/method/choosing-h/', text: 'Choosing h' },
    from: 'the notebook',
  },
  {
    practice: 'Relative error below 1e-5',
    rule: 'PASS threshold',
    but: 'No single threshold separates right from wrong. Compare each element with its own measured error bar.',
    proof: { href: '/misleads/thresholds/', text: 'Relative error and thresholds' },
    from: 'the notebook',
  },
  {
    practice: 'Test all parameters',
    rule: 'Not just a few',
    but: 'With random directions this is possible for a million of them, and one wrong element can still be named.',
    proof: { href: '/practice/at-scale/', text: 'At scale' },
    from: 'the notebook',
  },
  {
    practice: 'Judge group by group',
    rule: 'Never by one global norm',
    but: 'The bias of a small layer vanishes beside the weights of a large one.',
    proof: { href: '/misleads/thresholds/', text: 'Relative error and thresholds' },
    from: 'learned since',
  },
  {
    practice: 'Check at a random point',
    rule: 'Never at zero, and more than one',
    but: 'Zeros, ones and symmetric points hide terms that vanish there.',
    proof: { href: '/method/three-checks/', text: 'Three checks' },
    from: 'learned since',
  },
  {
    practice: 'Make the loss repeatable',
    rule: 'Reset the seed inside every call',
    but: 'A loss that changes from call to call has no derivative to compare with.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    from: 'learned since',
  },
  {
    practice: 'Stay away from kinks',
    rule: 'Or step less than the distance to them',
    but: 'A difference taken across a kink averages two slopes, and neither is wrong.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    from: 'learned since',
  },
  {
    practice: 'Check in double precision',
    rule: 'Even if you train in float32',
    but: 'In float32 the best a central difference can do is four or five digits.',
    proof: { href: '/misleads/kinks-noise-precision/', text: 'Kinks, noise and precision' },
    from: 'learned since',
  },
  {
    practice: 'Look at the ratio',
    rule: 'Analytic over numeric, element by element',
    but: 'A constant ratio, a sign or a transposed block names the bug.',
    proof: { href: '/misleads/reading-a-failure/', text: 'Reading a failure' },
    from: 'learned since',
  },
  {
    practice: 'Call the gradient twice',
    rule: 'And at another point in between',
    but: 'Accumulated and cached gradients are right the first time only.',
    proof: { href: '/tools/bugs/', text: 'The bug list' },
    from: 'learned since',
  },
  {
    practice: 'Say “inconclusive” when it is',
    rule: 'Three verdicts, not two',
    but: 'At a kink or under noise neither PASS nor FAIL is an honest answer.',
    proof: { href: '/tools/accuracy/', text: 'Accuracy' },
    from: 'learned since',
  },
];
