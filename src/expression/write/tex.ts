import {
  BINDS,
  bracketing,
  closed,
  type FormulaNotation,
  listed,
  negativeOf,
  type Printed,
  sumOf,
} from './notation.ts';
import { texName } from './tex-names.ts';

const bracketed = bracketing('\\left(', '\\right)');

/** TeX commands of functions; the others are set upright. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'exp', 'log', 'ln', 'max', 'min'].map(
    (name) => [name, `\\${name}`] as const,
  ),
  ['asin', '\\arcsin'],
  ['acos', '\\arccos'],
  ['atan', '\\arctan'],
  ['asinh', '\\operatorname{arsinh}'],
  ['acosh', '\\operatorname{arcosh}'],
  ['atanh', '\\operatorname{artanh}'],
  ['log2', '\\log_{2}'],
  ['log10', '\\log_{10}'],
  ['sign', '\\operatorname{sgn}'],
  ['sigmoid', '\\sigma'],
]);

type Shape = (args: readonly Printed[]) => Printed;

const within =
  (open: string, close: string): Shape =>
  ([argument]) =>
    closed(`${open}${argument.text}${close}`);

const power = (base: Printed, exponent: string): Printed => ({
  text: `${bracketed(base, BINDS.closed)}^{${exponent}}`,
  binds: BINDS.power,
});

/** Functions that are drawn as signs, or round their argument. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['sqrt', within('\\sqrt{', '}')],
  ['cbrt', within('\\sqrt[3]{', '}')],
  ['abs', within('\\left|', '\\right|')],
  ['floor', within('\\left\\lfloor ', '\\right\\rfloor')],
  ['ceil', within('\\left\\lceil ', '\\right\\rceil')],
  ['square', ([argument]) => power(argument, '2')],
  ['cube', ([argument]) => power(argument, '3')],
  ['pow', ([base, exponent]) => power(base, exponent.text)],
  ['norm', ([argument, order]) => closed(`\\left\\lVert ${argument.text}\\right\\rVert_{${order?.text ?? '2'}}`)],
  [
    'dot',
    ([a, b]) => ({ text: `${bracketed(a, BINDS.closed)} \\cdot ${bracketed(b, BINDS.closed)}`, binds: BINDS.product }),
  ],
]);

function call(name: string, args: readonly Printed[]): Printed {
  const shape = SHAPES.get(name);
  if (shape !== undefined) return shape(args);
  const based = name === 'log' && args.length === 2;
  const command = based ? `\\log_{${args[1].text}}` : (COMMANDS.get(name) ?? `\\operatorname{${name}}`);
  return closed(`${command}\\left(${listed(based ? args.slice(0, 1) : args)}\\right)`);
}

/** A decimal with its exponent as a power of ten. */
function constant(value: string): Printed {
  const [mantissa, exponent] = value.toLowerCase().split('e');
  if (exponent === undefined) return closed(mantissa);
  return { text: `${mantissa}\\cdot 10^{${exponent.replace('+', '')}}`, binds: BINDS.product };
}

const infix = (left: Printed, sign: string, right: Printed): Printed => ({
  text: `${bracketed(left, BINDS.product)} ${sign} ${bracketed(right, BINDS.power)}`,
  binds: BINDS.product,
});

const negative = negativeOf(bracketed);

export const TEX: FormulaNotation = {
  constant,
  named: (name) => closed(name === 'e' ? 'e' : `\\${name}`),
  variable: ({ tex }) => closed(tex),
  sum: (terms) => sumOf(terms, bracketed, negative),
  // side by side; a dot only where two numbers would run together
  product: (factors) => factors.reduce((left, right) => infix(left, /^\d/.test(right.text) ? '\\cdot' : '\\,', right)),
  quotient: (top, bottom) => ({ text: `\\frac{${top.text}}{${bottom.text}}`, binds: BINDS.power }),
  power: (base, exponent) => power(base, exponent.text),
  negative,
  call,
  extreme: (name, tested, others) =>
    closed(`\\left[${tested.text} = \\${name}\\left(${listed(others)}\\right)\\right]`),
  name: (name) => closed(texName(name)),
  vector: (items) => closed(`\\left[${listed(items)}\\right]`),
  index: (object, at) => {
    const text = bracketed(object, BINDS.closed);
    return closed(`${/[_^ ]/.test(text) ? `{${text}}` : text}_{${at.text}}`);
  },
  range: (from, to) => ({ text: `${from?.text ?? ''}{:}${to?.text ?? ''}`, binds: BINDS.range }),
  dotted: (left, right) => infix(left, '\\cdot', right),
  byElement: {
    '.*': (left, right) => infix(left, '\\odot', right),
    './': (left, right) => infix(left, '\\oslash', right),
    '.^': (left, right) => power(left, `\\circ ${right.text}`),
  },
};
