import { describe, expect, it } from 'vitest';
import { diagnose } from '@/checker/diagnosis/index.ts';
import type { Finding, FindingKind } from '@/checker/types.ts';
import { evidenceOf, groupsOf, random, type Setting } from './kit.ts';
import { type Network, type Random, randomNetwork } from './network.ts';

type Plant = (random: Random) => Omit<Setting, 'seed' | 'precision'>;

const setting = (net: Network, analytic: Float64Array, truth = net.gradient()) => ({
  layout: net.layout,
  x: net.x,
  truth,
  analytic,
  sizes: { batch: net.batch },
});

/** One group at random of those that qualify. */
function pick(r: Random, net: Network, fits: (shape: readonly number[]) => boolean = () => true) {
  const groups = groupsOf(net.layout).filter((g) => fits(g.shape));
  return groups[r.integer(groups.length)];
}

/** Changes one group, or sometimes all of them, element by element. */
function change(r: Random, net: Network, value: (t: number, i: number) => number, all = r.integer(2) === 0) {
  const group = pick(r, net, (shape) => shape.reduce((a, b) => a * b, 1) > 2);
  const truth = net.gradient();
  return setting(
    net,
    truth.map((t, i) => (all || (i >= group.start && i < group.start + group.size) ? value(t, i) : t)),
  );
}

/** Rearranges one group: element k gets what stood at `from(k)`. */
function rearrange(
  r: Random,
  net: Network,
  fits: (shape: readonly number[]) => boolean,
  from: (k: number, shape: readonly number[]) => number,
) {
  const group = pick(r, net, fits);
  if (!group) return undefined;
  const truth = net.gradient();
  const analytic = truth.slice();
  for (let k = 0; k < group.size; k++) analytic[group.start + k] = truth[group.start + from(k, group.shape)];
  return setting(net, analytic);
}

/** Draws networks until the bug can be planted in one. */
function until<T>(make: () => T | undefined): T {
  for (;;) {
    const made = make();
    if (made !== undefined) return made;
  }
}

const isWeight = (net: Network) => {
  const groups = groupsOf(net.layout);
  return (i: number) => groups.some((g) => g.shape.length === 2 && i >= g.start && i < g.start + g.size);
};

const PLANTS: Partial<Record<FindingKind, Plant>> = {
  'missing-mean': (r) => {
    const net = randomNetwork(r, { batch: 5 + r.integer(20) });
    return change(r, net, (t) => (net.batch % 2 ? net.batch * t : t / net.batch));
  },
  'factor-two': (r) => change(r, randomNetwork(r, { batch: 7 }), r.integer(2) ? (t) => 2 * t : (t) => t / 2),
  'constant-factor': (r) => {
    const factor = 0.2 + 4 * r.uniform();
    return change(r, randomNetwork(r), (t) => factor * t);
  },
  sign: (r) => change(r, randomNetwork(r), (t) => -t),
  'log-base': (r) => change(r, randomNetwork(r), r.integer(2) ? (t) => t * Math.LN2 : (t) => t / Math.LN10),
  degrees: (r) => change(r, randomNetwork(r), (t) => (t * 180) / Math.PI),
  'missing-l2': (r) => {
    const net = randomNetwork(r);
    const lambda = 0.3 * (r.uniform() - 0.5);
    const weight = isWeight(net);
    return setting(
      net,
      net.gradient().map((t, i) => (weight(i) ? t + lambda * net.x[i] : t)),
    );
  },
  'missing-l1': (r) => {
    const net = randomNetwork(r);
    const lambda = 0.3 * (r.uniform() - 0.5);
    const weight = isWeight(net);
    return setting(
      net,
      net.gradient().map((t, i) => (weight(i) ? t + lambda * Math.sign(net.x[i]) : t)),
    );
  },
  'zeroed-group': (r) => change(r, randomNetwork(r), () => 0, false),
  'unused-parameter': (r) => {
    const net = randomNetwork(r);
    const group = pick(r, net);
    const analytic = net.gradient();
    return setting(
      net,
      analytic,
      analytic.map((t, i) => (i >= group.start && i < group.start + group.size ? 0 : t)),
    );
  },
  transposed: (r) =>
    until(() =>
      rearrange(
        r,
        randomNetwork(r),
        (shape) => shape.length === 2 && shape[0] > 2 && shape[1] > 2,
        (k, [rows, columns]) => (k % rows) * columns + Math.floor(k / rows),
      ),
    ),
  reversed: (r) =>
    until(() =>
      rearrange(
        r,
        randomNetwork(r),
        (s) => s.length === 1 && s[0] > 3,
        (k, [n]) => n - 1 - k,
      ),
    ),
  'off-by-one': (r) =>
    until(() =>
      rearrange(
        r,
        randomNetwork(r),
        (s) => s.length === 1 && s[0] > 3,
        (k, [n]) => (k + 1) % n,
      ),
    ),
  swapped: (r) =>
    until(() =>
      rearrange(
        r,
        randomNetwork(r),
        (s) => s.length === 2 && s[0] > 2,
        // The first two rows, which is neither a reversal nor a shift.
        (k, [, columns]) => (k < columns ? k + columns : k < 2 * columns ? k - columns : k),
      ),
    ),
  'activation-derivative': (r) => {
    const net = randomNetwork(r, { batch: 1, layers: 2 + r.integer(2) });
    return setting(net, net.gradient({ forgetActivation: r.integer(net.layers - 1) }));
  },
  'layer-boundary': (r) => {
    const net = randomNetwork(r, { batch: 3 + r.integer(8), layers: 2 + r.integer(2) });
    return setting(net, net.gradient({ forgetActivation: r.integer(net.layers - 1) }));
  },
  'softmax-target': (r) => {
    const net = randomNetwork(r, { softmax: true });
    return setting(net, net.gradient({ noTarget: true }));
  },
  'single-element': (r) => {
    const net = randomNetwork(r);
    const analytic = net.gradient();
    analytic[r.integer(analytic.length)] += 0.2 + r.uniform();
    return setting(net, analytic);
  },
  'constant-offset': (r) => {
    const offset = r.normal();
    return change(r, randomNetwork(r), (t) => t + offset);
  },
  'unknown-pattern': (r) => change(r, randomNetwork(r, { layers: 1 }), (t) => t + r.normal()),
};

