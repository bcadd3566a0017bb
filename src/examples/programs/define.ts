/** Turns a family's definition into what the course and the tests use: a loss, a right gradient, and the wrong ones. */
import type { Gradient, Loss, Point, PointRecord } from '../../checker/types.ts';
import type { Family, FamilyDefinition, Line, LineBug, PlantedBug, StatefulBug } from './family.ts';

/** Right and wrong gradients are told apart where they differ by more than this share: far above their own rounding. */
const SAME = 1e-9;

const shown = (name: string, text: string): string => `const ${name} = ${text};`;

function run<S>(definition: FamilyDefinition<S>, point: PointRecord, wanted: readonly Line<S>[]): S {
  const scope: Record<string, unknown> = { ...definition.data, ...point };
  for (const line of wanted) scope[line.name] = line.run(scope as S);
  return scope as S;
}

function gradientOf<S>(definition: FamilyDefinition<S>, bug?: LineBug<S>): Gradient<PointRecord> {
  const backward = definition.backward.map((line) => (line.name === bug?.line ? { ...line, run: bug.run } : line));
  return (point) => {
    const scope = run(definition, point, [...definition.forward, ...backward]);
    const entries = Object.entries(definition.returns).map(([parameter, name]) => [parameter, scope[name]]);
    return Object.fromEntries(entries) as PointRecord;
  };
}

/** The elements of a point by name, in order: `W[1][0]`. */
export function elementsOf(point: PointRecord): [group: string, name: string, value: number][] {
  const walk = (group: string, name: string, value: Point): [string, string, number][] =>
    typeof value === 'number'
      ? [[group, name, value]]
      : Array.from(value as readonly Point[]).flatMap((entry, i) => walk(group, `${name}[${i}]`, entry));
  return Object.entries(point).flatMap(([name, value]) => walk(name, name, value));
}

function differences(right: PointRecord, wrong: PointRecord): PlantedBug['where'] {
  const found = new Map(elementsOf(wrong).map(([, name, value]) => [name, value]));
  const wrongOnes = elementsOf(right).filter(([, name, value]) => {
    const other = found.get(name) ?? Number.NaN;
    return !(Math.abs(other - value) <= SAME * Math.max(Math.abs(other), Math.abs(value)));
  });
  return { groups: [...new Set(wrongOnes.map(([group]) => group))], elements: wrongOnes.map(([, name]) => name) };
}

/** What a checker's calls do to a stateful gradient: another point first, then twice the one point. */
function provoke(gradient: Gradient<PointRecord>, point: PointRecord): PointRecord {
  const move = (value: Point): Point =>
    typeof value === 'number' ? value + 0.125 : (Array.from(value as readonly Point[]).map(move) as Point);
  gradient(Object.fromEntries(Object.entries(point).map(([name, value]) => [name, move(value)])));
  gradient(structuredClone(point) as PointRecord);
  return gradient(structuredClone(point) as PointRecord);
}

function planted<S>(definition: FamilyDefinition<S>, bug: LineBug<S> | StatefulBug<S>): PlantedBug {
  const line = definition.backward.findIndex(({ name }) => name === bug.line);
  if (line < 0) throw new Error(`${definition.id}: no line defines ${bug.line}`);
  const right = gradientOf(definition);
  const stateful = 'make' in bug;
  const make = stateful ? () => bug.make(right, definition.point) : () => gradientOf(definition, bug);
  const wrong = stateful ? bug.shown : shown(bug.line, bug.text);
  let where: PlantedBug['where'] | undefined;
  return {
    id: `${definition.id}/${bug.id}`,
    family: definition.id,
    title: bug.title,
    kind: bug.kind,
    explanation: bug.explanation,
    line,
    right: shown(bug.line, definition.backward[line].text),
    wrong,
    stateful,
    make,
    get where() {
      const result = stateful ? provoke(make(), definition.point) : make()(definition.point);
      where ??= differences(right(definition.point), result);
      return where;
    },
  };
}

/**
 * A family as it is used, out of its definition: f and the right gradient run the definition's lines in order, and each
 * bug becomes a gradient in which one line is another.
 *
 *     const { f, gradient, point, bugs } = defineFamily(definition);
 *     bugs[0].make()(point); // what the first bug computes there
 *
 * @throws Error when a bug names a line that the definition does not have
 */
export function defineFamily<S>(definition: FamilyDefinition<S>): Family {
  const f: Loss<PointRecord> = (point) => definition.loss.run(run(definition, point, definition.forward));
  const returned = Object.entries(definition.returns).map(([parameter, name]) => `${parameter}: ${name}`);
  return {
    id: definition.id,
    title: definition.title,
    shows: definition.shows,
    formula: definition.formula,
    sizes: definition.sizes,
    data: definition.data as Readonly<Record<string, unknown>>,
    point: definition.point,
    f,
    gradient: gradientOf(definition),
    forward: definition.forward.map(({ name, text }) => shown(name, text)),
    loss: definition.loss.text,
    source: [...definition.backward.map(({ name, text }) => shown(name, text)), `return { ${returned.join(', ')} };`],
    bugs: definition.bugs.map((bug) => planted(definition, bug)),
  };
}
