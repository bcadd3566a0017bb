import { describe, expect, it } from 'vitest';
import type { FindingKind } from '@/checker/types.ts';
import { shownLines } from '@/examples/programs/program.ts';
import { initialState } from '@/input/url-state.ts';
import { bugsIn, bugsOf, gradientWith, lines, loss, network } from '@/lessons/network/backprop.ts';
import { CLASSES, data, HIDDEN, INPUTS, type Weights } from '@/lessons/network/data.ts';
import { edges, nodes, widthOf } from '@/lessons/network/diagram.ts';
import { marches } from '@/lessons/network/march.ts';
import { NODES } from '@/lessons/network/march-state.ts';
import { check, networkModel } from '@/lessons/network/model.ts';
import { SIDE } from '@/lessons/network/plane-state.ts';
import { pointsOf, regionsOf } from '@/lessons/network/regions.ts';
import { cellNamed, heatMapsOf } from '@/lessons/network/shown.ts';
import { allRight, type CheckedState, fields, lineStates } from '@/lessons/network/state.ts';
import { weightsAfter } from '@/lessons/network/training.ts';
import { deadShare, sizeAt } from '@/lessons/network/weight-size.ts';
import { decisive } from '@/lessons/report/diagnosis.ts';
import { runShown } from '../examples/run-shown.ts';

const { element: _, ...initial } = initialState(fields);
const right: CheckedState = { ...initial, ...allRight };
const weights = weightsAfter(initial.steps);
const bugs = lines.flatMap((line) => bugsOf(line).map((bug) => [`${line}: ${bug.title}`, line, bug] as const));

describe('the text of the network’s lines', () => {
  const sight = { ...data, ...weights };
  it('computes the loss that is checked', () => {
    expect(runShown(shownLines(network).forward, sight, 'return loss;')).toBe(loss(weights));
  });
  it.each([['no bug', undefined, undefined] as const, ...bugs])('with %s is what runs', (_, line, bug) => {
    const { forward, backward } = bug ? shownLines(network, bug) : shownLines(network);
    const planted = bug ? { [String(line)]: bug.id } : {};
    expect(runShown([...forward, ...backward], sight)).toEqual(gradientWith(planted)(weights));
    expect(backward.flatMap(({ name, mend }) => (mend ? [name] : []))).toEqual(bug ? [line] : []);
  });
});

describe('the gradient of the network', () => {
  it.each([0, 10, 300])('passes the check with every line right, after %i steps of training', (steps) => {
    const report = check({}, weightsAfter(steps));
    expect(report.verdict).toBe('pass');
    expect(report.groups.map(({ name }) => name)).toEqual(['W1', 'b1', 'W2', 'b2']);
  });
  it.each(bugs)('fails the check with one bug, %s, and the bug is named', (_, line, bug) => {
    const report = check({ [line]: bug.id }, weights);
    expect(report.verdict).toBe('fail');
    expect<FindingKind>(decisive(report)[0].kind).toBe(bug.kind);
  });
  it('with bugs in two lines has both', () => {
    const wrong = gradientWith({ dW1: 'sign', db2: 'averaged' })(weights);
    const well = gradientWith({})(weights);
    expect(wrong.W1[0][0]).toBe(-well.W1[0][0]);
    expect(wrong.b2[0]).toBeCloseTo(well.b2[0] / data.m, 15);
    expect(wrong.W2).toEqual(well.W2);
  });
  it('trains the network: the loss falls, and in the end every point lies in its own region', () => {
    expect(loss(weightsAfter(100))).toBeLessThan(loss(weightsAfter(10)));
    expect(loss(weightsAfter(10))).toBeLessThan(loss(weightsAfter(0)));
    expect(pointsOf(weightsAfter(300)).every((point) => point.right)).toBe(true);
  });
});

