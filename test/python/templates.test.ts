import { describe, expect, it } from 'vitest';
import { reportView } from '@/lessons/playground/report-view.ts';
import { encodeState } from '@/lessons/playground/share.ts';
import { INITIAL } from '@/lessons/playground/state.ts';
import { PYTHON_TEMPLATES } from '@/lessons/playground/templates.ts';
import { freshPython, runIn } from './support.ts';

const python = freshPython();
const template = (id: string) => PYTHON_TEMPLATES.find((each) => each.id === id)?.code ?? '';

describe.each(PYTHON_TEMPLATES.map(({ id, code }) => [id, code] as const))('the template %s', (_, code) => {
  it('passes the check as it stands, and says how to break it', () => {
    const { result, error } = runIn(python, code);
    expect(error).toBeUndefined();
    expect(result?.report.verdict).toBe('pass');
    expect(code).toMatch(/^# Break it: /m);
  });

  it('fits into a link', async () => {
    const encoded = await encodeState({ ...INITIAL, mode: 'python', python: code });
    expect(encoded.ok && encoded.fragment.length).toBeLessThan(8000);
  });
});

describe('a template broken as its comment says', () => {
  it.each([
    ['linear-regression', '"w": 2 * X.T @ error / N', '"w": 2 * X.T @ error', ['w'], 'missing-mean'],
    ['softmax', '    d /= N\n', '', ['x'], 'missing-mean'],
    ['softmax', '2 * reg * W', 'reg * W', ['x'], 'missing-l2'],
    ['two-layer-network', 'dh.sum(axis=0)', 'dh', ['b1'], 'broadcast-not-summed'],
    ['two-layer-network', '        dh[h <= 0] = 0\n', '', ['W1', 'b1'], 'layer-boundary'],
    ['two-layer-network', 'X.T @ dh + reg * W1', 'X.T @ dh', ['W1'], 'missing-l2'],
    ['batch-norm', ' - dxhat.mean(axis=0)', '', ['x'], 'constant-offset'],
    ['layer', 'dz.sum(axis=0)', 'dz', ['b'], 'wrong-shape'],
    ['layer', 'dz = v * (z > 0)', 'dz = v', ['x', 'W', 'b'], 'unknown-pattern'],
    ['notebook', 'f2, correct_grad_f2', 'f2, buggy_grad_f2', ['x'], 'missing-mean'],
  ] as const)('%s fails in the groups that are wrong, and in no other', (id, right, wrong, groups, kind) => {
    const code = template(id);
    expect(code).toContain(right);
    const { result } = runIn(python, code.replaceAll(right, wrong));
    if (result === undefined) throw new Error('There is no result.');
    const view = reportView(result);
    expect(view.diagnosis.verdict).toBe('fail');
    expect(view.groups.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name)).toEqual(groups);
    expect(result.report.findings.map((finding) => finding.kind)).toContain(kind);
  });
});
