/** One word of the glossary. Its anchor is made of the word itself. */
export interface Entry {
  word: string;
  /** What it means, as inline text in which code stands in backticks, and where it is explained at length. */
  meaning: string;
  /** The page that shows it, below the root of the site. */
  page?: string;
  /** Other names, by which a reader may look for it. */
  also?: readonly string[];
}

const DIFFERENCES = 'method/numerical-differentiation/';
const STEP = 'method/choosing-h/';
const CHECKER = 'method/gradient-checker/';
const THRESHOLDS = 'misleads/thresholds/';
const ERROR_BAR = 'misleads/error-bar/';
const FALSE_ALARMS = 'misleads/kinks-noise-precision/';
const FAILURE = 'misleads/reading-a-failure/';
const BEYOND = 'practice/beyond-finite-differences/';
const LAYERS = 'practice/layers/';
const WITHOUT_THRESHOLD = 'practice/without-threshold/';
const SECOND = 'practice/second-derivatives/';
const RANDOMNESS = 'practice/randomness/';
const SCALE = 'practice/at-scale/';

export const glossary: readonly Entry[] = [
  {
    word: 'adjoint',
    meaning:
      'The derivative taken from the outputs back to the inputs. Scientists say adjoint where engineers say backward pass; in linear algebra it is the transposed matrix, conjugated where numbers are complex.',
    page: WITHOUT_THRESHOLD,
    also: ['backward pass', 'reverse mode'],
  },
  {
    word: 'analytic gradient',
    meaning: 'The gradient that your code computes from formulas. It is the one under test.',
    page: CHECKER,
  },
  {
    word: 'automatic differentiation',
    meaning:
      'The chain rule applied to a program, operation by operation. Exact for the program up to rounding; forward mode runs with it, reverse mode from its end to its start.',
    page: BEYOND,
    also: ['autograd', 'autodiff', 'backpropagation'],
  },
  {
    word: 'bfloat16',
    meaning:
      'A number of 16 bits with 8 of them for its digits: the range of float32 and two to three decimal digits. Differences of such numbers show gross errors alone.',
    page: LAYERS,
    also: ['bf16'],
  },
  {
    word: 'cancellation',
    meaning:
      'What happens when two nearly equal numbers are subtracted: the digits in which they agree vanish, and the rounding errors that they carried remain.',
    page: DIFFERENCES,
  },
  {
    word: 'central difference',
    meaning: 'The slope between x − h and x + h. Its truncation error falls with h².',
    page: DIFFERENCES,
  },
  {
    word: 'complex step',
    meaning:
      'A derivative from one evaluation at x + ih. Nothing is subtracted, so nothing cancels; f must be analytic.',
    page: BEYOND,
  },
  {
    word: 'condition',
    meaning:
      'By how much a calculation enlarges the rounding of its inputs. In the best step it stands as κ, before ε|f|.',
    page: STEP,
    also: ['condition number', 'κ'],
  },
  {
    word: 'directional derivative',
    meaning:
      'The slope of f along one direction: the gradient times that direction. It costs two evaluations, whatever the number of parameters.',
    page: SCALE,
    also: ['random direction', 'Jacobian–vector product'],
  },
  {
    word: 'dot-product test',
    meaning:
      'Whether v·(Ju) equals (Jᵀv)·u to rounding, for random u and v. It shows that forward and backward agree with each other, without a step.',
    page: WITHOUT_THRESHOLD,
    also: ['adjoint test'],
  },
  {
    word: 'double',
    meaning: 'A number of 64 bits, with 53 for its digits: about sixteen decimal ones.',
    page: DIFFERENCES,
    also: ['float64', 'double precision'],
  },
  {
    word: 'element',
    meaning: 'One number of the point x, or the partial derivative that belongs to it: `W[1][3]`.',
    page: FAILURE,
    also: ['coordinate', 'component'],
  },
  {
    word: 'epsilon',
    meaning:
      'Here: the largest relative error of one rounding, half the gap from 1 to the next number. NumPy, MATLAB and others call the whole gap `eps`.',
    page: STEP,
    also: ['ε', 'machine epsilon', 'unit roundoff', 'eps'],
  },
  {
    word: 'error bar',
    meaning:
      'How uncertain one numeric slope is: its truncation error and its round-off error together, measured for each element.',
    page: ERROR_BAR,
    also: ['standard deviation', 'uncertainty'],
  },
  {
    word: 'five-point difference',
    meaning: 'A slope from x ± h and x ± 2h, weighted so that the error falls with h⁴.',
    page: DIFFERENCES,
  },
  {
    word: 'float32',
    meaning: 'A number of 32 bits, with 24 for its digits: about seven decimal ones.',
    page: FALSE_ALARMS,
    also: ['single precision', 'fp32'],
  },
  {
    word: 'floor',
    meaning:
      'A relative difference that is never called a bug: 2⁻²⁴, and 2⁻²¹ for a gradient in float32. `relativeFloor` sets another.',
    page: ERROR_BAR,
  },
  {
    word: 'forward difference',
    meaning: 'The slope between x and x + h. Its truncation error falls with h.',
    page: DIFFERENCES,
  },
  {
    word: 'Gauss–Newton matrix',
    meaning:
      'JᵀHJ, the part of a Hessian that needs no second derivatives of the model. It is close to the Hessian where the residuals are small, and is not the Hessian.',
    page: SECOND,
  },
  {
    word: 'gradient',
    meaning: 'All partial derivatives of a loss, one for each parameter.',
    page: DIFFERENCES,
  },
  {
    word: 'group',
    meaning: 'A named array of parameters, such as `W1` or `b1`. Errors are compared within a group, like with like.',
    page: THRESHOLDS,
    also: ['block', 'layer'],
  },
  {
    word: 'half precision',
    meaning: 'A number of 16 bits, with 11 for its digits: three decimal ones, and a small range.',
    page: LAYERS,
    also: ['float16', 'fp16'],
  },
  {
    word: 'Hessian',
    meaning:
      'The matrix of second derivatives, which is the Jacobian of the gradient. It is symmetric where they are continuous.',
    page: SECOND,
    also: ['second derivative'],
  },
  {
    word: 'inconclusive',
    meaning:
      'The verdict where a wrong gradient could not have been told from a right one. The report says why, and what to do.',
    page: THRESHOLDS,
    also: ['undecided'],
  },
  {
    word: 'Jacobian',
    meaning:
      'All first derivatives of a function with many outputs: a row for each output, a column for each input. The gradient of a loss is its only row.',
    page: LAYERS,
  },
  {
    word: 'jump',
    meaning: 'A place where f itself changes suddenly, as where a value is rounded or a branch is taken.',
    page: FALSE_ALARMS,
    also: ['discontinuity'],
  },
  {
    word: 'kink',
    meaning: 'A place where the slope of f changes suddenly, such as a ReLU at 0. There is no derivative there.',
    page: FALSE_ALARMS,
    also: ['ReLU', 'max pooling', 'absolute value'],
  },
  {
    word: 'loss',
    meaning:
      'The function whose gradient is checked: it takes the parameters and returns one number. Called f in formulas.',
    page: CHECKER,
    also: ['objective', 'cost'],
  },
  {
    word: 'noise',
    meaning:
      'What makes two values of f differ although x is the same or nearly so: a random mask, the order of a sum, rounding.',
    page: FALSE_ALARMS,
  },
  {
    word: 'notebook, the',
    meaning:
      'A chapter of an open mathematics course, in Python, from which this course grew: two functions, three checks, four rules.',
    page: 'method/three-checks/',
  },
  {
    word: 'numeric gradient',
    meaning: 'The gradient measured from values of f alone, by differences. It is the witness.',
    page: CHECKER,
    also: ['finite difference'],
  },
  {
    word: 'order',
    meaning:
      'The power of h with which the truncation error of a scheme falls: the slope of its error on a plot with two logarithmic axes.',
    page: DIFFERENCES,
  },
  {
    word: 'parameter',
    meaning: 'A number that training changes. All of them together are the point x of the check.',
    page: CHECKER,
    also: ['weight', 'bias'],
  },
  {
    word: 'planted bug',
    meaning: 'A mistake put into a gradient on purpose, so that it is known what a check ought to find.',
    page: FAILURE,
  },
  {
    word: 'production check',
    meaning:
      'The check of this site that measures an error bar for every element and returns pass, fail or inconclusive: `diagnoseGradient`.',
    page: 'tools/production-functions/',
  },
  {
    word: 'relative error',
    meaning:
      'A difference divided by a size, so that units do not matter. The textbook divides by the sum of the two sizes (1 at most), reports and CS231n by the larger of the two (2 at most).',
    page: THRESHOLDS,
  },
  {
    word: 'Richardson extrapolation',
    meaning:
      'Two estimates with different steps, combined so that the first term of their error cancels. Their disagreement estimates what is left.',
    page: BEYOND,
  },
  {
    word: 'round-off error',
    meaning: 'What the finite number of digits does to a difference. It grows with 1/h.',
    page: STEP,
    also: ['rounding error'],
  },
  {
    word: 'scheme',
    meaning: 'A rule that makes a slope of values of f: forward, central, five-point.',
    page: DIFFERENCES,
    also: ['stencil'],
  },
  {
    word: 'seed',
    meaning: 'The number from which a random generator starts. With the same seed it draws the same numbers again.',
    page: FALSE_ALARMS,
    also: ['dropout', 'randomness'],
  },
  {
    word: 'step',
    meaning: 'By how much a parameter is moved to measure a slope: h.',
    page: STEP,
    also: ['h', 'step size', 'perturbation'],
  },
  {
    word: 'straight-through',
    meaning:
      'A gradient that treats rounding, or another step without a slope, as if it were not there. It is no derivative of the function, and a check says so.',
    page: RANDOMNESS,
  },
  {
    word: 'subgradient',
    meaning: 'Any slope between those on the two sides of a convex kink. Libraries pick one of them.',
    page: FALSE_ALARMS,
  },
  {
    word: 'Taylor test',
    meaning:
      'Whether f(x + hu) − f(x) − h g·u falls with h². It does where the gradient g is right, and with h where it is wrong: no threshold is needed.',
    page: WITHOUT_THRESHOLD,
    also: ['Taylor remainder'],
  },
  {
    word: 'textbook check',
    meaning: 'Central differences with one step, one norm over all parameters and one threshold: `gradientCheck`.',
    page: CHECKER,
  },
  {
    word: 'threshold',
    meaning: 'The relative error up to which a textbook check says PASS. Customary values are 10⁻⁵ and 10⁻⁷.',
    page: THRESHOLDS,
    also: ['1e-5', '1e-7'],
  },
  {
    word: 'tolerance',
    meaning:
      'The largest difference between the two gradients that numerical error explains: eight error bars, four wobbles and the floor.',
    page: ERROR_BAR,
    also: ['atol', 'rtol'],
  },
  {
    word: 'truncation error',
    meaning: 'What is cut off the Taylor series by a difference. It falls with a power of h.',
    page: DIFFERENCES,
  },
  {
    word: 'vector–Jacobian product',
    meaning:
      'What a backward pass computes: it takes the gradient v with respect to the outputs, called a cotangent, and returns Jᵀv, the gradient with respect to the inputs.',
    page: LAYERS,
    also: ['vjp', 'pullback', 'cotangent'],
  },
  {
    word: 'verdict',
    meaning: 'Pass, fail or inconclusive; the textbook check has the first two alone.',
    page: THRESHOLDS,
  },
  {
    word: 'wobble',
    meaning: 'How far the analytic gradient moves by rounding alone, measured at points next to x.',
    page: ERROR_BAR,
  },
];

/** The fragment of an entry's address: `relative-error`. */
export const anchorOf = ({ word }: Entry): string =>
  word
    .toLowerCase()
    .replaceAll('–', '-')
    .replace(/[^a-z0-9]+/g, '-');