const DRAWS = 60;
const outcomes = new Map<FindingKind, { right: number; sureAndWrong: string[]; other: string[] }>();

function plantAndDiagnose(kind: FindingKind, plant: Plant, draw: number): Finding[] {
  const r = random(draw * 31 + kind.length * 1009 + kind.charCodeAt(0));
  const precision = 10 ** (-6 - 5 * r.uniform());
  return diagnose(evidenceOf({ ...plant(r), seed: draw, precision }));
}

describe('random networks with a random bug of each kind', () => {
  for (const [kind, plant] of Object.entries(PLANTS) as [FindingKind, Plant][]) {
    it(`${kind} is named rightly nine times in ten, and never wrongly with high confidence`, () => {
      const result = { right: 0, sureAndWrong: [] as string[], other: [] as string[] };
      for (let draw = 0; draw < DRAWS; draw++) {
        const found = plantAndDiagnose(kind, plant, draw);
        const said = found.map((f) => `${f.kind} ${f.confidence} ${f.where.groups.join()}`).join(' | ');
        if (found.length === 1 && found[0].kind === kind) result.right++;
        else result.other.push(`draw ${draw}: ${said}`);
        if (found.some((f) => f.confidence === 'high' && f.kind !== kind))
          result.sureAndWrong.push(`draw ${draw}: ${said}`);
      }
      outcomes.set(kind, result);
      expect(result.sureAndWrong).toEqual([]);
      expect(result.right, result.other.join('\n')).toBeGreaterThanOrEqual(0.9 * DRAWS);
    });
  }

  it('prints how many were named rightly', () => {
    const lines = [...outcomes].map(([kind, { right }]) => `  ${kind.padEnd(24)}${right}/${DRAWS}`);
    const right = [...outcomes.values()].reduce((total, o) => total + o.right, 0);
    console.log(`Fuzz: ${right} of ${DRAWS * outcomes.size} planted bugs named rightly\n${lines.join('\n')}`);
    expect(outcomes.size).toBe(Object.keys(PLANTS).length);
  });
});

describe('arbitrary errors', () => {
  it('in random elements have no pattern, or are single', () => {
    for (let draw = 0; draw < 500; draw++) {
      const r = random(draw + 5000);
      const net = randomNetwork(r);
      const truth = net.gradient();
      const share = r.uniform();
      const analytic = truth.map((t) => (r.uniform() < share ? t + 0.3 * r.normal() : t));
      for (const { kind } of diagnose(
        evidenceOf({ ...setting(net, analytic), seed: draw, precision: 10 ** (-4 - 6 * r.uniform()) }),
      )) {
        expect(['unknown-pattern', 'single-element', 'layer-boundary'], `draw ${draw}`).toContain(kind);
      }
    }
  });
});
