import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshPython, runIn } from './support.ts';

/** A structure as Python writes it, its arrays in order, and how a function finds each of them in it. */
interface Structure {
  readonly source: string;
  readonly leaves: readonly { readonly path: string; readonly size: number; readonly narrow: boolean }[];
}

const NAMES = ['W', 'b', 'gamma', 'x', '0', '12', 'ünder', 'a.b', 'constructor', 'toString', 'class'];
const HELD = ['first', 'second', 'third'] as const;

const leaf: fc.Arbitrary<Structure> = fc
  .record({
    shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    type: fc.constantFrom('float64', 'float32', 'float64, order="F"'),
    isFloat: fc.boolean(),
  })
  .map(({ shape, type, isFloat }) => {
    if (shape.length === 0 && isFloat)
      return { source: 'float(rs.randn())', leaves: [{ path: '', size: 1, narrow: false }] };
    const axes = shape.map((each) => `${each},`).join('');
    return {
      source: `np.array(rs.randn(*(${axes})), dtype=${type.includes('order') ? `float, order="F"` : `np.${type}`})`,
      leaves: [{ path: '', size: shape.reduce((a, b) => a * b, 1), narrow: type === 'float32' }],
    };
  });

const { structure } = fc.letrec<{ structure: Structure; nest: Structure }>((tie) => ({
  structure: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('nest')),
  nest: fc
    .record({
      kind: fc.constantFrom('dict', 'list', 'tuple', 'dataclass', 'named', 'ordered'),
      parts: fc.array(tie('structure'), { minLength: 1, maxLength: 3 }),
      names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 3 }),
    })
    .map(({ kind, parts, names }) => {
      const held = parts.map(({ source }) => source);
      const within = (paths: (i: number) => string) =>
        parts.flatMap(({ leaves }, i) => leaves.map(({ path, ...rest }) => ({ path: paths(i) + path, ...rest })));
      const byName = within((i) => `[${JSON.stringify(names[i])}]`);
      const byPlace = within((i) => `[${i}]`);
      const byField = within((i) => `.${HELD[i]}`);
      const entries = held.map((source, i) => `${JSON.stringify(names[i])}: ${source}`).join(', ');
      const all = held.join(', ');
      return {
        dict: { source: `{${entries}}`, leaves: byName },
        ordered: { source: `OrderedDict({${entries}})`, leaves: byName },
        // a list of numbers alone is an array
        list: {
          source: `[${all}, [np.ones(1)]]`,
          leaves: [...byPlace, { path: `[${held.length}][0]`, size: 1, narrow: false }],
        },
        tuple: {
          source: `(${all}, np.ones(1))`,
          leaves: [...byPlace, { path: `[${held.length}]`, size: 1, narrow: false }],
        },
        dataclass: { source: `Data${held.length}(${all})`, leaves: byField },
        named: { source: `Named${held.length}(${all})`, leaves: byField },
      }[kind];
    }),
}));

const CLASSES = HELD.map((_, i) => {
  const fields = HELD.slice(0, i + 1);
  return `Data${i + 1} = make_dataclass('Data${i + 1}', ${JSON.stringify(fields)}, frozen=${i === 1 ? 'True' : 'False'})
Named${i + 1} = namedtuple('Named${i + 1}', ${JSON.stringify(fields)})`;
}).join('\n');

/** A loss with a different slope for every element, and its gradient, for x of any structure. */
const programOf = ({ source, leaves }: Structure, wrong?: number) => `import numpy as np
from collections import OrderedDict, namedtuple
from dataclasses import make_dataclass
import copy
rs = np.random.RandomState(5)
${CLASSES}
x = ${source}
weights = [np.asarray(rs.randn(size)) for size in ${JSON.stringify(leaves.map(({ size }) => size))}]
def parts(p): return [${leaves.map(({ path }) => `p${path}`).join(', ')}]
for part, narrow in zip(parts(x), ${JSON.stringify(leaves.map(({ narrow }) => narrow))
  .replaceAll('true', 'True')
  .replaceAll('false', 'False')}):
    if isinstance(part, np.ndarray): assert (part.dtype == np.float32) == narrow
types = [type(part) is float or np.asarray(part).dtype for part in parts(x)]
def loss(p):
    assert [type(part) is float or np.asarray(part).dtype for part in parts(p)] == types
    return float(sum(np.sum(w * np.sin(np.asarray(part, float).ravel() + .3)) for w, part in zip(weights, parts(p))))
def like(p, made):
    if isinstance(p, dict): return type(p)((k, like(v, made)) for k, v in p.items())
    if hasattr(p, '__dataclass_fields__'): return type(p)(*[like(getattr(p, f), made) for f in type(p).__dataclass_fields__])
    if hasattr(p, '_fields'): return type(p)(*[like(v, made) for v in p])
    if isinstance(p, (list, tuple)): return type(p)(like(v, made) for v in p)
    return next(made)
def gradient(p):
    made = [(w * np.cos(np.asarray(part, float).ravel() + .3)).reshape(np.shape(part)) for w, part in zip(weights, parts(p))]
    ${wrong === undefined ? 'pass' : `made[${wrong}] = 3 * made[${wrong}]`}
    return like(p, iter(made))
`;

/** The same structures in every run, unless more are asked for. */
const { FUZZ } = process.env;
const RUNS = FUZZ === undefined ? { numRuns: 40, seed: 1 } : { numRuns: Number(FUZZ) };

describe('x of any structure', () => {
  const python = freshPython();

  it('passes where the gradient is right, and fails in the one array that is wrong', () => {
    fc.assert(
      fc.property(structure, fc.nat(), (found, pick) => {
        const right = runIn(python, programOf(found));
        if (found.leaves.some(({ size }) => size === 0)) {
          expect(right.error?.text).toContain('nothing to differentiate');
          return;
        }
        expect([right.error, right.result?.report.verdict]).toEqual([undefined, 'pass']);
        const wrong = pick % found.leaves.length;
        const { report } = runIn(python, programOf(found, wrong)).result ?? {};
        expect(report?.verdict).toBe('fail');
        expect(report?.groups.filter(({ verdict }) => verdict === 'fail')).toHaveLength(1);
      }),
      RUNS,
    );
  });
});
