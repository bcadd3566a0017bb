import type { StepExample } from '../example.ts';
import { type Arithmetic, pureDerivatives, reals, toDouble } from './arithmetic.ts';

/** A piece of JavaScript, and how tightly it binds: 1 for a sum, 2 for a product, 3 for anything that needs no brackets. */
interface Code {
  readonly text: string;
  readonly binds: number;
}

const atom = (text: string): Code => ({ text, binds: 3 });
const call = (name: string) => (a: Code) => atom(`Math.${name}(${a.text})`);
const bracketed = ({ text, binds }: Code, least: number) => (binds < least ? `(${text})` : text);
/** Operations are done from the left, so the right operand needs brackets where it is as loose. */
const operation = (sign: string, binds: number) => (a: Code, b: Code) => ({
  text: `${bracketed(a, binds)} ${sign} ${bracketed(b, binds + 1)}`,
  binds,
});
const plus = operation('+', 1);

/** A formula written down: its operations give JavaScript in place of numbers. */
const javascript: Arithmetic<Code> = {
  constant: (value) => atom(value < 1e6 ? String(value) : value.toExponential().replace('+', '')),
  // `total` starts from 0, which is left out of the text
  add: (a, b) => (a.text === '0' ? b : plus(a, b)),
  multiply: operation('*', 2),
  sin: call('sin'),
  exp: call('exp'),
  log: call('log'),
  sqrt: call('sqrt'),
};

const doubles = reals(toDouble);

/** Completes an example from its formula: f in doubles, the text of f in JavaScript, and the exact gradient. */
export function stepExample(example: Omit<StepExample, 'f' | 'gradient'>): StepExample {
  const { over, x } = example;
  const names = x.map((_, i) => atom(`x[${i}]`));
  const { text } = over(javascript, names);
  return {
    ...example,
    f: Object.assign((at: readonly number[]) => over(doubles, at), { source: `(x) => ${text}` }),
    gradient: (at) => pureDerivatives(over, at, 1),
  };
}
