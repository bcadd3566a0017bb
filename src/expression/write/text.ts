import { BINDS, bracketing, closed, type FormulaNotation, listed, negativeOf, sumOf } from './notation.ts';

const bracketed = bracketing('(', ')');

const negative = negativeOf(bracketed);

/** Plain text that can be typed in again (but for the conditions of `max` and `min`, which have no such form). */
export const TEXT: FormulaNotation = {
  constant: closed,
  named: closed,
  variable: ({ name }) => closed(name),
  sum: (terms) => sumOf(terms, bracketed, negative),
  // products go from left to right; a quotient among the factors has brackets to be plain
  product: ([first, ...others]) => ({
    text: [bracketed(first, BINDS.product), ...others.map((factor) => bracketed(factor, BINDS.power))].join('*'),
    binds: BINDS.product,
  }),
  quotient: (top, bottom) => ({
    text: `${bracketed(top, BINDS.quotient)}/${bracketed(bottom, BINDS.power)}`,
    binds: BINDS.quotient,
  }),
  power: (base, exponent) => ({
    text: `${bracketed(base, BINDS.closed)}^${bracketed(exponent, BINDS.closed)}`,
    binds: BINDS.power,
  }),
  negative,
  call: (name, args) => closed(`${name}(${listed(args)})`),
  extreme: (name, tested, others) => closed(`[${tested.text} = ${name}(${listed(others)})]`),
  name: closed,
  vector: (items) => closed(`[${listed(items)}]`),
  index: (object, at) => closed(`${bracketed(object, BINDS.closed)}[${at.text}]`),
  range: (from, to) => ({
    text: [from, to].map((limit) => (limit === undefined ? '' : bracketed(limit, BINDS.sum))).join(':'),
    binds: BINDS.range,
  }),
  dotted: (left, right) => ({
    text: `${bracketed(left, BINDS.product)}·${bracketed(right, BINDS.power)}`,
    binds: BINDS.product,
  }),
  byElement: {
    '.*': (left, right) => ({
      text: `${bracketed(left, BINDS.product)} .* ${bracketed(right, BINDS.power)}`,
      binds: BINDS.product,
    }),
    './': (left, right) => ({
      text: `${bracketed(left, BINDS.quotient)} ./ ${bracketed(right, BINDS.power)}`,
      binds: BINDS.quotient,
    }),
    '.^': (left, right) => ({
      text: `${bracketed(left, BINDS.closed)} .^ ${bracketed(right, BINDS.closed)}`,
      binds: BINDS.power,
    }),
  },
};