describe('the figure of the network', () => {
  const count = (w: Weights) => w.W1.flat().length + w.b1.length + w.W2.flat().length + w.b2.length;
  it('has one edge a weight and one ring a bias, named as the check names them', () => {
    const drawn = [...edges, ...nodes].flatMap(({ element }) => element ?? []);
    expect(new Set(drawn).size).toBe(count(weights));
    expect(drawn.sort()).toEqual(
      networkModel(initial)
        .cells.map(({ name }) => name)
        .sort(),
    );
    expect(edges).toHaveLength(INPUTS * HIDDEN + HIDDEN * CLASSES.length);
  });
  it('opens with the slope of tanh forgotten: both layers before it wrong, the last one right', () => {
    const { groups, diagnosis } = networkModel(initial);
    expect(Object.fromEntries(groups.map(({ name, verdict }) => [name, verdict]))).toEqual({
      W1: 'fail',
      b1: 'fail',
      W2: 'pass',
      b2: 'pass',
    });
    expect(diagnosis.findings[0].kind).toBe('layer-boundary');
  });
  it('shows every element in the heat maps, and heat only where the verdict is not pass', () => {
    const cells = heatMapsOf(networkModel(initial).cells).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells).toHaveLength(count(weights));
    for (const cell of cells) expect(cell.heat > 0).toBe(cell.verdict !== 'pass');
    for (const cell of cells) if (cell.verdict === 'fail') expect(Math.abs(cell.ratio)).toBeGreaterThan(1);
  });
  it('looks at first at the worst element', () => {
    const { ranking, elements } = check(lineStates(initial), weights);
    expect(networkModel(initial).worst).toBe(elements[ranking[0]].name);
  });
  it('is the same after a journey through the page’s HTML, as it opens', () => {
    const first = networkModel(initial);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });
  it('keeps a group that came back in another shape in the picture, as wrong', () => {
    const { groups, cells } = networkModel({ ...right, db2: 'not-summed' });
    expect(groups.find(({ name }) => name === 'b2')?.verdict).toBe('fail');
    expect(cellNamed(cells, 'b2[0]')?.verdict).toBe('fail');
  });
  it('draws a steeper element thicker, and none of no width', () => {
    expect(widthOf(0, 1)).toBeGreaterThan(0);
    expect(widthOf(-0.8, 1)).toBeGreaterThan(widthOf(0.2, 1));
    expect(widthOf(Number.NaN, 1)).toBe(widthOf(0, 1));
  });
  /** Of the polygons of a path, by the shoelace formula; holes run the other way round. */
  const areaOf = (path: string) =>
    path
      .split('z')
      .filter(Boolean)
      .map((ring) => [...ring.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]))
      .reduce(
        (total, ring) =>
          total +
          ring.reduce((sum, [x, y], i) => {
            const [nextX, nextY] = ring[(i + 1) % ring.length];
            return sum + (x * nextY - nextX * y) / 2;
          }, 0),
        0,
      );
  it('covers the plane with the regions of the classes, but for a little where they meet', () => {
    for (const steps of [0, 10, 300]) {
      const areas = regionsOf(weightsAfter(steps)).map(({ path }) => Math.abs(areaOf(path)));
      const covered = areas.reduce((sum, area) => sum + area, 0) / SIDE ** 2;
      expect(covered).toBeGreaterThan(0.99);
      expect(covered).toBeLessThan(1.005);
    }
  });
  it('names a class within its own region, and no class that wins nowhere', () => {
    for (const { path, label } of regionsOf(weights)) expect(label === undefined).toBe(path === '');
  });
  it('reads a bug of every line from the URL, and ignores one of another line', () => {
    for (const [, line, bug] of bugs) {
      expect(fields[line as keyof typeof fields].read(bug.id)).toMatchObject({ ok: true });
    }
    expect(fields.dA.read('sign')).toMatchObject({ ok: false });
    expect(bugsIn(lineStates(right))).toEqual([]);
  });
});

describe('a mistake on its way through the backward pass', () => {
  const depthOf = (name: string) => NODES.find((node) => node.name === name)!.depth;
  const made = marches();

  it.each(made.filter(({ line }) => line !== 'none').map((march) => [march.line, march] as const))(
    'in %s reaches no line nearer to the loss',
    (line, { reached }) => {
      expect(reached).toContain(line);
      for (const name of reached.filter((each) => each !== line)) expect(depthOf(name)).toBeGreaterThan(depthOf(line));
    },
  );

  it('shows in the groups of the lines that it reaches, and in no others', () => {
    for (const { reached, groups } of made) {
      const wrong = groups.filter((group) => group.wrong > 0).map(({ name }) => `d${name}`);
      expect(wrong.sort()).toEqual(reached.filter((name) => /\d$/.test(name)).sort());
      for (const group of groups) expect(group.verdict).toBe(group.wrong > 0 ? 'fail' : 'pass');
    }
  });
});

describe('the size of the weights', () => {
  it('hides a forgotten slope of tanh where it is small: the error goes with the square of z', () => {
    const [small, smaller] = [sizeAt(0.01), sizeAt(0.001)];
    expect(small.error / smaller.error).toBeCloseTo((small.z / smaller.z) ** 2, 0);
    expect(smaller.error).toBeLessThan(1e-5);
    expect(sizeAt(1).error).toBeGreaterThan(0.1);
  });

  it('leaves no slope where it is large, and everything at zero is blind', () => {
    expect(sizeAt(1).slope).toBeGreaterThan(0.1);
    expect(sizeAt(30).slope).toBe(0);
    expect(sizeAt(0).error).toBe(0);
  });

  it('is a matter of z: in a wide layer weights of order 1 are too large', () => {
    // tanh rounds to 1 beyond 19.06; z has the deviation of √1000 times that of the weights
    expect(deadShare(1000, 1)).toBeGreaterThan(0.4);
    expect(deadShare(1000, 1 / Math.sqrt(1000))).toBe(0);
  });
});
