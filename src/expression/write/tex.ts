import { CONSTANTS } from '../read/names.ts';
import type { Syntax } from '../read/syntax.ts';
import { texCall, texElement, texName, texNumber, texProduct } from './notation.ts';
import { BINDS, bracketed, type Printed } from './print.ts';

const LEFT = '\\left(';
const RIGHT = '\\right)';
const CONSTANT_TEX = { pi: '\\pi', e: 'e', tau: '\\tau' } as const;

/** A typed-in formula in TeX, as it was written: vectors stay vectors, nothing is worked out. */
export function texOf(syntax: Syntax): string {
  return write(syntax).text;
}

const closed = (text: string): Printed => ({ text, binds: BINDS.closed });
const wrap = (printed: Printed, atLeast: number): string => bracketed(printed, atLeast, LEFT, RIGHT);

function write(syntax: Syntax): Printed {
  switch (syntax.type) {
    case 'number':
      return { text: texNumber(syntax.text), binds: /e/i.test(syntax.text) ? BINDS.product : BINDS.closed };
    case 'name': {
      const constant = CONSTANTS.get(syntax.name);
      return closed(constant === undefined ? texName(syntax.name) : CONSTANT_TEX[constant]);
    }
    case 'negate':
      return { text: `-${wrap(write(syntax.argument), BINDS.product)}`, binds: BINDS.sign };
    case 'vector':
      return closed(`\\left[${syntax.items.map(texOf).join(', ')}\\right]`);
    case 'range':
      return { text: `${texOf(syntax.from)}{:}${texOf(syntax.to)}`, binds: BINDS.sum };
    case 'index':
      if (syntax.object.type === 'name') return closed(texElement(syntax.object.name, texOf(syntax.at)));
      return closed(`{${wrap(write(syntax.object), BINDS.closed)}}_{${texOf(syntax.at)}}`);
    case 'call':
      return writeCall(syntax.name, syntax.arguments);
    case 'binary':
      return writeBinary(syntax.operator, write(syntax.left), write(syntax.right));
  }
}

function writeCall(name: string, args: readonly Syntax[]): Printed {
  const written = args.map(texOf);
  if (name === 'norm') return closed(`\\left\\lVert ${written[0]}\\right\\rVert_{${written[1] ?? '2'}}`);
  if (name === 'dot' && args.length === 2) {
    const [a, b] = args.map((argument) => wrap(write(argument), BINDS.closed));
    return { text: `${a} \\cdot ${b}`, binds: BINDS.product };
  }
  if (name === 'square' || name === 'cube') {
    const exponent = name === 'square' ? 2 : 3;
    return { text: `${wrap(write(args[0]), BINDS.closed)}^{${exponent}}`, binds: BINDS.power };
  }
  return closed(texCall(name, written));
}

function writeBinary(operator: string, left: Printed, right: Printed): Printed {
  switch (operator) {
    case '+':
      return { text: `${left.text} + ${wrap(right, BINDS.product)}`, binds: BINDS.sum };
    case '-':
      return { text: `${left.text} - ${wrap(right, BINDS.product)}`, binds: BINDS.sum };
    case '*':
      return { text: texProduct([wrap(left, BINDS.product), wrap(right, BINDS.power)]), binds: BINDS.product };
    case '.*':
      return { text: `${wrap(left, BINDS.product)} \\odot ${wrap(right, BINDS.power)}`, binds: BINDS.product };
    case '/':
      return { text: `\\frac{${left.text}}{${right.text}}`, binds: BINDS.product };
    case './':
      return { text: `${wrap(left, BINDS.product)} \\oslash ${wrap(right, BINDS.power)}`, binds: BINDS.product };
    case '.^':
      return { text: `${wrap(left, BINDS.closed)}^{\\circ ${right.text}}`, binds: BINDS.power };
    default:
      return { text: `${wrap(left, BINDS.closed)}^{${right.text}}`, binds: BINDS.power };
  }
}
