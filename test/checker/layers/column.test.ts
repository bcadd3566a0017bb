import { describe, expect, it } from 'vitest';
import { columnAt, type Ground, sharedLine } from '@/checker/layers/column.ts';
import { layoutOf } from '@/checker/point/layout.ts';
import { lineOf } from '../slope/kit.ts';

/** F(a, b) = (a b, a + b) along b, at (3, 5). */
function columnOf(allowed = 100) {
  const { layout, values } = layoutOf([3, 5]);
  const calls: number[][] = [];
  const outputs = {
    calls: 0,
    at([a, b]: Float64Array) {
      calls.push([a, b]);
      outputs.calls++;
      return Float64Array.of(a * b, a + b);
    },
  };
  const ground = { outputs, layout, values } as unknown as Ground;
  return { calls, values, column: columnAt(ground, 1, layout.blocks[0], () => allowed) };
}

describe('a column', () => {
  it('calls F once for each offset, and leaves x as it was', () => {
    const { calls, values, column } = columnOf();
    for (const offset of [0.5, -0.5, 0.5, 0, 0]) column.at(offset);
    expect(calls).toEqual([
      [3, 5.5],
      [3, 4.5],
      [3, 5],
    ]);
    expect([...values]).toEqual([3, 5]);
    expect([...column.at(0.5)]).toEqual([16.5, 8.5]);
  });

  it('tells which offsets it knows, the outputs beside x, and the steps', () => {
    const { column } = columnOf(5);
    for (const offset of [0.5, -0.5, 0, 0.25]) column.at(offset);
    expect([column.has(-0.5), column.has(0.75)]).toEqual([true, false]);
    expect(column.seen().map((y) => y[1])).toEqual([8.5, 7.5, 8.25]);
    expect(column.steps).toEqual([0.5, 0.25]);
    expect(column.spare()).toBe(1);
  });
});

describe('the line of another output takes steps that were taken', () => {
  const H = 2 ** -6;
  const shared = (offsets: readonly number[], known = false) => {
    const { column } = columnOf();
    for (const offset of offsets) column.at(offset);
    return sharedLine(
      column,
      lineOf((x) => x, 5),
      5,
      known,
    );
  };
  const whole = [H, -H, 2 * H, -2 * H];

  it('up to three times as long or short, where f is known twice as far too', () => {
    const line = shared(whole);
    expect([line.realise(2.9 * H), line.realise(H / 2.9)]).toEqual([H, H]);
    expect([line.realise(8 * H), line.realise(H / 8)]).toEqual([8 * H, H / 8]);
  });

  it('up to twice as long or short where it is not', () => {
    const line = shared([H, -H]);
    expect([line.realise(1.9 * H), line.realise(4 * H)]).toEqual([H, 4 * H]);
    // on one side alone it is no step
    expect(shared([H]).realise(1.4 * H)).toBe(H);
    expect(shared([H, 2 * H]).probe?.(2 * H, 4 * H)).toBe(2 * H);
  });

  it('the closest of several', () => {
    const line = shared([...whole, 4 * H, -4 * H]);
    expect(line.realise(1.3 * H)).toBe(H);
    expect(line.realise(1.6 * H)).toBe(2 * H);
  });

  it('for a probe, any that is not much shorter, and none that is too long', () => {
    const line = shared([H, -H]);
    expect(line.probe?.(16 * H, 64 * H)).toBe(H);
    expect(line.probe?.(128 * H, 256 * H)).toBe(128 * H);
    expect(line.probe?.(H / 4, H / 2)).toBe(H / 4);
  });

  it('and no other where only what is known may be read', () => {
    const line = shared(whole, true);
    expect([line.realise(2 * H), line.realise(16 * H)]).toEqual([H, 0]);
    expect([line.at(H), line.at(3 * H)]).toEqual([5 + H, Number.NaN]);
    expect(line.spare()).toBe(Number.POSITIVE_INFINITY);
  });
});
