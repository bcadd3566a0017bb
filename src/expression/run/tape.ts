import { type BinaryOp, type GraphNode, inOrder, type ManyOp, type UnaryOp } from '../graph/graph.ts';
import type { Arithmetic } from './arithmetic/types.ts';

/** Numbers held in an array; a Float32Array rounds every intermediate result to single precision. */
interface Store<T> {
  [index: number]: T;
  readonly length: number;
}

type Step<T> = (values: Store<T>) => T;

/**
 * Expressions compiled to a straight list of steps over one array of values. No code is generated, so the page's
 * content security policy may forbid `eval`.
 */
export class Tape<T> {
  readonly #steps: Step<T>[] = [];
  readonly #outputs: number[];
  readonly #elements: number;
  readonly #values: Store<T>;
  /** How many numbers one run reads: its work, if all operations cost the same. */
  readonly operands: number;

  constructor(roots: readonly GraphNode[], elements: number, arithmetic: Arithmetic<T>, makeStore?: MakeStore<T>) {
    const places = new Map<number, number>();
    const order = inOrder(roots);
    this.#elements = elements;
    this.operands = order.reduce((sum, { args }) => sum + Math.max(1, args.length), 0);
    for (const node of order) {
      if (node.op === 'variable') {
        places.set(node.id, node.element);
        continue;
      }
      const args = node.args.map(({ id }) => places.get(id) as number);
      places.set(node.id, elements + this.#steps.length);
      this.#steps.push(stepOf(node, args, arithmetic));
    }
    this.#outputs = roots.map(({ id }) => places.get(id) as number);
    const size = elements + this.#steps.length;
    this.#values = makeStore?.(size) ?? new Array<T>(size);
  }

  /** The values of the roots at a point; `between` is called after every step (a deadline may throw there). */
  run(point: ArrayLike<T>, between?: () => void): T[] {
    const values = this.#values;
    for (let element = 0; element < this.#elements; element += 1) values[element] = point[element];
    for (let at = 0; at < this.#steps.length; at += 1) {
      values[this.#elements + at] = this.#steps[at](values);
      between?.();
    }
    return this.#outputs.map((place) => values[place]);
  }
}

type MakeStore<T> = (size: number) => Store<T>;

function stepOf<T>(node: GraphNode, args: readonly number[], arithmetic: Arithmetic<T>): Step<T> {
  if (node.op === 'constant' || node.op === 'named') {
    const value = arithmetic.constant(node);
    return () => value;
  }
  const [first, second] = args;
  if (node.op in arithmetic.unary) {
    const operation = arithmetic.unary[node.op as UnaryOp];
    return (values) => operation(values[first]);
  }
  if (node.op in arithmetic.binary) {
    const operation = arithmetic.binary[node.op as BinaryOp];
    return (values) => operation(values[first], values[second]);
  }
  const operation = arithmetic.many[node.op as ManyOp];
  const held = new Array<T>(args.length);
  return (values) => {
    for (let at = 0; at < args.length; at += 1) held[at] = values[args[at]];
    return operation(held);
  };
}
