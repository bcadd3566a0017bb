import { BINDS, bracketed, type Notation, type Printed } from './print.ts';

const closed = (text: string): Printed => ({ text, binds: BINDS.closed });

/** An element of the point: its name as typed, `w[1]`, and in TeX, `w_{1}`. */
export interface ElementName {
  readonly name: string;
  readonly tex: string;
}

/** Plain text that can be typed in again (but for the conditions of `max` and `min`, which have no such form). */
export function textNotation(elements: readonly ElementName[]): Notation {
  return {
    constant: closed,
    named: closed,
    variable: (element) => closed(elements[element].name),
    sum: (terms) => ({
      text: terms
        .map(({ negative, term }, at) => {
          const text = bracketed(term, negative ? BINDS.product : BINDS.sum);
          if (at === 0) return negative ? `-${text}` : text;
          return `${negative ? ' - ' : ' + '}${text}`;
        })
        .join(''),
      binds: BINDS.sum,
    }),
    product: (factors) => ({
      text: factors.map((factor) => bracketed(factor, BINDS.power)).join('*'),
      binds: BINDS.product,
    }),
    quotient: (top, bottom) => ({
      text: `${bracketed(top, BINDS.product)}/${bracketed(bottom, BINDS.power)}`,
      binds: BINDS.product,
    }),
    power: (base, exponent) => ({
      text: `${bracketed(base, BINDS.closed)}^${bracketed(exponent, BINDS.closed)}`,
      binds: BINDS.power,
    }),
    negative: (argument) => ({ text: `-${bracketed(argument, BINDS.product)}`, binds: BINDS.sign }),
    call: (name, args) => closed(`${name}(${args.map(({ text }) => text).join(', ')})`),
    extreme: (name, tested, others) =>
      closed(`[${tested.text} = ${name}(${others.map(({ text }) => text).join(', ')})]`),
  };
}

/** TeX commands of functions; the others are set upright. */
const TEX_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ...['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'exp', 'log', 'max', 'min'].map(
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

/** Functions that are drawn as delimiters or signs. */
const TEX_SHAPES: ReadonlyMap<string, (argument: string) => string> = new Map([
  ['sqrt', (argument) => `\\sqrt{${argument}}`],
  ['cbrt', (argument) => `\\sqrt[3]{${argument}}`],
  ['abs', (argument) => `\\left|${argument}\\right|`],
  ['floor', (argument) => `\\left\\lfloor ${argument}\\right\\rfloor`],
  ['ceil', (argument) => `\\left\\lceil ${argument}\\right\\rceil`],
]);

const GREEK = [
  ...[
    'alpha',
    'beta',
    'gamma',
    'delta',
    'epsilon',
    'zeta',
    'eta',
    'theta',
    'iota',
    'kappa',
    'lambda',
    'mu',
    'nu',
    'xi',
  ],
  ...['rho', 'sigma', 'upsilon', 'phi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Sigma'],
  ...['Phi', 'Psi', 'Omega'],
];

/** A name in TeX: Greek letters by their names, one letter slanted, a word upright, a number or `_part` below. */
export function texName(name: string): string {
  const [, stem, below] = /^([^\d_]+)_*([A-Za-z0-9]*)$/u.exec(name) ?? [name, name, ''];
  const upright = `\\mathrm{${stem.replaceAll('_', '\\_')}}`;
  const letter = GREEK.includes(stem) ? `\\${stem}` : [...stem].length === 1 ? stem : upright;
  return below === '' ? letter : `${letter}_{${below}}`;
}

/** An element of a vector in TeX. */
export function texElement(name: string, index: string): string {
  const letter = texName(name);
  return `${letter.includes('_{') ? `{${letter}}` : letter}_{${index}}`;
}

/** Function application in TeX, shared by typed formulas and gradients. */
export function texCall(name: string, args: readonly string[]): string {
  const shape = args.length === 1 ? TEX_SHAPES.get(name) : undefined;
  if (shape !== undefined) return shape(args[0]);
  const command = TEX_FUNCTIONS.get(name) ?? `\\operatorname{${name}}`;
  return `${command}\\left(${args.join(', ')}\\right)`;
}

const LEFT = '\\left(';
const RIGHT = '\\right)';

/** Factors side by side; a dot only where two numbers would run together. */
export function texProduct(factors: readonly string[]): string {
  return factors.reduce((text, factor) => `${text} ${/^\d/.test(factor) ? '\\cdot' : '\\,'} ${factor}`);
}

/** A decimal in TeX, with its exponent as a power of ten. */
export function texNumber(text: string): string {
  const [mantissa, exponent] = text.toLowerCase().split('e');
  return exponent === undefined ? mantissa : `${mantissa}\\cdot 10^{${exponent.replace('+', '')}}`;
}

/** How an expression is written in TeX, with the names of these elements for its variables. */
export function texNotation(elements: readonly ElementName[]): Notation {
  return {
    constant: (value) => ({ text: texNumber(value), binds: /e/i.test(value) ? BINDS.product : BINDS.closed }),
    named: (name) => closed(name === 'e' ? 'e' : `\\${name}`),
    variable: (element) => ({ text: elements[element].tex, binds: BINDS.closed }),
    sum: (terms) => ({
      text: terms
        .map(({ negative, term }, at) => {
          const text = bracketed(term, negative ? BINDS.product : BINDS.sum, LEFT, RIGHT);
          if (at === 0) return negative ? `-${text}` : text;
          return `${negative ? ' - ' : ' + '}${text}`;
        })
        .join(''),
      binds: BINDS.sum,
    }),
    product: (factors) => ({
      text: texProduct(factors.map((factor) => bracketed(factor, BINDS.power, LEFT, RIGHT))),
      binds: BINDS.product,
    }),
    quotient: (top, bottom) => ({ text: `\\frac{${top.text}}{${bottom.text}}`, binds: BINDS.power }),
    power: (base, exponent) => ({
      text: `${/^\\frac/.test(base.text) ? `${LEFT}${base.text}${RIGHT}` : bracketed(base, BINDS.closed, LEFT, RIGHT)}^{${exponent.text}}`,
      binds: BINDS.power,
    }),
    negative: (argument) => ({ text: `-${bracketed(argument, BINDS.product, LEFT, RIGHT)}`, binds: BINDS.sum }),
    call: (name, args) =>
      closed(
        texCall(
          name,
          args.map(({ text }) => text),
        ),
      ),
    extreme: (name, tested, others) =>
      closed(`\\left[${tested.text} = \\${name}\\left(${others.map(({ text }) => text).join(', ')}\\right)\\right]`),
  };
}
