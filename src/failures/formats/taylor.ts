/** Tables and slopes of a Taylor test: Manopt, pymanopt, discretize (SimPEG), pyadjoint and dolfin-adjoint. */
import { type Fact, NEAR_ORDER } from '../reading.ts';
import { valueAfter } from '../text/array.ts';
import { numberAfter, numbersIn } from '../text/number.ts';
import { type Format, type FormatReading, type Message, matchLines } from './format.ts';

/** The order that holds over two steps in a row: at small ones rounding takes over, and the order falls to 0. */
function plateau(orders: readonly number[], right: number): number | undefined {
  for (const order of [right, right - 1]) {
    const near = orders.map((each) => Math.abs(each - order) < NEAR_ORDER);
    if (near.some((each, i) => each && (near[i + 1] || orders.length === 1))) return order;
  }
  return undefined;
}

const orderFact = (orders: readonly number[], right: number): Fact[] => {
  const finite = orders.filter(Number.isFinite);
  if (finite.length === 0) return [];
  const found = plateau(finite, right);
  const near = found === undefined ? finite[0] : finite.find((order) => Math.abs(order - found) < NEAR_ORDER);
  return [{ kind: 'order', observed: near as number, right }];
};

/** A residual above this is more than the rounding of a double, however large the gradient. */
const TANGENT = 1e-4;

export const manopt: Format = {
  knows: (text) => /slope should be (\d)/i.test(text) || text.includes('It appears to be:'),
  read: ({ text }) => {
    const right = numberAfter(text, 'slope should be')?.value;
    const slope = numberAfter(text, 'appears to be')?.value;
    const residual =
      numberAfter(text, 'zero up to machine precision') ??
      numberAfter(text, 'residual should be close to 0') ??
      numberAfter(text, 'or very close. Residual');
    // At the very end of a text an exponent may have been torn off.
    const off = residual !== undefined && residual.end < text.length && residual.value > TANGENT;
    const says = `The gradient is not tangent to the manifold (residual ${residual?.value}): project it onto the tangent space.`;
    return {
      tool: 'Manopt checkgradient',
      pairs: [],
      facts: [
        // A gradient that is not tangent is wrong, whatever the slope along one tangent direction.
        ...(off ? ([{ kind: 'contract', is: 'not-tangent', says }] as const) : []),
        ...(slope === undefined ? [] : orderFact([slope], right ?? 2)),
      ],
      snippet: 'matlab',
      ...(slope === undefined ? { unread: 'a number after “It appears to be:”' } : {}),
    };
  },
};

const HEADER = /\biter\b.*\bh\b.*\|ft-f0\|.*Order/;

export const discretize: Format = {
  knows: (text) => text.includes('|ft-f0|'),
  read: ({ text, lines }) => {
    const start = lines.findIndex((line) => line.length < 400 && HEADER.test(line));
    const rows = lines
      .slice(start + 1)
      .map((line) => (/^\s{0,12}\d{1,4}\s/.test(line) && line.length < 400 ? numbersIn(line) : []));
    const orders = rows.filter((row) => row.length >= 5).map((row) => row[row.length - 1].value);
    const claims = text.includes('FAIL!') ? 'failure' : text.includes('PASS!') ? 'agreement' : undefined;
    return {
      tool: 'discretize check_derivative',
      pairs: [],
      facts: orderFact(orders, 2),
      snippet: 'numpy',
      ...(claims ? { claims } : {}),
      ...(orders.length === 0 ? { unread: 'rows below “iter h |ft-f0| |ft-f0-h*J0*dx| Order”' } : {}),
    };
  },
};

const RATES = ['Computed convergence rates:', 'Convergence orders for Taylor remainder with adjoint information'];

function readRates({ text, lines }: Message): FormatReading {
  const phrase = RATES.find((each) => text.includes(each)) as string;
  const from = text.indexOf(phrase) + phrase.length;
  const open = text.indexOf('[', from);
  const rates = open < 0 ? undefined : valueAfter(text.slice(open, open + 4000), '');
  const orders = rates?.numbers.map(({ value }) => value) ?? [];
  // A Hessian in the test raises the order by one.
  const right = matchLines(lines, /[Hh]essian information|R2 /).length > 0 ? 3 : 2;
  return {
    tool: 'pyadjoint taylor_test',
    pairs: [],
    facts: orderFact(orders, right),
    snippet: 'numpy',
    ...(orders.length === 0 ? { unread: 'a list after “Computed convergence rates:”' } : {}),
  };
}

export const pyadjoint: Format = { knows: (text) => RATES.some((phrase) => text.includes(phrase)), read: readRates };
