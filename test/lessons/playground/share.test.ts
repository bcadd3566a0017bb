import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeState, encodeState } from '@/lessons/playground/share.ts';
import { type PlaygroundState, SHARE_LIMITS } from '@/lessons/playground/state.ts';

const initial: PlaygroundState = {
  mode: 'formula',
  formula: 'sum(w.^2)',
  gradient: '2*w',
  point: { w: [1, 2] },
  fixed: [],
  code: 'export const x = [1];',
  python: 'x = 1.0',
  precision: 'float64',
  deadline: 2000,
  pythonDeadline: 10_000,
};

/** Code of the length and the sameness of what people write. */
const longCode = Array.from(
  { length: 130 },
  (_, line) =>
    `  const hidden${line} = Math.tanh(W${line % 7}[${line}] * x[${line % 5}] + b[${line}]); // layer ${line}`,
).join('\n');

async function fragmentOf(state: PlaygroundState): Promise<string> {
  const encoded = await encodeState(state, initial);
  if (!encoded.ok) throw new Error(encoded.message);
  return encoded.fragment;
}

const link = (packing: string, bytes: Uint8Array | string) =>
  `#v2=${packing}${Buffer.from(bytes).toString('base64url')}`;

const name = fc.stringMatching(/^[A-Za-z_λθ][A-Za-z0-9_]{0,10}$/).filter((text) => !(text in Object.prototype));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
const state: fc.Arbitrary<PlaygroundState> = fc.record({
  mode: fc.constantFrom('formula' as const, 'typescript' as const, 'python' as const),
  formula: fc.string({ unit: 'binary', maxLength: 60 }),
  gradient: fc.string({ maxLength: 60 }),
  point: fc.dictionary(name, fc.oneof(number, fc.array(number, { minLength: 1, maxLength: 8 })), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  fixed: fc.uniqueArray(name, { maxLength: 4 }),
  code: fc.string({ unit: 'binary', maxLength: 300 }),
  python: fc.string({ unit: 'binary', maxLength: 300 }),
  precision: fc.constantFrom('float64' as const, 'float32' as const),
  deadline: fc.integer({ min: 2000, max: 60_000 }),
  pythonDeadline: fc.integer({ min: 2000, max: 60_000 }),
});

describe('a link', () => {
  it('brings back every state, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(state, async (original) => {
        const decoded = await decodeState(await fragmentOf(original), initial);
        expect(decoded).toEqual({ ok: true, state: original, mended: [] });
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('is made of characters that need no escape', async () => {
    expect(await fragmentOf({ ...initial, formula: 'λ^2 + "ß" & 100%' })).toMatch(/^#v2=[jz][\w-]+$/);
  });

  it('of a page of code stays below 8 kB, being compressed', async () => {
    const fragment = await fragmentOf({ ...initial, mode: 'typescript', code: longCode });
    expect(longCode.length).toBeGreaterThan(8_000);
    expect(fragment).toMatch(/^#v2=z/);
    expect(fragment.length).toBeLessThan(SHARE_LIMITS.fragment);
  });

  it('too long to survive is refused with its length', async () => {
    const noise = fc.sample(fc.string({ minLength: 12_000, maxLength: 12_000 }), { numRuns: 1, seed: 2 })[0];
    const encoded = await encodeState({ ...initial, mode: 'typescript', code: noise }, initial);
    expect(encoded).toMatchObject({ ok: false, reason: 'too-long' });
    if (!encoded.ok) expect(encoded.message).toContain(String(encoded.length));
  });

  it('keeps the texts of the mode in use even where they are the page’s own example', async () => {
    const fragment = await fragmentOf(initial);
    const later: PlaygroundState = { ...initial, formula: 'x', gradient: '1', point: { x: 1 } };
    const decoded = await decodeState(fragment, later);
    expect(decoded.state).toEqual(initial);
  });
});

describe('a link of version 1, whose elements are counted from 1', () => {
  it.each([
    ['w[1]^2 + w[2]*v_1[10]', 'w[0]^2 + w[1]*v_1[9]'],
    ['sum(w[2:end]) - w[end]', 'sum(w[1:]) - w[-1]'],
    ['w[end - 1] + sum(w[1:end-1]) + sum(w[end-2:end])', 'w[-2] + sum(w[0:-1]) + sum(w[-3:])'],
    ['sum(w[2:3]) + sum(w[:]) + sum(w[:2])', 'sum(w[1:3]) + sum(w[:]) + sum(w[:2])'],
    ['softmax(w)[2] + (2*w)[1] + w[2:end][1]', 'softmax(w)[1] + (2*w)[0] + w[1:][0]'],
    ['w[1+1] + [1, 2][2]', 'w[1+1 - 1] + [1, 2][1]'],
    ['sum([1, 2, 3] .* w) + sum((1:3) .* w) + 2*[x]', 'sum([1, 2, 3] .* w) + sum((1:3) .* w) + 2*[x]'],
  ])('%s opens as %s', async (formula, now) => {
    const fragment = `#v1=j${Buffer.from(JSON.stringify({ ...initial, formula })).toString('base64url')}`;
    expect(await decodeState(fragment, initial)).toEqual({ ok: true, state: { ...initial, formula: now }, mended: [] });
  });

  it('has the same elements in its gradient, and its program as it was', async () => {
    const gradient = 'w[2] = 2*w[2]; w[1] = 2*w[1]';
    const code = 'const x = [1, 2]; x[1];';
    const fragment = `#v1=j${Buffer.from(JSON.stringify({ gradient, code })).toString('base64url')}`;
    const { state } = await decodeState(fragment, initial);
    expect([state.gradient, state.code]).toEqual(['w[1] = 2*w[1]; w[0] = 2*w[0]', code]);
  });
});

describe('a broken or hostile link gives the example and a reason', () => {
  it.each(
    [
      ['', 'none'],
      ['#', 'none'],
      ['#a-heading', 'none'],
      ['#v1', 'none'],
      ['#v3=jabc', 'version'],
      ['#v1=jabcde', 'broken'],
      ['#v2=', 'broken'],
      ['#v2=j', 'broken'],
      ['#v2=j%%%', 'broken'],
      ['#v2=jabcde', 'broken'],
      ['#v2=zabcdefgh', 'broken'],
      ['#v2=qe30', 'broken'],
      [link('j', 'null'), 'broken'],
      [link('j', '[1, 2]'), 'broken'],
      [link('j', '{"mode": "formula"'), 'broken'],
      [link('j', Uint8Array.of(0x7b, 0xff, 0x7d)), 'broken'],
      [`#v2=j${'A'.repeat(100_000)}`, 'too-large'],
      // 4 MB of zeros fit into the fragment of a link
      [link('z', deflateRawSync(Buffer.alloc(4_000_000))), 'too-large'],
      [link('z', deflateRawSync(JSON.stringify({ code: 'a'.repeat(70_000) }))), 'too-large'],
    ].map(([fragment, reason]) => [fragment.slice(0, 30), reason, fragment]),
  )('%s: %s', async (_shown, reason, fragment) => {
    const decoded = await decodeState(fragment, initial);
    expect(decoded).toMatchObject({ ok: false, reason, state: initial });
  });

  it('a link cut anywhere is never an exception', async () => {
    const whole = await fragmentOf({ ...initial, mode: 'typescript', code: longCode });
    for (let length = 0; length < whole.length; length += 37) {
      const decoded = await decodeState(whole.slice(0, length), initial);
      expect(decoded.ok).toBe(false);
    }
  });

  it('random bytes and random JSON are never an exception, and every field keeps its type', async () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => link('z', some));
    const json = fc.jsonValue().map((value) => link('j', JSON.stringify(value)));
    const fields = fc
      .record({
        mode: fc.jsonValue(),
        formula: fc.jsonValue(),
        gradient: fc.jsonValue(),
        point: fc.jsonValue(),
        fixed: fc.jsonValue(),
        code: fc.jsonValue(),
        precision: fc.jsonValue(),
        deadline: fc.jsonValue(),
      })
      .map((value) => link('z', deflateRawSync(JSON.stringify(value))));
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, json, fields, fc.string()), async (fragment) => {
        const { state: read } = await decodeState(fragment, initial);
        expect(['formula', 'typescript']).toContain(read.mode);
        expect(['float64', 'float32']).toContain(read.precision);
        expect([read.formula, read.gradient, read.code].every((text) => typeof text === 'string')).toBe(true);
        expect(read.deadline >= 2000 && read.deadline <= 60_000).toBe(true);
        expect(Object.values(read.point).flat().every(Number.isFinite)).toBe(true);
        expect(read.fixed.every((held) => /^[\p{L}_]/u.test(held))).toBe(true);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});

describe('fields out of bounds', () => {
  const decode = (values: unknown) => decodeState(link('j', JSON.stringify(values)), initial);

  it('are clamped or left at the example, and named', async () => {
    const decoded = await decode({
      mode: 'ruby',
      deadline: 1e9,
      formula: 'x'.repeat(2_000),
      code: 7,
      precision: null,
    });
    expect(decoded).toEqual({
      ok: true,
      state: { ...initial, deadline: 60_000, formula: 'x'.repeat(SHARE_LIMITS.formula) },
      mended: ['mode', 'formula', 'code', 'precision', 'deadline'],
    });
  });

  it('names that objects inherit, numbers that are none and too many elements are dropped from a point', async () => {
    const json =
      '{"point": {"__proto__": 1, "constructor": 2, "w": [1, 2], "a b": 3, "v": [1, null], "u": "5", "t": 1e999}}';
    const decoded = await decodeState(link('j', json), initial);
    expect(decoded.state.point).toEqual({ w: [1, 2] });
    const many = await decode({ point: { x: 1, w: Array(200).fill(1) } });
    expect(many).toMatchObject({ ok: true, state: { point: { x: 1 } }, mended: ['point'] });
  });

  it('a point that is nested without end is dropped', async () => {
    const nest = `{"point": {"w": ${'['.repeat(31_000)}1${']'.repeat(31_000)}, "x": 2}}`;
    const decoded = await decodeState(link('z', deflateRawSync(nest)), initial);
    expect(decoded).toMatchObject({ ok: true, state: { point: { x: 2 } }, mended: ['point'] });
  });

  it('fields of no playground are ignored', async () => {
    const decoded = await decode({ formula: 'x', run: true, onload: 'alert(1)', toString: 'x' });
    expect(Object.keys(decoded.state).sort()).toEqual(Object.keys(initial).sort());
  });
});
