import { describe, expect, it } from 'vitest';
import { FINDING_KINDS } from '@/checker/types.ts';
import { loadSample, SAMPLES, type SampleId } from '@/lessons/failure/samples.ts';
import { answerTo } from '@/lessons/failure/view.ts';

const viewed = (text: string, swapped = false) => answerTo({ text, swapped });
const sample = async (id: SampleId, swapped = false) => viewed(await loadSample(id), swapped);

function npyOf(values: readonly number[]): Uint8Array {
  const header = `{'descr': '<f8', 'fortran_order': False, 'shape': (${values.length},), }`.padEnd(118);
  const head = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, 118, 0, ...new TextEncoder().encode(header)];
  return Uint8Array.from([...head, ...new Uint8Array(Float64Array.from(values).buffer)]);
}

const csv = (pairs: readonly (readonly [number, number])[]) =>
  ['analytic,numeric', ...pairs.map((pair) => pair.join())].join('\n');

describe('the view of a message', () => {
  it.each(SAMPLES.map(({ id, label }) => [id, label] as const))(
    'names the tool of the sample: %s',
    async (id, label) => {
      const { tool, problem, opening, next } = await sample(id);
      const [first] = label.split(' ');
      // torch.testing.assert_close, numpy.testing.assert_allclose: the tools call themselves so
      expect(tool.toLowerCase()).toContain(label.includes('assert') ? label.split(' ')[1] : first.toLowerCase());
      expect(problem).toBeUndefined();
      expect(opening).not.toBe('');
      expect(next).not.toEqual([]);
    },
  );

  it('says in a word and a verdict what each conclusion is', async () => {
    expect(await sample('gradcheck')).toMatchObject({
      verdict: 'fail',
      opening: 'The gradient is wrong.',
      conclusion: 'wrong',
    });
    expect(await sample('gradcheck-float32')).toMatchObject({ verdict: 'pass', conclusion: 'right' });
    expect(await sample('scipy')).toMatchObject({ verdict: 'inconclusive', conclusion: 'undecided' });
    const again = viewed(
      'Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, although analytical gradient matches numerical gradient.',
    );
    expect(again).toMatchObject({ verdict: 'inconclusive', conclusion: 'not-repeatable' });
  });

  it('lists every pair of a transposed 3 × 3 gradient, the diagonal of which agrees', async () => {
    const { comparisons, findings } = await sample('gradcheck');
    const [{ count, rows, unlisted, sides }] = comparisons;
    expect(count).toBe('9 pairs, shape 3 × 3; 6 differ');
    expect(sides).toBe('The message says which side is which.');
    expect(rows.map(({ agrees }) => agrees)).toEqual([true, false, false, false, true, false, false, false, true]);
    expect(rows[1]).toMatchObject({ name: '[0][1]', analytic: 0.4362, numeric: -2.1925 });
    expect(unlisted).toBe(0);
    expect(findings[0]).toMatchObject({ kind: 'transposed', listed: true, sureness: 'high confidence in the name' });
    expect(findings[0].where.split('; ')).toHaveLength(6);
  });

  it('says how much of a message is out of sight', () => {
    const text = `numerical:tensor([1.0000, 2.0000, ..., 3.0000])\nanalytical:tensor([1.0000, 2.0000, ..., 3.5000])`;
    const { comparisons } = viewed(`Jacobian mismatch for output 0 with respect to input 0,\n${text}`);
    expect(comparisons[0].count).toMatch(/^3 of at least 1,001 visible/);
  });

  it('exchanges the sides: twice the slope becomes half of it', () => {
    const text = csv([0.7, -1.3, 2.1, 0.4, -0.9].map((slope) => [2 * slope, slope]));
    const [plain, swapped] = [viewed(text), viewed(text, true)];
    expect(plain.findings[0].says).toContain('twice the numeric slope');
    expect(swapped.findings[0].says).toContain('half the numeric slope');
    expect(swapped.comparisons[0].rows[0]).toMatchObject({ analytic: 0.7, numeric: 1.4 });
    expect(swapped.comparisons[0].sides).toBe('You have exchanged the sides.');
  });

  it('exchanges the sides of arrays of two shapes as well', () => {
    const text = JSON.stringify({
      analytic: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      numeric: [9, 12],
    });
    expect(viewed(text).comparisons[0].count).toBe('analytic side 3 × 2, numeric side 2: no pairs');
    const swapped = viewed(text, true);
    expect(swapped.problem).toBeUndefined();
    expect(swapped.comparisons[0].count).toBe('analytic side 2, numeric side 3 × 2: no pairs');
  });

  it('stays small however long the message, and lists what differs first', () => {
    const slopes = Array.from({ length: 3000 }, (_, i) => Math.sin(i + 1));
    const view = viewed(csv(slopes.map((slope, i) => [i === 2900 ? slope + 1 : slope, slope])));
    const [{ count, rows, unlisted }] = view.comparisons;
    expect(count).toBe('3,000 pairs; 1 differs');
    expect(rows[0]).toMatchObject({ agrees: false, numeric: slopes[2900] });
    expect(rows.length + unlisted).toBe(3000);
    expect(JSON.stringify(view).length).toBeLessThan(20_000);
  });

  it('says what was expected of a text that is no message', () => {
    const view = viewed('It does not work.');
    expect(view).toMatchObject({ verdict: 'inconclusive', comparisons: [], findings: [] });
    expect(view.problem).toContain('the output of a gradient checker');
  });

  it('links to the bug list what the list has, and nothing else', async () => {
    const views = await Promise.all(SAMPLES.map(({ id }) => sample(id)));
    for (const { kind, title, listed } of views.flatMap(({ findings }) => findings)) {
      expect(listed).toBe((FINDING_KINDS as readonly string[]).includes(kind));
      expect(title).not.toBe('');
    }
  });

  it('shows characters that cannot be seen, and those that turn the text round', () => {
    const names = viewed('name,analytic,numeric\nw\u202e1,1,-1\nw2,2,-2\nw3,3,-3\nw4,5,-5').comparisons[0].rows;
    // what a paste hides is taken out before it is read
    expect(names[0].name).toBe('w1');
    const bytes = new TextEncoder().encode('analytic,numeric\n1,-1\n2,-2\n3,-3');
    const files = ['analytic_\u202ew.npy', 'numeric_\u202ew.npy'].map((name) => ({ name, bytes: npyOf([1, 2, 3]) }));
    expect(answerTo({ files, swapped: false }).comparisons[0].label).toBe('\\u202ew');
    expect(answerTo({ files: [{ name: 'a\u200b.csv', bytes }], swapped: false }).spoken).not.toContain('\u200b');
  });

  it('is what the reader says that it is', async () => {
    const text = await loadSample('gradcheck');
    expect(answerTo({ text, swapped: false }).format).toBe('torch-gradcheck');
    const other = answerTo({ text, swapped: false, format: 'arrays' });
    expect(other).toMatchObject({ tool: 'two arrays', format: 'arrays' });
    expect(answerTo({ text, swapped: false, format: 'stan' }).problem).toContain('param idx value');
    expect(viewed('It does not work.').format).toBe('');
  });

  it('calls no difference certain that the conclusion leaves open', () => {
    const view = viewed(csv([0.7, -1.3, 2.1, 0.4, -0.9].map((slope, i) => [slope * (1 + 0.02 * (i + 1)), slope])));
    expect(view.conclusion).toBe('undecided');
    for (const { title, says } of view.findings) expect(`${title} ${says}`).not.toMatch(/certainly|beyond doubt/i);
  });

  it('reads files of arrays like a text', () => {
    const bytes = new TextEncoder().encode(
      csv([
        [1, -1],
        [2, -2],
        [3, -3],
        [5, -5],
      ]),
    );
    expect(answerTo({ files: [{ name: 'both.csv', bytes }], swapped: false }).findings[0].kind).toBe('sign');
  });
});
