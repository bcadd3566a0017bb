import { describe, expect, it } from 'vitest';
import { idField, integerField, numberField, readNumber } from '@/input/fields.ts';

describe('a number box', () => {
  it.each(['1e-5', ' .5 ', '-2.', '+3E4', '−2'])('reads %s', (text) => {
    expect(readNumber(text)).toMatchObject({ ok: true });
  });
  it.each(['', '0x10', '1,5', 'one', '1e999', 'Infinity', 'NaN', '1 2'])('refuses “%s” and says why', (text) => {
    const reading = readNumber(text);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.problem.length).toBeGreaterThan(10);
  });
  it('names the limit it was given', () => {
    expect(numberField(1e-5, { max: 1 }).read('2')).toEqual({ ok: false, problem: '2 is too large; take at most 1.' });
    expect(numberField(1, { min: 0, minIncluded: false }).read('0')).toMatchObject({ ok: false });
  });
});

describe('a field of a number', () => {
  it('has the limits that its slider runs between', () => {
    expect(numberField(0.8, { min: 1e-16, max: 1 })).toMatchObject({ initial: 0.8, min: 1e-16, max: 1 });
    expect(integerField(3, { min: 0 })).toMatchObject({ min: 0, max: Number.POSITIVE_INFINITY });
  });
});

describe('a field of one of some records', () => {
  const records = [{ id: 'sine' }, { id: 'cubic' }] as const;

  it('begins with the first, or with the one it is told', () => {
    expect(idField(records).initial).toBe('sine');
    expect(idField(records, 'cubic').initial).toBe('cubic');
  });

  it('takes the ids of the records and no other word', () => {
    expect(idField(records).read('cubic')).toEqual({ ok: true, value: 'cubic' });
    expect(idField(records).read('tangent').ok).toBe(false);
  });
});
